"""Which of the shop's topics a scenario of the past is about, as the assistant would have told."""

from collections.abc import Mapping

from conversations.demo.dialogues import Scenario

ORDERS, RETURNS, WORKSHOP = "Where is my order", "Returns and refunds", "Workshop"
CHOOSING, PAYMENT, FAULTS = "Choosing a bike", "Payment and invoices", "Faults and guarantee"
TOPICS: Mapping[str, str] = {
    "delivery": ORDERS,
    "collection": ORDERS,
    "orders": ORDERS,
    "cancel": ORDERS,
    "change": ORDERS,
    "returns": RETURNS,
    "refund": RETURNS,
    "exchange": RETURNS,
    "workshop": WORKSHOP,
    "booking": WORKSHOP,
    "advice": CHOOSING,
    "sizing": CHOOSING,
    "presales": CHOOSING,
    "payment": PAYMENT,
    "billing": PAYMENT,
    "gifts": PAYMENT,
    "troubleshooting": FAULTS,
    "warranty": FAULTS,
    "safety": FAULTS,
    "e-bikes": FAULTS,
}  # by the tags of scenarios; the others are about none


def topic(scenario: Scenario) -> str:
    """The topic of its first tag that has one; "" for none."""
    return next((TOPICS[tag] for tag in scenario.tags if tag in TOPICS), "")
