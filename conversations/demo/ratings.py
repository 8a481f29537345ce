"""What the shop's customers said of its past: not all of them, and each true to how the conversation went for them.

A rating follows from the mood at the end, from whether the person came too late, and from how much the customer had
to write; the words name the reason that there was. Whoever tries the demo is asked after each conversation.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any

from django.db.models import Count, Q
from django.db.models.fields.json import KT

from conversations.demo import retelling
from conversations.models import (
    AskedBy,
    AuthorKind,
    Conversation,
    Decision,
    HandoverLabel,
    Holder,
    Kind,
    Message,
    Review,
    ReviewVerdict,
    Status,
    Survey,
    SurveySettings,
    Verdict,
)
from conversations.surveys import asking
from tenants import proofs

IN_WIDGET, BY_MAIL = 0.74, 0.5  # of those who were helped, and of the others whose address is known
ANSWERS: Mapping[AskedBy, float] = {AskedBy.WIDGET: 0.46, AskedBy.MAIL: 0.21}
SAYS_WHY = 0.5
ALSO_EFFORT = 0.85
UPSET = 0.4  # mood signals above this were felt
MAIL_AFTER = timedelta(minutes=60)

WHY: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "en": {
        "late": (
            "It took too long until a person read what I wrote.",
            "I had to ask for a person more than once.",
            "The answer was fine in the end, but I waited far too long for it.",
        ),
        "upset": (
            "I was told the rules when I wanted somebody to help me.",
            "Nobody said sorry. That would have been enough.",
            "Still not happy with how this was handled.",
        ),
        "long": ("I had to write a lot until it was clear what I meant.", "Too many questions for a small matter."),
        "fine": (
            "Quick and clear, thank you.",
            "Got my answer in a minute.",
            "Friendly, and it was sorted right away.",
            "Exactly what I needed to know.",
        ),
        "passed": (
            "Nice that I did not have to explain it all again.",
            "A person who had read everything before writing. Rare.",
        ),
    },
    "de": {
        "late": ("Es hat zu lange gedauert, bis ein Mensch gelesen hat, was ich schrieb.",),
        "upset": ("Ich wollte Hilfe und bekam Regeln vorgelesen.",),
        "long": ("Viele Fragen für eine kleine Sache.",),
        "fine": ("Schnell und klar, danke.", "Freundlich und gleich erledigt."),
    },
}
Ends = dict[str, tuple[int, datetime, dict[str, Any]]]


@dataclass(frozen=True)
class _Went:
    """How one conversation went for its customer."""

    strain: float
    late: bool
    written: int

    @property
    def because(self) -> str:
        """What the customer would name first."""
        if self.late:
            return "late"
        if self.strain > UPSET:
            return "upset"
        return "long" if self.written > 5 else "fine"


def load(chance: Random, now: datetime) -> None:
    """Store who was asked and what they said; nothing where somebody was asked already."""
    if Survey.objects.exists():
        return
    SurveySettings.objects.get_or_create(id=1, defaults={"by_mail": True, "every_days": 0, "not_tagged": ["spam"]})
    over = Conversation.objects.filter(status=Status.RESOLVED, merged_into=None).select_related("customer")
    ends, went = _ends(), _went()
    asked = [
        _asked(talk, ends[str(talk.id)], went[str(talk.id)], chance=chance, now=now)
        for talk in over.order_by("created_at", "id")
        if str(talk.id) in ends and str(talk.id) in went
    ]
    Survey.objects.bulk_create([one for one in asked if one is not None], batch_size=500)


def _ends() -> Ends:
    """Where each conversation was resolved, when, and who had it then, by its id."""
    found: Ends = {}
    held: dict[str, dict[str, Any]] = {}
    entries = Message.objects.exclude(kind=Kind.TEXT).order_by("conversation", "seq")
    for key, seq, kind, data, at in entries.values_list("conversation_id", "seq", "kind", "data", "created_at"):
        talk = str(key)
        if kind == Kind.STATUS and data.get("status") == Status.RESOLVED and "notice" not in data:
            found[talk] = (seq, at, held.get(talk, {}))
        elif kind == Kind.CONTROL:
            held[talk] = data
    return found


def _went() -> dict[str, _Went]:
    """How each conversation went, by its id, of those in which the customer got a reply."""
    late = {
        str(key)
        for key in HandoverLabel.objects.filter(verdict=Verdict.TOO_LATE, ended_at=None).values_list(
            "handover__conversation_id", flat=True
        )
    }
    late |= {
        str(key)
        for key in Review.objects.filter(verdict=ReviewVerdict.MISSED).values_list("conversation_id", flat=True)
    }
    moods = Decision.objects.order_by("asked_seq").annotate(
        anger=KT("facts__signals__anger__value"), distress=KT("facts__signals__distress__value")
    )
    strain = {
        str(key): max(float(anger or 0), float(distress or 0))
        for key, anger, distress in moods.values_list("conversation_id", "anger", "distress")
    }
    replied = Count("pk", filter=Q(author_kind__in=[AuthorKind.ASSISTANT, AuthorKind.AGENT]))
    wrote = Count("pk", filter=Q(author_kind=AuthorKind.CUSTOMER))
    said = Message.objects.filter(kind=Kind.TEXT).order_by().values_list("conversation_id")
    return {
        str(key): _Went(strain.get(str(key), 0.0), str(key) in late, written)
        for key, replies, written in said.annotate(replies=replied, written=wrote)
        if replies and written
    }


def _asked(
    talk: Conversation, end: tuple[int, datetime, dict[str, Any]], went: _Went, *, chance: Random, now: datetime
) -> Survey | None:
    seq, ended_at, held = end
    by = _by(talk, chance)
    if by is None:
        return None
    asked_at = ended_at + (MAIL_AFTER if by == AskedBy.MAIL else timedelta(seconds=chance.uniform(0.3, 2)))
    if asked_at >= now:
        return None
    agent, team = held.get("agent"), held.get("team")
    survey = Survey(
        id=retelling.past_id("srv", asked_at, chance),
        conversation=talk,
        episode=1,
        ended_seq=seq,
        ended_at=ended_at,
        holder=held.get("holder", Holder.ASSISTANT),
        agent_id=None if agent is None else agent["id"],
        team_id=None if team is None else team["id"],
        channel=by,
        asked_at=asked_at,
        expires_at=asked_at + asking.LASTS,
        created_at=asked_at,
    )
    survey.token_hash = proofs.digest(asking.token(survey))
    _answer(survey, went, chance=chance, now=now)
    return survey


def _by(talk: Conversation, chance: Random) -> AskedBy | None:
    if talk.channel == "widget" and chance.random() < IN_WIDGET:
        return AskedBy.WIDGET
    return AskedBy.MAIL if talk.customer.email and chance.random() < BY_MAIL else None


def _answer(survey: Survey, went: _Went, *, chance: Random, now: datetime) -> None:
    """Who was let down or delighted answers a little more often than others."""
    felt = 1.3 if went.because in {"late", "upset"} else 1.0
    minutes = chance.uniform(0.1, 4) if survey.channel == AskedBy.WIDGET else chance.uniform(5, 1500)
    answered_at = (survey.asked_at or now) + timedelta(minutes=minutes)
    if chance.random() > felt * ANSWERS[AskedBy(survey.channel)] or answered_at >= now:
        return
    by_person = 0.25 if survey.holder == Holder.AGENT else 0.0
    fine = 4.3 + by_person - 2.6 * max(0.0, went.strain - 0.2) - (1.5 if went.late else 0)
    easy = 4.9 - 0.28 * went.written - (0.9 if went.late else 0)
    survey.answered_at, survey.heard_at = answered_at, answered_at + timedelta(minutes=2)
    survey.satisfaction = _step(chance.gauss(fine, 0.85))
    survey.effort = _step(chance.gauss(easy, 0.7)) if chance.random() < ALSO_EFFORT else None
    survey.comment = _words(survey, went, chance)


def _words(survey: Survey, went: _Went, chance: Random) -> str:
    """Nobody praises with a low number, or complains with a high one."""
    said, satisfied = WHY.get(survey.conversation.language), (survey.satisfaction or 0) > 3
    if said is None or chance.random() > SAYS_WHY or satisfied is not (went.because == "fine"):
        return ""
    fine_after_all = satisfied and survey.holder == Holder.AGENT and "passed" in said
    return chance.choice(said["passed" if fine_after_all else went.because])


def _step(value: float) -> int:
    return min(5, max(1, round(value)))
