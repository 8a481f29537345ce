"""Who may call what of tasks of the desk, decisions, promises and what is known; one of each for each company."""

from datetime import timedelta
from uuid import uuid4

from django.utils import timezone

from agents.models import Agent
from conversations.models import Conversation, DecidedFact, DeskTask, Promise, Teamwork
from tests.isolation.row import Row, Who

READS, WRITES = "conversations:read", "conversations:write"
LATER = "2099-01-01T00:00:00Z"


def rows() -> list[Row]:
    """409 says that the state of the thing does not allow it."""
    talk, task = "/api/v1/conversations/{conversation}", "/api/v1/tasks/{desk_task}"
    moves = (200, 409)
    new = {"client_id": "{uuid}", "title": "Look", "team_id": "{team}", "due_at": LATER}
    owned = {"client_id": "{uuid}", "title": "Look", "owner_id": "{colleague}", "due_at": LATER}
    return [
        Row("GET", f"{talk}/tasks", Who.VIEWER, READS),
        Row("POST", f"{talk}/tasks", Who.AGENT, WRITES, body=new, answers=(201, 409)),
        Row("POST", f"{talk}/tasks", Who.AGENT, WRITES, body=owned, answers=(201, 409)),
        Row("PUT", f"{talk}/teamwork", Who.AGENT, WRITES, body={"telling": "holder"}, answers=moves),
        Row("GET", task, Who.VIEWER, READS),
        Row("PATCH", task, Who.AGENT, WRITES, body={"title": "Look"}, answers=moves),
        Row("POST", f"{task}/take", Who.AGENT, WRITES, answers=moves),
        Row("POST", f"{task}/done", Who.AGENT, WRITES, body={}, answers=moves),
        Row("POST", f"{task}/drop", Who.AGENT, WRITES, body={}, answers=moves),
        Row("POST", f"{task}/reopen", Who.AGENT, WRITES, answers=moves),
        Row("GET", f"{talk}/commitments", Who.VIEWER, READS),
        Row("POST", f"{talk}/decided_facts", Who.AGENT, WRITES, body={"text": "We pay"}),
        Row("POST", f"{talk}/promises", Who.AGENT, WRITES, body={"text": "We call"}),
        Row("DELETE", "/api/v1/decided_facts/{decided_fact}", Who.AGENT, WRITES, answers=(204, 404)),
        Row("PATCH", "/api/v1/promises/{promise}", Who.AGENT, WRITES, body={"state": "kept"}),
        Row("GET", "/api/v1/handover_settings", Who.VIEWER, "settings:read"),
        Row("PUT", "/api/v1/handover_settings", Who.ADMIN, "settings:write", body={"transfer_needs_note": False}),
        Row("POST", f"{talk}/asks_known", Who.AGENT, WRITES, body={"text": "What is your name?"}),
        Row("GET", "/api/v1/handovers/repeats", Who.VIEWER, "rules:read"),
    ]


def things(told: str, conversation: Conversation, agent: Agent) -> dict[str, str]:
    """A task, a decision and a promise with the company's mark in them."""
    teamwork = Teamwork.objects.create(conversation=conversation, begun_by=agent)
    task = DeskTask.objects.create(
        conversation=conversation,
        teamwork=teamwork,
        title=told,
        details=told,
        owner=agent,
        created_by=agent,
        due_at=timezone.now() + timedelta(days=1),
        client_id=uuid4(),
    )
    fact = DecidedFact.objects.create(conversation=conversation, text=told, decided_by=agent)
    promise = Promise.objects.create(
        conversation=conversation, text=told, said_by="agent", agent=agent, created_by=agent
    )
    return {"desk_task": str(task.id), "decided_fact": str(fact.id), "promise": str(promise.id)}
