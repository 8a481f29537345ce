"""Acts at the desk's REST doors, and readings of what each left behind."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.test import Client
from django.utils import timezone

from agents.models import Agent, Team
from conversations import deadlines
from conversations.models import Conversation, Kind, Message
from tenants.models import Job

API = "/api/v1/conversations"
TOMORROW = (timezone.now() + timedelta(days=1)).isoformat()
ACTIONS: dict[str, dict[str, Any]] = {
    "takeover": {},
    "handback": {"brief": "All is said."},
    "resolve": {},
    "reopen": {},
    "snooze": {"until": TOMORROW},
    "assignments": {"note": "Please look."},
}


def act(client: Client, conversation: Conversation, action: str, **body: Any) -> Any:
    """Ask for the action, by default as the conversation was last seen."""
    whole = {"epoch": conversation.epoch, **ACTIONS[action], **body}
    return client.post(f"{API}/{conversation.id}/{action}", whole, content_type="application/json")


def say(client: Client, conversation: Conversation, text: str = "Hello", **body: Any) -> Any:
    """Reply to the customer."""
    whole = {"client_id": str(uuid4()), "text": text, **body}
    return client.post(f"{API}/{conversation.id}/messages", whole, content_type="application/json")


def error(reply: Any) -> tuple[int, str, str | None]:
    """Status, code and field of a refusal."""
    about = reply.json()["error"]
    return reply.status_code, about["code"], about["param"]


def entries(conversation: Conversation, after: int) -> list[tuple[str, str]]:
    """What the log holds after a seq: the kind of each entry, and its reason, status or text."""
    found = Message.objects.filter(conversation=conversation, seq__gt=after)
    said = {Kind.CONTROL: "reason", Kind.STATUS: "status"}
    return [(e.kind, e.text if e.kind == Kind.TEXT else e.data[said[Kind(e.kind)]]) for e in found]


def timer(conversation: Conversation) -> Job:
    """The job that wakes the conversation's deadline."""
    return Job.objects.get(kind=deadlines.KIND, key=str(conversation.id))


def team_of(name: str, *people: Agent) -> Team:
    """A new team of these people."""
    made = Team.objects.create(name=name)
    made.agents.set(people)
    return made
