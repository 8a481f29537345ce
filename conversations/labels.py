"""What the desk calls each trigger and signal."""

from typing_extensions import TypedDict

SIGNALS = {
    "asks_human": "Asks for a person",
    "anger": "Anger or frustration",
    "distress": "Distress",
    "billing_legal": "Billing or legal dispute",
    "policy_exception": "Exception to a policy",
    "intent_missed": "Misunderstood",
    "churn_risk": "At risk of leaving",
    "public_escalation": "Threat of publicity",
    "upsell": "Chance to offer more",
    "cross_department": "Several departments",
    "loop": "Goes in circles",
    "low_confidence": "The assistant is unsure",
}
TRIGGERS = {
    **SIGNALS,
    "own": "A rule of your own",
    "rules_unreadable": "Rules could not be read",
    "assistant_down": "The assistant could not answer",
    "assistant_off": "The assistant is off",
    "copilot": "The assistant drafts, people answer",
    "draft_expired": "Nobody checked the answer in time",
    "refused": "The assistant may not answer this",
    "lead_qualified": "A good lead",
    "model_handover": "The language model asks for a person",
    "outside_handover": "Your own AI asks for a person",
    "model_leak": "An answer would have told too much",
    "model_unfounded": "An answer that no source says",
    "model_uncited": "Money or policy without a source",
    "outside_policy": "Outside of the policy",
    "identity_unproven": "Identity not proven",
    "connector_down": "The records did not answer",
    "gave_up": "The assistant gave up on a task",
    "overtaken": "The records changed meanwhile",
    "connector_failed": "Could not be carried out",
    "model_promise": "An answer that promised a deed",
    "usage_cap": "The plan's resolutions are used",
    "model_budget": "The model's budget is spent",
    "guided": "A supervisor passed it on",
    "low_rating": "The customer was not satisfied",
}


def signal(name: str) -> str:
    """A signal's name for people."""
    return SIGNALS.get(name, name)


class Trigger(TypedDict):
    """Why a conversation goes to a person: its name for programs, and the one for people."""

    name: str
    label: str


def trigger(name: str) -> Trigger:
    """A trigger as `{"name", "label"}`."""
    return {"name": name, "label": TRIGGERS.get(name, name)}
