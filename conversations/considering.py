"""What a decision considered, as agents read it: rules that held, rules that nearly did, moods, and versions."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from typing_extensions import TypedDict

from conversations import labels
from escalation.phrases import number, percent

_SHARES = ("signal", "confidence", "confidence_share", "rise")
_NAMES = {
    "confidence": "confidence",
    "confidence_share": "confidence against its threshold",
    "count.customer_messages": "messages of the customer",
    "count.assistant_messages": "messages of the assistant",
    "count.agent_messages": "messages of people",
    "count.unsure": "unsure answers",
    "count.unsure_in_a_row": "unsure answers in a row",
}
_NEEDED = {
    "at_least": "{name} {was} of the {needed} needed",
    "above": "{name} {was}, needed above {needed}",
    "at_most": "{name} {was}, needed at most {needed}",
    "below": "{name} {was}, needed below {needed}",
    "is": "{name} {was}, needed exactly {needed}",
    "is_not": "{name} {was}, needed anything but {needed}",
}
MODELS = {
    "engine": "Engine",
    "model": "Language model",
    "token": "Token of your own AI",
    "signals": "Signals",
    "retrieval": "Retrieval",
    "minilm": "MiniLM",
    "use": "Sentence encoder",
}
ENGINES = {"embedded": "Baton's own", "language_model": "Language model", "outside": "Your own AI"}


class RuleLack(TypedDict):
    """One thing that a rule lacked: "Anger 61% of the 70% needed"."""

    fact: str
    was: float
    operator: str
    needed: float
    words: str


class RuleFired(TypedDict):
    """A rule that held at a decision."""

    rule: str
    trigger: labels.Trigger
    does: Literal["hand_over", "ask_approval", "mark"]


class RuleNearly(TypedDict):
    """A rule that one comparison kept from holding."""

    rule: str
    trigger: labels.Trigger
    lacks: list[RuleLack]


class RulesConsidered(TypedDict):
    """The rules that held at a decision, the deciding one first, and those that one comparison kept from it."""

    fired: list[RuleFired]
    nearly: list[RuleNearly]


class MoodStep(TypedDict):
    """How strong a mood was when the customer wrote the message `seq`, within 0..1."""

    seq: int
    value: float


class ModelVersion(TypedDict):
    """What measured or answered, with its version."""

    name: str
    label: str
    version: str


def considered(stored: Mapping[str, Any] | None) -> RulesConsidered | None:
    """The rules that held and those that nearly did, with what they lacked in words; None where nothing is known."""
    if stored is None:
        return None
    return {
        "fired": [
            {"rule": one["rule"], "trigger": labels.trigger(one["trigger"]), "does": one["does"]}
            for one in stored["fired"]
        ],
        "nearly": [
            {
                "rule": one["rule"],
                "trigger": labels.trigger(one["trigger"]),
                "lacks": [_lack(lack) for lack in one["lacks"]],
            }
            for one in stored["nearly"]
        ],
    }


def _lack(lack: Mapping[str, Any]) -> RuleLack:
    return {
        "fact": lack["fact"],
        "was": lack["was"],
        "operator": lack["operator"],
        "needed": lack["needed"],
        "words": lack_words(lack),
    }


def lack_words(lack: Mapping[str, Any]) -> str:
    """One thing that a rule lacked: "anger 61% of the 70% needed"."""
    show = percent if str(lack["fact"]).partition(".")[0] in _SHARES else number
    pattern = _NEEDED[str(lack["operator"])]
    words = pattern.format(name=_name(str(lack["fact"])), was=show(lack["was"]), needed=show(lack["needed"]))
    return f"{words[:1].upper()}{words[1:]}"


def courses(facts: Mapping[str, Any]) -> dict[str, list[MoodStep]]:
    """How the moods went over the customer's lines: `{"anger": [{"seq", "value"}, …]}`."""
    stored: Mapping[str, Sequence[Sequence[Any]]] = facts.get("course", {})
    return {name: [{"seq": seq, "value": value} for seq, value in steps] for name, steps in stored.items()}


def versions(stored: Mapping[str, str]) -> list[ModelVersion]:
    """What measured and answered, each with its version."""
    shown = {**stored, "engine": ENGINES.get(stored.get("engine", ""), "")}
    return [{"name": name, "label": label, "version": shown[name]} for name, label in MODELS.items() if shown.get(name)]


def _name(fact: str) -> str:
    kind, _, name = fact.partition(".")
    if kind == "signal":
        return labels.signal(name).lower()
    return f"rise of {labels.signal(name).lower()}" if kind == "rise" else _NAMES.get(fact, fact)
