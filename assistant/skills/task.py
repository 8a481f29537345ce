"""The task that a conversation is in the middle of: kept with each decision, so the log tells how it went."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from decimal import Decimal
from typing import Any

from assistant.skills.contract import Act, Choice, Value

Json = dict[str, Any]


class TaskError(ValueError):
    """A stored task is not in the form that this version writes; the conversation goes on without it."""


_NOTHING_OPEN: Json = {
    "over": True, "asked": "", "tries": 0, "confirming": None, "agreed": False, "proving": "", "wrong_codes": 0,
    "prompt": "", "choices": (), "form": "",
}  # fmt: skip


@dataclass(frozen=True)
class Task:
    """A skill under way: what is known, what was asked last and how often, and what waits for a yes."""

    skill: str
    slots: Mapping[str, Value] = field(default_factory=dict)
    asked: str = ""  # the slot, "code", or "" when something is to be confirmed
    tries: int = 0  # of the slot that was asked last
    confirming: Act | None = None
    proving: str = ""  # the e-mail address to which a code went
    wrong_codes: int = 0  # that were typed since it went
    begun_at: int = 0  # seq of the customer's message
    prompt: str = ""  # what was asked last, to come back to after a digression
    choices: tuple[Choice, ...] = ()  # that were offered with it
    form: str = ""  # that it was shown with
    wrong: tuple[str, ...] = ()  # "slot=value": what was said and cannot be
    learned: Mapping[str, str] = field(default_factory=dict)  # by English label, for the card
    agreed: bool = False  # the customer said yes to `confirming`, and an agent has to as well
    over: bool = False  # done, called off or given to a person; kept for what it knows

    def with_slots(self, found: Mapping[str, Value]) -> "Task":
        """The same task knowing more; newer values win."""
        return replace(self, slots={**self.slots, **found})

    def without(self, slot: str) -> "Task":
        """The same task after what the slot holds turned out to be wrong."""
        held = self.slots.get(slot)
        wrong = self.wrong if held is None else (*self.wrong, f"{slot}={held.value}")
        return replace(self, slots={name: value for name, value in self.slots.items() if name != slot}, wrong=wrong)

    def ended(self) -> "Task":
        """The same task when nothing of it is open any more."""
        return replace(self, **_NOTHING_OPEN)

    def held(self, act: Act) -> "Task":
        """The same task while an agent looks at what the customer agreed to."""
        return replace(self, **_NOTHING_OPEN | {"confirming": act, "agreed": True, "over": False})

    def to_json(self) -> Json:
        """A JSON object from which `from_json` makes an equal task."""
        act = None if self.confirming is None else act_to_json(self.confirming)
        return {**asdict(replace(self, confirming=None)), "confirming": act}

    @classmethod
    def from_json(cls, stored: Json) -> "Task":
        """The task that was stored; TaskError for anything else."""
        try:
            slots = {str(name): Value(**value) for name, value in stored["slots"].items()}
            act = stored["confirming"]
            whole = {
                **stored,
                "slots": slots,
                "confirming": None if act is None else act_from_json(act),
                "choices": tuple(_choice(one) for one in stored.get("choices", ())),
                "wrong": tuple(stored.get("wrong", ())),
            }
            return cls(**whole)
        except (KeyError, TypeError, AttributeError, ValueError, ArithmeticError) as error:
            raise TaskError(f"A stored task cannot be read: {error}") from error


def _choice(stored: Json) -> Choice:
    return Choice(**{**stored, "also": tuple(stored.get("also", ()))})


def act_to_json(act: Act) -> Json:
    """An act as plain JSON."""
    return {**asdict(act), "amount": None if act.amount is None else str(act.amount)}


def act_from_json(stored: Json) -> Act:
    """The act that `act_to_json` wrote."""
    amount = stored["amount"]
    return Act(**{**stored, "amount": None if amount is None else Decimal(amount)})
