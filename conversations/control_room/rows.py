"""Live conversations of the assistant as the control room shows them: a fixed number of queries, however many."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from django.db.models import F, QuerySet
from django.utils import timezone
from typing_extensions import TypedDict

from agents.models import Team
from assistant.models import Intent
from conversations import rows, wire
from conversations.control_room import risk, tiers
from conversations.control_room.risk import Reason, Risk
from conversations.models import (
    ActKind,
    ActState,
    AuthorKind,
    Channel,
    ControlRoomSettings,
    Conversation,
    DismissReason,
    Draft,
    DraftKind,
    DraftState,
    GuidanceKind,
    Holder,
    Kind,
    Message,
    Oversight,
    OversightAct,
    Status,
    Tier,
)

MOST_ROWS = 1000  # the gravest; a desk with more than that looks at filters
NEWEST_ENTRIES = 8  # of a log, in which its last exchange is looked for
EXCHANGE = 3  # messages of it that are shown
LONGEST_WORDS, LONGEST_DRAFT = 280, 2000
RowState = Literal["answering", "waits_for_customer", "draft_waits", "asked_for_hold"]
DRAFTED: RowState = "draft_waits"


class RiskWords(TypedDict):
    """What the customer wrote in the message `seq`, as evidence."""

    text: str
    seq: int


class RiskReason(TypedDict):
    """Why a conversation is risky."""

    kind: str
    label: str
    """The whole of it in words, such as "Anger 61%, counts from 70%"."""
    value: float | None
    """Within 0..1 where the reason is measured; null where it is a plain fact."""
    threshold: float | None
    words: RiskWords | None


class SpokenLine(TypedDict):
    """A message of the last exchange, cut where it is long."""

    author: AuthorKind
    text: str
    at: str
    seq: int


class OversightHold(TypedDict):
    """Who wants to see the next reply first."""

    by: rows.Colleague | None
    at: str


class OversightGuidance(TypedDict):
    """A private instruction that the next turn of the assistant obeys."""

    id: str
    kind: GuidanceKind
    text: str
    about: str | None
    """The id of the article or the team that it names."""
    by: rows.Colleague | None
    at: str
    state: ActState
    """Used once: it waits for the next turn, is in the answer that waits for a yes, or could not be followed."""
    because: str | None
    """Why it could not be followed."""


class RiskDismissal(TypedDict):
    """That somebody put the risk aside; it comes back when it rises further."""

    by: rows.Colleague | None
    at: str
    reason: DismissReason
    because: str | None
    risk: int
    """As it stood then."""


class HeldDraft(TypedDict):
    """An answer that waits for a yes."""

    id: str
    text: str
    reason: str
    due_at: str | None
    confidence: float | None


class RiskRow(TypedDict):
    """A live conversation of the assistant, with how grave it stands."""

    conversation_id: str
    epoch: int
    customer: wire.Named
    channel: Channel
    language: str
    topic: str
    team: wire.Named | None
    """Who is to have it when a person is needed."""
    subject: str
    risk: int
    """0 to 100."""
    tier: Tier
    reasons: list[RiskReason]
    """The weightiest first."""
    last_exchange: list[SpokenLine]
    state: RowState
    hold: OversightHold | None
    guidance: OversightGuidance | None
    draft: HeldDraft | None
    began_at: str
    updated_at: str
    dismissed: RiskDismissal | None


class ControlRoomCounts(TypedDict):
    """How many live conversations there are in each tier, held, and with an answer that waits for a yes."""

    high: int
    raised: int
    low: int
    held: int
    waiting_approval: int


class ControlRoom(TypedDict):
    """All live conversations of the assistant, the gravest first; `has_more` where there are more than are shown."""

    data: list[RiskRow]
    has_more: bool
    next_cursor: str | None
    counts: ControlRoomCounts
    settings: tiers.ControlRoomSettingsRow


@dataclass(frozen=True)
class Loaded:
    """What rows are made of, by conversation."""

    settings: ControlRoomSettings
    oversight: Mapping[str, Oversight]
    acts: Mapping[str, Mapping[str, OversightAct]]
    drafts: Mapping[str, Draft]
    spoken: Mapping[str, list[Message]]
    teams: Mapping[str, Team]
    now: datetime = field(default_factory=timezone.now)


def live() -> QuerySet[Conversation]:
    """Those that the assistant holds and that nobody closed."""
    return Conversation.objects.filter(holder=Holder.ASSISTANT).exclude(status=Status.RESOLVED)


def everything() -> tuple[list[RiskRow], ControlRoomSettings, bool]:
    """All live rows, the gravest first, the settings they were judged by, and whether there are more than that."""
    order = (F("oversight__risk").desc(nulls_last=True), "-updated_at", "-id")
    found = list(live().select_related("customer").order_by(*order)[: MOST_ROWS + 1])
    loaded = _load(found[:MOST_ROWS])
    shown = [row(conversation, loaded) for conversation in found[:MOST_ROWS]]
    return sorted(shown, key=_gravest_first), loaded.settings, len(found) > MOST_ROWS


def of(conversation_ids: Collection[str]) -> list[RiskRow]:
    """The rows of those of these conversations that are live."""
    found = list(live().select_related("customer").filter(pk__in=conversation_ids))
    loaded = _load(found)
    return [row(conversation, loaded) for conversation in found]


def row(conversation: Conversation, loaded: Loaded) -> RiskRow:
    """One conversation as a control room shows it."""
    key = str(conversation.id)
    kept, acts, draft = loaded.oversight.get(key), loaded.acts.get(key, {}), loaded.drafts.get(key)
    stood, dismissal = _risk(conversation, kept, draft, loaded.now), acts.get(ActKind.DISMISSAL)
    topic = "" if kept is None else kept.topic
    hold = acts.get(ActKind.HOLD)
    return {
        "conversation_id": key,
        "epoch": conversation.epoch,
        "customer": {"id": conversation.customer.id, "name": conversation.customer.name},
        "channel": Channel(conversation.channel),
        "language": conversation.language,
        "topic": topic,
        "team": _team(loaded.teams.get(topic)),
        "subject": conversation.subject,
        "risk": stood.score,
        "tier": Tier.LOW if dismissal is not None else tiers.tier(loaded.settings, stood.score),
        "reasons": [reason(one) for one in stood.reasons],
        "last_exchange": [_spoken(one) for one in loaded.spoken.get(key, ())],
        "state": _state(conversation, draft, hold),
        "hold": None if hold is None else {"by": rows.colleague(hold.by), "at": wire.stamp(hold.at)},
        "guidance": guidance(acts[ActKind.GUIDANCE]) if ActKind.GUIDANCE in acts else None,
        "draft": _draft(draft),
        "began_at": wire.stamp(conversation.created_at),
        "updated_at": wire.stamp(max(conversation.updated_at, kept.updated_at if kept else conversation.updated_at)),
        "dismissed": None if dismissal is None else dismissed(dismissal),
    }


def counts(shown: Iterable[RiskRow]) -> ControlRoomCounts:
    """How many of them in each tier, held, and with an answer that waits for a yes."""
    found = list(shown)
    return {
        "high": sum(one["tier"] == Tier.HIGH for one in found),
        "raised": sum(one["tier"] == Tier.RAISED for one in found),
        "low": sum(one["tier"] == Tier.LOW for one in found),
        "held": sum(one["hold"] is not None for one in found),
        "waiting_approval": sum(one["state"] == DRAFTED for one in found),
    }


def guidance(act: OversightAct) -> OversightGuidance:
    """A guidance as the desk sees it."""
    return {
        "id": act.id,
        "kind": GuidanceKind(act.guidance_kind),
        "text": act.text,
        "about": act.about or None,
        "by": rows.colleague(act.by),
        "at": wire.stamp(act.at),
        "state": ActState(act.state),
        "because": act.because or None,
    }


def dismissed(act: OversightAct) -> RiskDismissal:
    """A risk that was put aside, as the desk sees it."""
    return {
        "by": rows.colleague(act.by),
        "at": wire.stamp(act.at),
        "reason": DismissReason(act.reason),
        "because": act.because or None,
        "risk": act.risk,
    }


def reason(one: Reason) -> RiskReason:
    """One reason in words, with its evidence."""
    words: RiskWords | None = {"text": one.text, "seq": one.seq} if one.text else None
    return {
        "kind": one.kind,
        "label": risk.in_words(one),
        "value": one.value,
        "threshold": one.threshold,
        "words": words,
    }


def _gravest_first(shown: RiskRow) -> tuple[bool, int, str]:
    return shown["dismissed"] is not None, -shown["risk"], shown["conversation_id"]


def _load(found: Collection[Conversation]) -> Loaded:
    ids = [str(one.id) for one in found]
    acts: dict[str, dict[str, OversightAct]] = {}
    for act in OversightAct.objects.filter(conversation__in=ids, ended_at=None).select_related("by"):
        acts.setdefault(str(act.conversation_id), {})[act.kind] = act
    held = Draft.objects.filter(conversation__in=ids, state=DraftState.WAITING, kind=DraftKind.HELD)
    kept = {str(one.conversation_id): one for one in Oversight.objects.filter(conversation__in=ids)}
    return Loaded(
        tiers.current(),
        kept,
        acts,
        {str(one.conversation_id): one for one in held},
        _exchanges(ids),
        _teams({one.topic for one in kept.values()} - {""}),
    )


def _exchanges(ids: Collection[str]) -> dict[str, list[Message]]:
    """The last few messages of each, oldest first."""
    newest = Message.objects.filter(
        conversation__in=ids, kind=Kind.TEXT, seq__gt=F("conversation__seq") - NEWEST_ENTRIES
    ).order_by("conversation", "seq")
    found: dict[str, list[Message]] = {}
    for one in newest.only("id", "conversation_id", "seq", "author_kind", "text", "created_at"):
        found.setdefault(str(one.conversation_id), []).append(one)
    return {key: messages[-EXCHANGE:] for key, messages in found.items()}


def _teams(topics: Collection[str]) -> dict[str, Team]:
    """The team of each topic, for which a person would take it."""
    named = dict(Intent.objects.filter(name__in=topics).exclude(team="").values_list("name", "team"))
    known = {team.name: team for team in Team.objects.filter(name__in=named.values())}
    return {topic: known[name] for topic, name in named.items() if name in known}


def _risk(conversation: Conversation, kept: Oversight | None, draft: Draft | None, now: datetime) -> Risk:
    """As it was measured, and how long the customer has waited since."""
    known = Risk() if kept is None else Risk(kept.risk, tuple(Reason.from_json(one) for one in kept.reasons))
    if draft is None:
        return risk.with_silence(known, conversation.unanswered_since, now)
    return risk.with_silence(known, max(conversation.unanswered_since or now, draft.created_at), now)


def _state(conversation: Conversation, draft: Draft | None, hold: OversightAct | None) -> RowState:
    if draft is not None:
        return DRAFTED
    if hold is not None:
        return "asked_for_hold"
    return "answering" if conversation.unanswered_since is not None else "waits_for_customer"


def _team(team: Team | None) -> wire.Named | None:
    return None if team is None else {"id": team.id, "name": team.name}


def _spoken(message: Message) -> SpokenLine:
    text = " ".join(message.text.split())
    return {
        "author": AuthorKind(message.author_kind),
        "text": text if len(text) <= LONGEST_WORDS else f"{text[: LONGEST_WORDS - 1].rstrip()}…",
        "at": wire.stamp(message.created_at),
        "seq": message.seq,
    }


def _draft(draft: Draft | None) -> HeldDraft | None:
    if draft is None:
        return None
    return {
        "id": draft.id,
        "text": draft.text[:LONGEST_DRAFT],
        "reason": draft.reason,
        "due_at": wire.stamp(draft.due_at) if draft.due_at else None,
        "confidence": draft.confidence,
    }
