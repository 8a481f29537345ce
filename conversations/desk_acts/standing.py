"""How a conversation stood before acts, and what has to be known to take them back, as JSON."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils.dateparse import parse_datetime

from conversations import wire
from conversations.models import Conversation

Json = dict[str, Any]


@dataclass(frozen=True)
class Standing:
    """What acts may change, by ids and plain words."""

    status: str
    snoozed_until: datetime | None
    holder: str
    agent_id: str | None
    team_id: str | None
    offered_to_id: str | None
    epoch: int
    priority: str
    trigger: str
    unanswered_since: datetime | None
    asked_seq: int
    tags: tuple[str, ...] = field(default=())

    @classmethod
    def of(cls, conversation: Conversation) -> "Standing":
        """How it stands now."""
        return cls(
            status=conversation.status,
            snoozed_until=conversation.snoozed_until,
            holder=conversation.holder,
            agent_id=conversation.agent_id,
            team_id=conversation.team_id,
            offered_to_id=conversation.offered_to_id,
            epoch=conversation.epoch,
            priority=conversation.priority,
            trigger=conversation.trigger,
            unanswered_since=conversation.unanswered_since,
            asked_seq=conversation.last_customer_seq,
            tags=tuple(conversation.tags),
        )

    @classmethod
    def read(cls, stored: Json) -> "Standing":
        """Out of what `json` gave."""
        moments = {name: _moment(stored[name]) for name in ("snoozed_until", "unanswered_since")}
        return cls(**{**stored, **moments, "tags": tuple(stored["tags"])})

    def json(self) -> Json:
        """For a column of JSON."""
        moments = {
            "snoozed_until": wire.stamp(self.snoozed_until) if self.snoozed_until else None,
            "unanswered_since": wire.stamp(self.unanswered_since) if self.unanswered_since else None,
        }
        return {**vars(self), **moments, "tags": list(self.tags)}

    def same_hand(self, other: "Standing") -> bool:
        """Whether nobody moved the baton, closed or opened it between the two."""
        return (self.epoch, self.status, self.snoozed_until) == (other.epoch, other.status, other.snoozed_until)


def _moment(stored: str | None) -> datetime | None:
    return None if stored is None else parse_datetime(stored)
