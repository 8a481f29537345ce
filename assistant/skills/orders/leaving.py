"""Gives a wish about an order to a person, with the reason for the desk and in plain words for the customer."""

from collections.abc import Mapping

from assistant.records.contract import OrderSeen
from assistant.skills.clauses import Verdict
from assistant.skills.contract import Leave, Why
from assistant.skills.orders.leaving_words import NOT_ROUTINE
from assistant.skills.orders.words import STATES
from assistant.words import Words, say


def outside(
    verdict: Verdict,
    *,
    order: OrderSeen,
    reason: str,
    language: str,
    words: Mapping[str, Words],
    told: Mapping[str, str],
) -> Leave:
    """The customer hears of the first clause that is broken: `words` by clause, with what is `told` in them."""
    name = next(one.name for one in verdict.broken if one.otherwise == "outside")
    if name == "window" and order.delivered_at is None:
        name = "state"  # it did not arrive yet, so it is no question of days
    sentence = say(words.get(name, NOT_ROUTINE), language).format(order=order.number, **told)
    stands = say(STATES[order.state], language).format(order=order.number) if name == "state" else ""
    return Leave(Why.OUTSIDE_POLICY, reason, f"{stands} {sentence}".strip())
