"""The names of the signals that are heard in a conversation, in the order of the network's outputs."""

NAMES = (
    "distress", "billing_legal", "asks_human", "public_escalation", "anger", "churn_risk", "policy_exception",
    "cross_department", "loop", "intent_missed", "upsell",
)  # fmt: skip
