"""What the shop promises of its replies, how it kept that so far, and a customer who is in the books twice."""

from collections.abc import Mapping
from datetime import datetime

from django.db.models import Min

from agents.models import Agent
from conversations.demo.content import company
from conversations.models import (
    AuthorKind,
    Conversation,
    Customer,
    CustomerNote,
    Handover,
    Holder,
    Kind,
    Message,
    SlaHours,
    SlaKind,
    SlaOutcome,
    SlaPolicy,
    Status,
)
from conversations.sla import books, clock, policies
from conversations.sla.books import Book
from conversations.sla.clock import Kept
from conversations.sla.policies import Wish
from tenants.trail import audit

EVERYBODY = Wish(None, "", SlaHours.TEAM, first_reply=60, next_reply=120, resolution=1440)
URGENT = Wish(None, "urgent", SlaHours.TEAM, first_reply=15, next_reply=30, resolution=480)
NOTE = "Prefers a call after four in the afternoon; reads mail only at the weekend."


def load() -> None:
    """Set the policies unless there are any, and let the clocks be as if they had been in force all the time."""
    if SlaPolicy.objects.exists():
        return
    policies.replace([EVERYBODY, URGENT], actor=audit.by_system(company().name))
    book = books.load()
    _start_clocks()
    _look_back(book)
    _load_double()


def _start_clocks() -> None:
    """For what people have now, since they have it; the job that every change of policies writes does the rest."""
    live = list(Conversation.objects.exclude(status=Status.RESOLVED).exclude(holder=Holder.ASSISTANT))
    replied = _first_replies([str(talk.id) for talk in live])
    for talk in live:
        talk.desk_since = talk.waiting_since or talk.held_since
        talk.first_replied_at = replied.get(str(talk.id))
        if clock.is_desks_turn(talk):
            begun = talk.desk_since if talk.first_replied_at is None else talk.unanswered_since
            talk.sla_clock = Kept(began=begun, since=begun).as_json()
    Conversation.objects.bulk_update(live, ["desk_since", "first_replied_at", "sla_clock"])


def _look_back(book: Book) -> None:
    """How soon each handover of the past got its first reply by a person."""
    taken = list(Handover.objects.exclude(accepted_at=None).select_related("conversation"))
    replied = _first_replies([str(one.conversation_id) for one in taken])
    SlaOutcome.objects.bulk_create(
        _outcome(one, replied[str(one.conversation_id)], book)
        for one in taken
        if replied.get(str(one.conversation_id), one.requested_at) > one.requested_at
    )


def _outcome(one: Handover, replied_at: datetime, book: Book) -> SlaOutcome:
    policy = book.policy(None if one.team_id is None else str(one.team_id), one.conversation.priority)
    target = policy.first_reply if policy is not None and policy.first_reply is not None else 0
    work = policy.worktime if policy is not None else book.worktimes[None]
    return SlaOutcome(
        conversation=one.conversation,
        kind=SlaKind.FIRST_REPLY,
        policy_id=None if policy is None else policy.id,
        team_id=one.team_id,
        agent_id=one.accepted_by_id,
        priority=one.conversation.priority,
        began_at=one.requested_at,
        target=target,
        used=int(work.between(one.requested_at, replied_at)),
        breached_at=_late(work.after(one.requested_at, target), replied_at),
        ended_at=replied_at,
    )


def _late(due: datetime, replied_at: datetime) -> datetime | None:
    return due if replied_at > due else None


def _first_replies(conversation_ids: list[str]) -> Mapping[str, datetime]:
    said = Message.objects.filter(conversation__in=conversation_ids, kind=Kind.TEXT, author_kind=AuthorKind.AGENT)
    first = said.order_by().values_list("conversation").annotate(at=Min("created_at"))
    return {str(key): at for key, at in first}


def _load_double() -> None:
    """Somebody who wrote from a telephone, too, and gave the same address there; and what is noted about them."""
    waits = Conversation.objects.filter(holder__in=[Holder.QUEUE, Holder.AGENT]).exclude(customer__email="")
    talk = waits.select_related("customer").order_by("created_at", "id").first()
    if talk is None:
        return
    who = talk.customer
    Customer.objects.create(name=who.name, email=who.email, language=who.language, page_attributes={"device": "phone"})
    author = Agent.objects.filter(is_active=True).order_by("id").first()
    CustomerNote.objects.create(customer=who, author=author, text=NOTE)
