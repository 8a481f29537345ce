"""What a company sets for its control room: from which risk on a tier begins, and which tiers force approval."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, cast

from django.db import transaction
from django.utils.translation import gettext
from typing_extensions import TypedDict

from assistant.models import Intent
from conversations.control_room import risk
from conversations.models import ControlRoomSettings, Tier
from tenants.errors import ParameterError
from tenants.trail import audit
from tenants.trail.audit import About, Actor

ApproveFrom = Literal["raised", "high"]
NEVER = "never"  # kept for a topic that no tier forces to wait
FORCES: Mapping[str, frozenset[Tier]] = {
    Tier.RAISED: frozenset({Tier.RAISED, Tier.HIGH}),
    Tier.HIGH: frozenset({Tier.HIGH}),
}


class TopicApproval(TypedDict):
    """A topic that goes its own way: from which tier on an answer waits for a yes, null for none."""

    topic: str
    approve_from: ApproveFrom | None


class ControlRoomSettingsRow(TypedDict):
    """From which risk on a conversation is raised or high, and what forces approval."""

    raised_from: int
    """Of 100."""
    high_from: int
    approve_from: ApproveFrom | None
    """From which tier on an answer waits for a yes; null: the tier forces nothing."""
    topics: list[TopicApproval]
    alerts: bool
    """Whether supervisors are alerted to a new high risk."""


@dataclass(frozen=True)
class Wanted:
    """What the request to change them asks."""

    raised_from: int
    high_from: int
    approve_from: str
    topics: Mapping[str, str]  # of each topic that goes its own way: raised, high, or "" for none
    alerts: bool


def current() -> ControlRoomSettings:
    """Those in force; one query."""
    return ControlRoomSettings.objects.first() or ControlRoomSettings()


def tier(settings: ControlRoomSettings, score: int) -> Tier:
    """The tier of a risk."""
    return risk.tier_of(score, raised_from=settings.raised_from, high_from=settings.high_from)


def forces_approval(settings: ControlRoomSettings, tier: Tier, topic: str) -> bool:
    """Whether an answer in this tier, on this topic, waits for somebody's yes."""
    asked = settings.approve_topics.get(topic, settings.approve_from)
    return tier in FORCES.get(asked, frozenset())


@transaction.atomic
def change(wanted: Wanted, actor: Actor) -> ControlRoomSettings:
    """Set them, and write down who did; ParameterError for a topic that is not there."""
    unknown = set(wanted.topics) - set(Intent.objects.filter(name__in=wanted.topics).values_list("name", flat=True))
    if unknown:
        raise ParameterError(
            gettext("topics: there is no topic “{unknown}”.").format(unknown=min(unknown)), param="topics"
        )
    ControlRoomSettings.objects.get_or_create(id=1)
    kept = ControlRoomSettings.objects.select_for_update().get(id=1)
    before = shown(kept)
    kept.raised_from, kept.high_from = wanted.raised_from, wanted.high_from
    kept.approve_from, kept.alerts = wanted.approve_from, wanted.alerts
    kept.approve_topics = {name: asked or NEVER for name, asked in wanted.topics.items()}
    kept.save()
    changes = audit.changed(before, shown(kept))
    if changes:
        audit.record("control_room.changed", actor=actor, about=About("control_room"), changes=changes)
    return kept


def shown(settings: ControlRoomSettings) -> ControlRoomSettingsRow:
    """As the console reads them."""
    return {
        "raised_from": settings.raised_from,
        "high_from": settings.high_from,
        "approve_from": cast("ApproveFrom | None", settings.approve_from or None),
        "topics": [
            {"topic": name, "approve_from": None if asked == NEVER else cast("ApproveFrom", asked)}
            for name, asked in sorted(settings.approve_topics.items())
        ],
        "alerts": settings.alerts,
    }
