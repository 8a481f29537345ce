"""What people call the things that rules are made of; every text that an admin reads about them begins here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from babel import Locale
from django.utils.translation import gettext, gettext_noop

from tenants import speaking


@dataclass(frozen=True, slots=True)
class SignalWords:
    """A signal as a noun, and as what is so when it is heard and when it is not; what stands in * is emphasised."""

    noun: str
    heard: str
    unheard: str
    about: str
    subject: str = ""
    """The noun as a sentence begins with it, where that is something else."""

    def spoken(self) -> SignalWords:
        """The same in the language that is spoken now."""
        return SignalWords(
            gettext(self.noun),
            gettext(self.heard),
            gettext(self.unheard),
            gettext(self.about),
            gettext(self.subject or self.noun),
        )


SIGNALS: Mapping[str, SignalWords] = {
    "distress": SignalWords(
        gettext_noop("distress"),
        gettext_noop("the customer seems to be *in distress*"),
        gettext_noop("the customer does *not* seem to be *in distress*"),
        gettext_noop("Grief, fear, illness, despair, or another vulnerable situation."),
    ),
    "billing_legal": SignalWords(
        gettext_noop("talk of a dispute"),
        gettext_noop("the customer *disputes a bill or takes a legal step*"),
        gettext_noop("the customer *neither disputes a bill nor takes a legal step*"),
        gettext_noop("A charge is contested, or lawyers, courts, authorities or the customer's rights are brought up."),
    ),
    "asks_human": SignalWords(
        gettext_noop("wish for a person"),
        gettext_noop("the customer *asks for a person*"),
        gettext_noop("the customer does *not* ask *for a person*"),
        gettext_noop("In words, or with the button that asks for a person."),
        gettext_noop("the wish for a person"),
    ),
    "public_escalation": SignalWords(
        gettext_noop("threat to go public"),
        gettext_noop("the customer *threatens to go public*"),
        gettext_noop("the customer does *not* threaten *to go public*"),
        gettext_noop("A bad review, social media or the press."),
        gettext_noop("the threat to go public"),
    ),
    "anger": SignalWords(
        gettext_noop("anger"),
        gettext_noop("the customer is *angry or frustrated*"),
        gettext_noop("the customer is *not angry or frustrated*"),
        gettext_noop("How upset the customer sounds, with what was said before in mind."),
    ),
    "churn_risk": SignalWords(
        gettext_noop("risk of leaving"),
        gettext_noop("the customer *may be about to leave*"),
        gettext_noop("the customer does *not* seem to be *about to leave*"),
        gettext_noop("Talk of cancelling or of changing to somebody else."),
        gettext_noop("the risk of leaving"),
    ),
    "policy_exception": SignalWords(
        gettext_noop("wish for an exception"),
        gettext_noop("the customer *asks for an exception* to the rules of the house"),
        gettext_noop("the customer does *not* ask *for an exception* to the rules of the house"),
        gettext_noop("What is asked for goes beyond what the policy allows."),
        gettext_noop("the wish for an exception"),
    ),
    "cross_department": SignalWords(
        gettext_noop("need of several departments"),
        gettext_noop("*several departments* are needed"),
        gettext_noop("*one department* is enough"),
        gettext_noop("What is asked for belongs to more than one team."),
        gettext_noop("the need of several departments"),
    ),
    "loop": SignalWords(
        gettext_noop("repetition"),
        gettext_noop("the conversation *goes in circles*"),
        gettext_noop("the conversation does *not* go *in circles*"),
        gettext_noop("The same is asked or answered again and again."),
    ),
    "intent_missed": SignalWords(
        gettext_noop("misunderstanding"),
        gettext_noop("the assistant *misunderstood the customer*"),
        gettext_noop("the assistant did *not* misunderstand *the customer*"),
        gettext_noop("The customer says that this was not what they meant."),
    ),
    "upsell": SignalWords(
        gettext_noop("chance to offer more"),
        gettext_noop("there is a *chance to offer more*"),
        gettext_noop("there is *no chance to offer more*"),
        gettext_noop("The customer asks for more than they have."),
        gettext_noop("the chance to offer more"),
    ),
    "low_confidence": SignalWords(
        gettext_noop("doubt of the assistant"),
        gettext_noop("the assistant is *not sure of its answer*"),
        gettext_noop("the assistant is *sure of its answer*"),
        gettext_noop("Known once the assistant has looked for an answer."),
        gettext_noop("the doubt of the assistant"),
    ),
}
# Triggers as they are named in lists; those that are signals carry the label of the company's own rule beside it.
TRIGGERS: Mapping[str, tuple[str, str]] = {
    "distress": (
        gettext_noop("Distress or vulnerability"),
        gettext_noop("Always on: somebody in distress gets a person first."),
    ),
    "billing_legal": (
        gettext_noop("Billing or legal dispute"),
        gettext_noop("Always on: disputes are decided by people."),
    ),
    "asks_human": (
        gettext_noop("Customer asks for a person"),
        gettext_noop("Always on: whoever asks for a person gets one."),
    ),
    "public_escalation": (
        gettext_noop("Threat of publicity"),
        gettext_noop("The customer threatens to make it public."),
    ),
    "anger": (gettext_noop("Anger or frustration"), gettext_noop("The customer is angry or frustrated.")),
    "churn_risk": (gettext_noop("At risk of leaving"), gettext_noop("The customer may be about to leave.")),
    "policy_exception": (
        gettext_noop("Exception to a policy"),
        gettext_noop("What is asked for needs somebody's discretion."),
    ),
    "cross_department": (gettext_noop("Several departments"), gettext_noop("More than one team is needed.")),
    "loop": (gettext_noop("The conversation goes in circles"), gettext_noop("The conversation repeats itself.")),
    "intent_missed": (
        gettext_noop("Misunderstood"),
        gettext_noop("The assistant missed what the customer means more than once."),
    ),
    "upsell": (gettext_noop("Chance to offer more"), gettext_noop("The customer may need more than they have.")),
    "low_confidence": (
        gettext_noop("The assistant is not sure"),
        gettext_noop("The assistant has no answer that it is sure of."),
    ),
    "own": (gettext_noop("A reason of your own"), gettext_noop("Anything else that your company wants a person for.")),
}
DOES: Mapping[str, tuple[str, str]] = {
    "hand_over": (
        gettext_noop("Hand over to a person"),
        gettext_noop("A person takes the conversation; the customer reads your words."),
    ),
    "ask_approval": (
        gettext_noop("Ask a person to approve the answer"),
        gettext_noop(
            "The assistant's answer waits until an agent lets it go. Where it has none, a person takes the "
            "conversation."
        ),
    ),
    "mark": (
        gettext_noop("Only tag or notify"),
        gettext_noop(
            "The assistant goes on; the tags are set and the people told, wherever the rule stands in the list."
        ),
    ),
}
COUNTS: Mapping[str, str] = {
    "customer_messages": gettext_noop("messages of the customer"),
    "assistant_messages": gettext_noop("messages of the assistant"),
    "agent_messages": gettext_noop("messages of the team"),
    "unsure": gettext_noop("times that the assistant was unsure"),
    "unsure_in_a_row": gettext_noop("times in a row that the assistant was unsure"),
}
FACTS: Mapping[str, str] = {
    "confidence": gettext_noop("the assistant's confidence"),
    "confidence_share": gettext_noop("the assistant's confidence"),
    "language": gettext_noop("the language"),
    "topic": gettext_noop("the topic"),
    "channel": gettext_noop("the channel"),
    "mode": gettext_noop("the assistant's mode"),
    "weekday": gettext_noop("the weekday"),
    "clock": gettext_noop("the time of day"),
    "skill.name": gettext_noop("the assistant's task"),
    "skill.outcome": gettext_noop("how the assistant's task ended"),
}
PRIORITIES: Mapping[str, str] = {
    "normal": gettext_noop("Normal"),
    "high": gettext_noop("High"),
    "urgent": gettext_noop("Urgent"),
}
GROUPS: Mapping[str, str] = {"supervisors": gettext_noop("the supervisors"), "admins": gettext_noop("the admins")}

LEVELS: tuple[tuple[float, str], ...] = (
    (0.25, gettext_noop("any")),
    (0.5, gettext_noop("some")),
    (0.7, gettext_noop("high")),
    (0.85, gettext_noop("very high")),
)
RISES: tuple[tuple[float, str], ...] = (
    (0.15, gettext_noop("a little")),
    (0.3, gettext_noop("clearly")),
    (0.5, gettext_noop("steeply")),
)

CHANNELS: Mapping[str, str] = {
    "widget": gettext_noop("Chat on the site"),
    "email": gettext_noop("E-mail"),
    "api": gettext_noop("Own channel"),
}
BY_CHANNEL: Mapping[str, str] = {
    "widget": gettext_noop("in the chat"),
    "email": gettext_noop("by e-mail"),
    "api": gettext_noop("by your own channel"),
}
MODES: Mapping[str, str] = {
    "autopilot": gettext_noop("Answers by itself"),
    "supervised": gettext_noop("Each answer waits for an agent"),
    "copilot": gettext_noop("Drafts for agents only"),
    "off": gettext_noop("Off"),
}
IN_MODE: Mapping[str, str] = {
    "autopilot": gettext_noop("answers by itself"),
    "supervised": gettext_noop("waits for an agent with each answer"),
    "copilot": gettext_noop("only drafts for agents"),
    "off": gettext_noop("is off"),
}
OUTCOMES: Mapping[str, str] = {
    "outside_policy": gettext_noop("it was outside of the policy"),
    "identity_unproven": gettext_noop("the customer could not prove who they are"),
    "connector_down": gettext_noop("the records did not answer"),
    "gave_up": gettext_noop("it found no way on"),
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
    """A language's name; its code where none is known."""
    base = code.split("-", maxsplit=1)[0].lower()
    if speaking.now() == speaking.ENGLISH:
        return LANGUAGES.get(base, code)
    return str(Locale(speaking.now()).languages.get(base, code))


def spoken(words: Mapping[str, str]) -> dict[str, str]:
    """The words of one of these lists in the language that is spoken now."""
    return {name: gettext(label) for name, label in words.items()}


def spaced(name: str) -> str:
    """A machine's name as words: `order_status` is "order status"."""
    return name.replace("_", " ").strip() or name


def listed(items: Sequence[str]) -> str:
    """Items as a list: "a, b and c"."""
    return gettext(" and ").join([*([", ".join(items[:-1])] if len(items) > 1 else []), *items[-1:]])


def fact(name: str) -> str:
    """What a fact is called within a sentence, by its name in documents."""
    kind, _, rest = name.partition(".")
    match kind:
        case "signal":
            return SIGNALS[rest].spoken().subject
        case "rise":
            return gettext("the rise of {noun}").format(noun=SIGNALS[rest].spoken().noun)
        case "count":
            return gettext("the number of {things}").format(things=gettext(COUNTS[rest]))
        case "customer":
            return gettext("the customer's {what}").format(what=spaced(rest))
        case "hours":
            return gettext("the hours of {team}").format(team=rest) if rest else gettext("the opening hours")
        case _:
            return gettext(FACTS[name])
