"""What departments of the demo shop do at once on live threads, and what its people decided and promised."""

from collections import defaultdict
from datetime import datetime, timedelta
from uuid import uuid4

from agents.models import Agent, Team
from assistant import promising
from assistant.answering import Line
from assistant.records import numbers
from conversations import queries
from conversations.known_already import repeating
from conversations.models import (
    AuthorKind,
    Conversation,
    DecidedFact,
    DeskTask,
    DeskTaskState,
    Handover,
    Holder,
    Kind,
    Message,
    Promise,
    Teamwork,
)

TASKS = (  # what a department is asked, after how many minutes, until how many hours later, what came of it
    ("Check whether the frame is covered by the warranty", 6, 3, "It is: the crack runs along the weld."),
    ("Correct the invoice, the discount is missing", 9, 26, ""),
    ("Find out where the parcel is", 12, 2, ""),
)
MOST_HANDOVERS = 200  # of the past, measured


def load(now: datetime) -> None:
    """Tasks, decisions, promises and measured repeats, unless there are any."""
    if Teamwork.objects.exists():
        return
    held = Conversation.objects.filter(holder=Holder.AGENT, status="open").select_related("agent")
    first = held.order_by("-updated_at").first()
    if first is not None and first.agent is not None:
        _teamwork(first, first.agent, now)
        _decided(first, first.agent)
    for conversation in held.order_by("-updated_at")[:4]:
        _promised(conversation, now)
    _measured()


def _teamwork(conversation: Conversation, agent: Agent, now: datetime) -> None:
    """Three departments on one thread, one of them done."""
    began = now - timedelta(minutes=40)
    teamwork = Teamwork.objects.create(conversation=conversation, begun_by=agent, begun_at=began)
    colleagues = list(Agent.objects.exclude(pk=agent.pk).filter(teams__isnull=False).distinct()[:1])
    for team, (title, after, hours, result) in zip(Team.objects.order_by("name"), TASKS, strict=False):
        at = began + timedelta(minutes=after)
        done = bool(result and colleagues)
        DeskTask.objects.create(
            conversation=conversation,
            teamwork=teamwork,
            title=title,
            team=team,
            owner=colleagues[0] if done else None,
            state=DeskTaskState.DONE if done else DeskTaskState.OPEN,
            due_at=at + timedelta(hours=hours),
            result=result if done else "",
            created_by=agent,
            created_at=at,
            client_id=uuid4(),
            closed_by=colleagues[0] if done else None,
            closed_at=at + timedelta(minutes=15) if done else None,
        )
    left = conversation.desk_tasks.filter(state=DeskTaskState.OPEN).count()
    Conversation.objects.filter(pk=conversation.pk).update(tasks_open=left)


def _decided(conversation: Conversation, agent: Agent) -> None:
    """What the person who holds it decided already."""
    text = "You can keep the old part, and the repair is free of charge."
    at = conversation.held_since
    DecidedFact.objects.create(conversation=conversation, text=text, decided_by=agent, decided_at=at)


def _promised(conversation: Conversation, now: datetime) -> None:
    """What was really promised in the thread, with a day to go."""
    said = Message.objects.filter(conversation=conversation, kind=Kind.TEXT, author_kind=AuthorKind.AGENT)
    for message in said.select_related("agent").order_by("-seq")[:10]:
        text = next(iter(promising.promises(message.text)), None)
        if text is not None and message.agent is not None:
            due_at = now + timedelta(days=1)
            Promise.objects.create(
                conversation=conversation,
                text=text,
                seq=message.seq,
                said_by=AuthorKind.AGENT,
                agent=message.agent,
                created_by=message.agent,
                created_at=message.created_at,
                due_at=due_at,
            )
            return


def _measured() -> None:
    """What customers really had to say again in the told past, measured as after any handover."""
    accepted = Handover.objects.filter(accepted_at__isnull=False).select_related("decision")
    rows = list(accepted.order_by("-accepted_at")[:MOST_HANDOVERS])
    said = Message.objects.filter(conversation__in=[one.conversation_id for one in rows], kind=Kind.TEXT)
    lines: dict[str, list[Line]] = defaultdict(list)
    for message in said.order_by("seq"):
        lines[str(message.conversation_id)].append(Line(queries.role(message), message.text, message.seq))
    known = numbers.of_tenant()
    for one in rows:
        told = lines[str(one.conversation_id)]
        one.repeats = list(repeating.repeats(told, since=one.decision.asked_seq, known_numbers=known))
    Handover.objects.bulk_update(rows, ["repeats"], batch_size=200)
