"""The lines of the ledger as a company reads them: what each rests on, in the customer's words while they are there."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Literal
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext
from typing_extensions import TypedDict

from billing import bundle, disputes, ledger, periods
from billing.models import Credit, CreditReason, Dispute, DisputeState, Free, How, Resolution
from conversations import wire
from conversations.insights.asking import zone
from conversations.metering.rule import CREDIT_WORDS, FREE_WORDS, HOW_WORDS
from conversations.models import AuthorKind, Conversation, Episode, Message
from tenants import cursors, ids
from tenants.errors import NotFoundError
from tenants.openapi.shapes import Listed

Role = Literal["asked", "answered", "said"]
ROLES: Mapping[Role, AuthorKind] = {
    "asked": AuthorKind.CUSTOMER,
    "answered": AuthorKind.ASSISTANT,
    "said": AuthorKind.CUSTOMER,
}
STATES: Mapping[str, Q] = {
    "counted": Q(credit__isnull=True),
    "credited": Q(credit__isnull=False),
    "disputed": Q(dispute__isnull=False),
    "not_charged": Q(billable=False),
}
PERIODS = ("current", "previous")
SHORT = 120  # letters of the customer's words in a sentence


class LedgerEvidence(TypedDict):
    """A message that a line rests on."""

    seq: int
    role: Role
    author: AuthorKind
    text: str | None
    """Null once it is erased."""
    at: str | None


class LedgerCredit(TypedDict):
    """Why a line is not paid after all."""

    reason: CreditReason
    words: str
    at: str


class LedgerDispute(TypedDict):
    """What the company said against a line, and what became of that."""

    state: DisputeState
    reason: str
    at: str
    by: str
    """Who said it, by name."""
    answer: str | None


class LedgerLine(TypedDict):
    """A line of the ledger: a resolution, what it rests on, and what became of it."""

    id: str
    conversation_id: str | None
    """Null when the conversation was deleted."""
    customer: wire.Named | None
    topic: str
    ended_at: str
    counted_at: str
    how: How
    how_words: str
    why: str
    """What the line rests on, in a sentence."""
    evidence: list[LedgerEvidence]
    charged: bool
    not_charged_because: str | None
    credit: LedgerCredit | None
    dispute: LedgerDispute | None
    can_dispute: bool
    """Not yet disputed nor credited, and young enough."""


@dataclass(frozen=True)
class Asked:
    """Which lines: those counted on days in the company's zone, of one period, in one state; None and "" for all."""

    since: date | None = None
    until: date | None = None
    state: str = ""
    period: str = ""


@dataclass(frozen=True)
class Around:
    """What is known of some lines; nothing of conversations that were erased."""

    given: Mapping[str, Credit]
    disputed: Mapping[str, Dispute]
    talks: Mapping[str, Conversation]
    topics: Mapping[tuple[str, int], str]
    words: Mapping[tuple[str, int], Message]


def rows(asked: Asked) -> QuerySet[Resolution]:
    """The lines, the newest first. Where a period is named, one query more."""
    found = Resolution.objects.filter(STATES.get(asked.state, Q()), _within(asked.period))
    if asked.since is not None:
        found = found.filter(counted_at__gte=_midnight(asked.since))
    if asked.until is not None:
        found = found.filter(counted_at__lt=_midnight(asked.until + timedelta(days=1)))
    return found.order_by("-counted_at", "-id")


def page(asked: Asked, *, limit: int, cursor: str) -> Listed[LedgerLine]:
    """A page of them. Six queries."""
    listed = cursors.newest_first(rows(asked), by="counted_at", prefix="res", limit=limit, cursor=cursor)
    return listed.of(shown(listed.rows))


def one(resolution_id: str) -> LedgerLine:
    """One line. Raises NotFoundError where there is none of this id."""
    unit = ledger.find(resolution_id)
    if unit is None:
        raise NotFoundError(gettext("There is no such resolution."), param="resolution_id")
    return shown([unit])[0]


def shown(lines: Iterable[Resolution]) -> list[LedgerLine]:
    """The lines with what they rest on. Five queries."""
    found = list(lines)
    around = _around(found)
    return [_line(unit, around) for unit in found]


def credits_of(units: Iterable[Resolution]) -> dict[str, Credit]:
    """What was credited of these units, by their ids. One query."""
    return {str(one.resolution_id): one for one in Credit.objects.filter(resolution__in=[unit.pk for unit in units])}


def disputes_of(units: Iterable[Resolution]) -> dict[str, Dispute]:
    """What was disputed of these units, by their ids. One query."""
    return {str(one.resolution_id): one for one in Dispute.objects.filter(resolution__in=[unit.pk for unit in units])}


def _within(period: str) -> Q:
    """The period under way, or what counts in the month before it: a trial that began in it, too."""
    if not period:
        return Q()
    here = bundle.now().period
    if period == "current":
        return Q(period_start=here.start)
    before = periods.earlier(here, here.start - timedelta(microseconds=1))
    return Q(period_start__gte=before.start, period_start__lt=here.start)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, datetime.min.time(), zone())


