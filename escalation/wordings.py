"""What people call the things that rules are made of; every text that an admin reads about them begins here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SignalWords:
    """A signal as a noun, and as what is so when it is heard and when it is not; what stands in * is emphasised."""

    noun: str
    heard: str
    unheard: str
    about: str
    article: str = "the "

    @property
    def subject(self) -> str:
        """The noun as a sentence begins with it."""
        return f"{self.article}{self.noun}"


SIGNALS: Mapping[str, SignalWords] = {
    "distress": SignalWords(
        "distress",
        "the customer seems to be *in distress*",
        "the customer does *not* seem to be *in distress*",
        "Grief, fear, illness, despair, or another vulnerable situation.",
        article="",
    ),
    "billing_legal": SignalWords(
        "talk of a dispute",
        "the customer *disputes a bill or takes a legal step*",
        "the customer *neither disputes a bill nor takes a legal step*",
        "A charge is contested, or lawyers, courts, authorities or the customer's rights are brought up.",
        article="",
    ),
    "asks_human": SignalWords(
        "wish for a person",
        "the customer *asks for a person*",
        "the customer does *not* ask *for a person*",
        "In words, or with the button that asks for a person.",
    ),
    "public_escalation": SignalWords(
        "threat to go public",
        "the customer *threatens to go public*",
        "the customer does *not* threaten *to go public*",
        "A bad review, social media or the press.",
    ),
    "anger": SignalWords(
        "anger",
        "the customer is *angry or frustrated*",
        "the customer is *not angry or frustrated*",
        "How upset the customer sounds, with what was said before in mind.",
        article="",
    ),
    "churn_risk": SignalWords(
        "risk of leaving",
        "the customer *may be about to leave*",
        "the customer does *not* seem to be *about to leave*",
        "Talk of cancelling or of changing to somebody else.",
    ),
    "policy_exception": SignalWords(
        "wish for an exception",
        "the customer *asks for an exception* to the rules of the house",
        "the customer does *not* ask *for an exception* to the rules of the house",
        "What is asked for goes beyond what the policy allows.",
    ),
    "cross_department": SignalWords(
        "need of several departments",
        "*several departments* are needed",
        "*one department* is enough",
        "What is asked for belongs to more than one team.",
    ),
    "loop": SignalWords(
        "repetition",
        "the conversation *goes in circles*",
        "the conversation does *not* go *in circles*",
        "The same is asked or answered again and again.",
        article="",
    ),
    "intent_missed": SignalWords(
        "misunderstanding",
        "the assistant *misunderstood the customer*",
        "the assistant did *not* misunderstand *the customer*",
        "The customer says that this was not what they meant.",
        article="",
    ),
    "upsell": SignalWords(
        "chance to offer more",
        "there is a *chance to offer more*",
        "there is *no chance to offer more*",
        "The customer asks for more than they have.",
    ),
    "low_confidence": SignalWords(
        "doubt of the assistant",
        "the assistant is *not sure of its answer*",
        "the assistant is *sure of its answer*",
        "Known once the assistant has looked for an answer.",
    ),
}
# Triggers as they are named in lists; those that are signals carry the label of the company's own rule beside it.
TRIGGERS: Mapping[str, tuple[str, str]] = {
    "distress": ("Distress or vulnerability", "Always on: somebody in distress gets a person first."),
    "billing_legal": ("Billing or legal dispute", "Always on: disputes are decided by people."),
    "asks_human": ("Customer asks for a person", "Always on: whoever asks for a person gets one."),
    "public_escalation": ("Threat of publicity", "The customer threatens to make it public."),
    "anger": ("Anger or frustration", "The customer is angry or frustrated."),
    "churn_risk": ("At risk of leaving", "The customer may be about to leave."),
    "policy_exception": ("Exception to a policy", "What is asked for needs somebody's discretion."),
    "cross_department": ("Several departments", "More than one team is needed."),
    "loop": ("The conversation goes in circles", "The conversation repeats itself."),
    "intent_missed": ("Misunderstood", "The assistant missed what the customer means more than once."),
    "upsell": ("Chance to offer more", "The customer may need more than they have."),
    "low_confidence": ("The assistant is not sure", "The assistant has no answer that it is sure of."),
    "own": ("A reason of your own", "Anything else that your company wants a person for."),
}
DOES: Mapping[str, tuple[str, str]] = {
    "hand_over": ("Hand over to a person", "A person takes the conversation; the customer reads your words."),
    "ask_approval": (
        "Ask a person to approve the answer",
        "The assistant's answer waits until an agent lets it go. Where it has none, a person takes the conversation.",
    ),
    "mark": (
        "Only tag or notify",
        "The assistant goes on; the tags are set and the people told, wherever the rule stands in the list.",
    ),
}
COUNTS: Mapping[str, str] = {
    "customer_messages": "messages of the customer",
    "assistant_messages": "messages of the assistant",
    "agent_messages": "messages of the team",
    "unsure": "times that the assistant was unsure",
    "unsure_in_a_row": "times in a row that the assistant was unsure",
}
FACTS: Mapping[str, str] = {
    "confidence": "the assistant's confidence",
    "confidence_share": "the assistant's confidence",
    "language": "the language",
    "topic": "the topic",
    "channel": "the channel",
    "mode": "the assistant's mode",
    "weekday": "the weekday",
    "clock": "the time of day",
    "skill.name": "the assistant's task",
    "skill.outcome": "how the assistant's task ended",
}
PRIORITIES: Mapping[str, str] = {"normal": "Normal", "high": "High", "urgent": "Urgent"}
GROUPS: Mapping[str, str] = {"supervisors": "the supervisors", "admins": "the admins"}

LEVELS: tuple[tuple[float, str], ...] = ((0.25, "any"), (0.5, "some"), (0.7, "high"), (0.85, "very high"))
RISES: tuple[tuple[float, str], ...] = ((0.15, "a little"), (0.3, "clearly"), (0.5, "steeply"))

CHANNELS: Mapping[str, str] = {"widget": "Chat on the site", "email": "E-mail", "api": "Own channel"}
BY_CHANNEL: Mapping[str, str] = {"widget": "in the chat", "email": "by e-mail", "api": "by your own channel"}
MODES: Mapping[str, str] = {
    "autopilot": "Answers by itself",
    "supervised": "Each answer waits for an agent",
    "copilot": "Drafts for agents only",
    "off": "Off",
}
IN_MODE: Mapping[str, str] = {
    "autopilot": "answers by itself",
    "supervised": "waits for an agent with each answer",
    "copilot": "only drafts for agents",
    "off": "is off",
}
OUTCOMES: Mapping[str, str] = {
    "outside_policy": "it was outside of the policy",
    "identity_unproven": "the customer could not prove who they are",
    "connector_down": "the records did not answer",
    "gave_up": "it found no way on",
}
LANGUAGES: Mapping[str, str] = {
    "ar": "Arabic", "bg": "Bulgarian", "ca": "Catalan", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek",
    "en": "English", "es": "Spanish", "et": "Estonian", "fa": "Persian", "fi": "Finnish", "fr": "French",
    "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "id": "Indonesian", "it": "Italian",
    "ja": "Japanese", "ko": "Korean", "lt": "Lithuanian", "lv": "Latvian", "nb": "Norwegian", "nl": "Dutch",
    "no": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak",
    "sl": "Slovenian", "sr": "Serbian", "sv": "Swedish", "th": "Thai", "tr": "Turkish", "uk": "Ukrainian",
    "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip


def language(code: str) -> str:
    """A language's English name; its code where none is known."""
    return LANGUAGES.get(code.split("-", maxsplit=1)[0].lower(), code)


def spaced(name: str) -> str:
    """A machine's name as words: `order_status` is "order status"."""
    return name.replace("_", " ").strip() or name


def listed(items: Sequence[str]) -> str:
    """Items as a list in English: "a, b and c"."""
    return " and ".join([*([", ".join(items[:-1])] if len(items) > 1 else []), *items[-1:]])


def fact(name: str) -> str:
    """What a fact is called within a sentence, by its name in documents."""
    kind, _, rest = name.partition(".")
    match kind:
        case "signal":
            return SIGNALS[rest].subject
        case "rise":
            return f"the rise of {SIGNALS[rest].noun}"
        case "count":
            return f"the number of {COUNTS[rest]}"
        case "customer":
            return f"the customer's {spaced(rest)}"
        case "hours":
            return f"the hours of {rest}" if rest else "the opening hours"
        case _:
            return FACTS[name]
