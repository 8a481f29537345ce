"""Writes down how grave a conversation stands after a turn, in the transaction of what the turn decided."""

import json
from collections.abc import Mapping

from django.utils import timezone
from django.utils.translation import gettext

from agents.permissions import Right
from conversations.alerts import raising
from conversations.control_room import standing, tiers, watching
from conversations.control_room.risk import Risk
from conversations.decided import Decided
from conversations.models import ActKind, ActState, AlertKind, Conversation, Holder, OversightAct, Tier
from tenants import current, ids

WRITE = """
WITH before AS (SELECT tier FROM conversations_oversight WHERE conversation_id = %(conversation)s)
INSERT INTO conversations_oversight AS kept
    (id, conversation_id, risk, highest, tier, reasons, topic, asked_seq, updated_at)
VALUES (%(id)s, %(conversation)s, %(risk)s, %(risk)s, %(tier)s, %(reasons)s, %(topic)s, %(asked)s, %(now)s)
ON CONFLICT (conversation_id) DO UPDATE SET
    risk = EXCLUDED.risk, highest = greatest(kept.highest, EXCLUDED.risk), tier = EXCLUDED.tier,
    reasons = EXCLUDED.reasons, topic = EXCLUDED.topic, asked_seq = EXCLUDED.asked_seq, updated_at = EXCLUDED.updated_at
RETURNING (SELECT tier FROM before)
"""


def keep(conversation: Conversation, decided: Decided, acts: Mapping[str, OversightAct], *, asked_seq: int) -> None:
    """Keep it, and tell supervisors of a live conversation that became high; the conversation is locked."""
    stands = decided.risk
    if stands is None:
        return
    settings = decided.room
    tier = tiers.tier(settings, stands.score)
    before = _write(conversation, stands, tier=tier, topic=decided.manner.topic, asked_seq=asked_seq)
    dismissal = acts.get(ActKind.DISMISSAL)
    if dismissal is not None and watching.outgrown(dismissal, stands):
        standing.end(str(conversation.id), ActKind.DISMISSAL, ActState.ENDED)
        dismissal = None
    grew = tier == Tier.HIGH and before != Tier.HIGH and dismissal is None
    if grew and settings.alerts and conversation.holder == Holder.ASSISTANT:
        raising.raise_to(
            Right.SUPERVISE_ASSISTANT,
            kind=AlertKind.RISK_HIGH,
            subject=lambda: gettext("A live conversation of the assistant became risky"),
            text=f"{conversation.customer.name}: {stands.reasons[0].label}",
            conversation=conversation,
        )


def _write(conversation: Conversation, stands: Risk, *, tier: Tier, topic: str, asked_seq: int) -> str | None:
    """The tier that it had before, None when it was never measured; one statement."""
    values = {
        "id": ids.uuid7(),
        "conversation": ids.decode("conv", str(conversation.id)),
        "risk": stands.score,
        "tier": tier.value,
        "reasons": json.dumps([one.to_json() for one in stands.reasons]),
        "topic": topic,
        "asked": asked_seq,
        "now": timezone.now(),
    }
    with current.connection.cursor() as cursor:
        cursor.execute(WRITE, values)
        row = cursor.fetchone()
    return None if row is None or row[0] is None else str(row[0])