def _talk(key: UUID) -> str:
    return ids.encode("conv", key)


def _around(units: Sequence[Resolution]) -> Around:
    talks = {_talk(unit.conversation_id) for unit in units}
    seqs = {seq for unit in units for seq, _ in _told(unit)}
    messages = Message.objects.filter(conversation__in=talks, seq__in=seqs).order_by()
    measured = Episode.objects.filter(conversation__in=talks).order_by().values_list("conversation", "number", "topic")
    return Around(
        given=credits_of(units),
        disputed=disputes_of(units),
        talks={str(talk.pk): talk for talk in Conversation.objects.select_related("customer").filter(pk__in=talks)},
        topics={(str(talk), number): topic for talk, number, topic in measured},
        words={(str(message.conversation_id), message.seq): message for message in messages},
    )


def _told(unit: Resolution) -> list[tuple[int, Role]]:
    """The numbers of the messages that it rests on, in order, each with what it is there for."""
    told = [(seq, role) for role in ROLES for seq in _numbers(unit.evidence.get(role))]
    return sorted(told)


def _numbers(value: Any) -> list[int]:
    return [] if value is None else [value] if isinstance(value, int) else list(value)


def _line(unit: Resolution, around: Around) -> LedgerLine:
    talk_id = _talk(unit.conversation_id)
    talk = around.talks.get(talk_id)
    given, dispute = around.given.get(str(unit.pk)), around.disputed.get(str(unit.pk))
    return {
        "id": unit.pk,
        "conversation_id": talk_id if talk is not None else None,
        "customer": None if talk is None else {"id": talk.customer_id, "name": talk.customer.name},
        "topic": around.topics.get((talk_id, unit.episode), ""),
        "ended_at": wire.stamp(unit.ended_at),
        "counted_at": wire.stamp(unit.counted_at),
        "how": How(unit.how),
        "how_words": gettext(HOW_WORDS[How(unit.how)]),
        "why": _why(unit, talk_id, around),
        "evidence": [_evidence(talk_id, seq, role, around) for seq, role in _told(unit)],
        "charged": unit.billable and given is None,
        "not_charged_because": _not_charged(unit, given),
        "credit": None if given is None else _credit(given),
        "dispute": None if dispute is None else _dispute(dispute),
        "can_dispute": dispute is None and given is None and timezone.now() - unit.counted_at <= disputes.WITHIN,
    }


def _why(unit: Resolution, talk_id: str, around: Around) -> str:
    """What the line rests on, in a sentence."""
    answers = _numbers(unit.evidence.get("answered"))
    answered = (
        gettext("The assistant answered in message {seq}").format(seq=answers[0])
        if answers
        else gettext("The assistant answered")
    )
    match unit.how:
        case How.CONFIRMED:
            said = around.words.get((talk_id, unit.evidence.get("said", 0)))
            if said is None:
                return gettext("{answered}, and the customer said that it helped.").format(answered=answered)
            told = gettext("{answered}, and the customer wrote {words}")
            return told.format(answered=answered, words=_quoted(said.text))
        case How.RATED:
            told = gettext("{answered}, and the customer rated it {rating} of 5.")
            return told.format(answered=answered, rating=unit.evidence.get("rating"))
        case _:
            return gettext(
                "{answered}. The customer's last words were not cross, nothing was left open, and nobody wrote any "
                "more for a day."
            ).format(answered=answered)


def _quoted(text: str) -> str:
    """The words as the end of a sentence: it has one sign at its end, theirs where they have one."""
    plain = " ".join(text.split())
    if len(plain) > SHORT:
        plain = f"{plain[: SHORT - 1].rstrip(' .,;:!?…')}…"
    return f"“{plain}”" if plain.endswith((".", "!", "?", "…")) else f"“{plain}”."


def _evidence(talk_id: str, seq: int, role: Role, around: Around) -> LedgerEvidence:
    message = around.words.get((talk_id, seq))
    return {
        "seq": seq,
        "role": role,
        "author": ROLES[role],
        "text": None if message is None else message.text,
        "at": None if message is None else wire.stamp(message.created_at),
    }


def _not_charged(unit: Resolution, given: Credit | None) -> str | None:
    if not unit.billable:
        return gettext(FREE_WORDS[Free(unit.free_because) if unit.free_because else Free.PLAN])
    return None if given is None else gettext("It was credited.")


def _credit(given: Credit) -> LedgerCredit:
    reason = CreditReason(given.reason)
    return {"reason": reason, "words": gettext(CREDIT_WORDS[reason]), "at": wire.stamp(given.at)}


def _dispute(dispute: Dispute) -> LedgerDispute:
    return {
        "state": DisputeState(dispute.state),
        "reason": dispute.reason,
        "at": wire.stamp(dispute.at),
        "by": dispute.by_name,
        "answer": dispute.answer or None,
    }
