"""What rules are made of: the facts with the comparisons that each knows, triggers, deeds and priorities."""

from __future__ import annotations

from collections.abc import Mapping

from escalation.circumstances import CHANNELS, MODES, WEEKDAYS
from escalation.facts import COURSES
from escalation.signals import NAMES

SIGNALS = (*NAMES, "low_confidence")
COUNTS = ("customer_messages", "assistant_messages", "agent_messages", "unsure", "unsure_in_a_row")
SKILL_FACTS = ("name", "outcome")
NUMERIC = ("at_least", "at_most", "above", "below")
OPPOSITE = {"at_least": "below", "below": "at_least", "at_most": "above", "above": "at_most"}
PLAIN = ("is", "one_of")

OPERATORS: Mapping[str, tuple[str, ...]] = {
    "signal": ("fires", *NUMERIC),
    "rise": NUMERIC,
    "confidence": NUMERIC,
    "confidence_share": NUMERIC,
    "count": (*NUMERIC, "is"),
    "customer": (*NUMERIC, *PLAIN, "known"),
    "language": PLAIN,
    "topic": PLAIN,
    "channel": PLAIN,
    "mode": PLAIN,
    "weekday": PLAIN,
    "clock": ("between",),
    "hours": ("is",),
    "skill": PLAIN,
}
NAMED: Mapping[str, tuple[str, ...]] = {"signal": SIGNALS, "rise": COURSES, "count": COUNTS, "skill": SKILL_FACTS}
FREELY_NAMED = ("customer", "hours")  # customer.<attribute>, hours.<team>
BARE = ("confidence", "confidence_share", "language", "topic", "channel", "mode", "weekday", "clock", "hours")
CHOICES: Mapping[str, tuple[str, ...]] = {"channel": CHANNELS, "mode": MODES, "weekday": WEEKDAYS}
WITHIN: Mapping[str, tuple[float, float]] = {"signal": (0, 1), "confidence": (0, 1), "rise": (-1, 1)}

OWN = "own"  # the trigger of a rule that has a reason of its own
TRIGGERS = (*SIGNALS, OWN)
# The gravest first; a tenant may tighten these, never loosen them.
PROTECTIVE = ("distress", "billing_legal", "asks_human")
REQUIRED = ("distress", "asks_human")  # books written before disputes had a signal rest on the floor for them
HAND_OVER, ASK_APPROVAL, MARK = DOES = ("hand_over", "ask_approval", "mark")
PRIORITIES = ("normal", "high", "urgent")
GROUPS = ("supervisors", "admins")  # that a rule may notify, beside single people
