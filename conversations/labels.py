"""What the desk calls each trigger and signal."""

from django.utils.translation import gettext, gettext_noop
from typing_extensions import TypedDict

from escalation.defaults import DEFAULT_RULES

SIGNALS = {
    "asks_human": gettext_noop("Asks for a person"),
    "anger": gettext_noop("Anger or frustration"),
    "distress": gettext_noop("Distress"),
    "billing_legal": gettext_noop("Billing or legal dispute"),
    "policy_exception": gettext_noop("Exception to a policy"),
    "intent_missed": gettext_noop("Misunderstood"),
    "churn_risk": gettext_noop("At risk of leaving"),
    "public_escalation": gettext_noop("Threat of publicity"),
    "upsell": gettext_noop("Chance to offer more"),
    "cross_department": gettext_noop("Several departments"),
    "loop": gettext_noop("Goes in circles"),
    "low_confidence": gettext_noop("The assistant is unsure"),
}
TRIGGERS = {
    **SIGNALS,
    "own": gettext_noop("A rule of your own"),
    "rules_unreadable": gettext_noop("Rules could not be read"),
    "assistant_down": gettext_noop("The assistant could not answer"),
    "assistant_off": gettext_noop("The assistant is off"),
    "copilot": gettext_noop("The assistant drafts, people answer"),
    "draft_expired": gettext_noop("Nobody checked the answer in time"),
    "refused": gettext_noop("The assistant may not answer this"),
    "lead_qualified": gettext_noop("A good lead"),
    "model_handover": gettext_noop("The language model asks for a person"),
    "outside_handover": gettext_noop("Your own AI asks for a person"),
    "model_leak": gettext_noop("An answer would have told too much"),
    "model_unfounded": gettext_noop("An answer that no source says"),
    "model_uncited": gettext_noop("Money or policy without a source"),
    "outside_policy": gettext_noop("Outside of the policy"),
    "identity_unproven": gettext_noop("Identity not proven"),
    "connector_down": gettext_noop("The records did not answer"),
    "gave_up": gettext_noop("The assistant gave up on a task"),
    "overtaken": gettext_noop("The records changed meanwhile"),
    "connector_failed": gettext_noop("Could not be carried out"),
    "model_promise": gettext_noop("An answer that promised a deed"),
    "usage_cap": gettext_noop("The plan's resolutions are used"),
    "model_budget": gettext_noop("The model's budget is spent"),
    "guided": gettext_noop("A supervisor passed it on"),
    "low_rating": gettext_noop("The customer was not satisfied"),
}

# What the rules that come with Baton say; a company that changed them says its own words in its own language.
_OUR_LABELS = frozenset(rule["label"] for rule in DEFAULT_RULES["rules"])
_OUR_REASONS = tuple(rule["reason"] for rule in DEFAULT_RULES["rules"])


def of_rule(label: str) -> str:
    """The label of a rule, in the reader's language where it is one of ours."""
    return gettext(label) if label in _OUR_LABELS else label


def reason(stored: str) -> str:
    """Why a person was asked, with the quote behind it, in the reader's language where the words are ours."""
    for ours in _OUR_REASONS:
        stem = ours.removesuffix(".")
        if stored == ours or stored.startswith(f"{stem}: “"):
            return gettext(ours).removesuffix(".") + stored.removeprefix(stem)
    return stored


def signal(name: str) -> str:
    """A signal's name for people."""
    return gettext(SIGNALS[name]) if name in SIGNALS else name


class Trigger(TypedDict):
    """Why a conversation goes to a person: its name for programs, and the one for people."""

    name: str
    label: str


def trigger(name: str) -> Trigger:
    """A trigger as `{"name", "label"}`."""
    return {"name": name, "label": gettext(TRIGGERS[name]) if name in TRIGGERS else name}
