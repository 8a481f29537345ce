"""Policies as data: frozen dataclasses whose fields say what an admin may set, read strictly from JSON."""

import dataclasses
from collections.abc import Mapping
from dataclasses import MISSING, dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, Literal, NotRequired, TypeVar, cast

from django.utils.translation import gettext
from pydantic import JsonValue
from typing_extensions import TypedDict

Json = dict[str, Any]
P = TypeVar("P")
Kind = Literal["whole", "money", "yes_no", "text", "choice", "choices", "texts", "table"]


class SettingOption(TypedDict):
    """What may be chosen."""

    value: str
    label: str


class PolicySetting(TypedDict):
    """How a field of a policy is shown, and what it may hold."""

    name: str
    kind: Kind
    """`choices` is a list of options, `texts` a list of free texts, `table` a list of objects of `columns`."""
    label: str
    help: str
    unit: str
    least: int
    most: int
    options: list[SettingOption]
    columns: list["PolicySetting"]
    default: NotRequired[JsonValue]
    """Columns have none."""


class PolicyError(ValueError):
    """A policy cannot be read; `place` names the field."""

    def __init__(self, place: str, problem: str) -> None:
        super().__init__(f"{place}: {problem}")
        self.place, self.problem = place, problem


@dataclass(frozen=True)
class Setting:
    """How a field of a policy is shown and what it may hold.

    `kind`: whole, money, yes_no, text, choice, choices (a list of options), texts (a list of free texts), or table (a
    list of objects of `columns`).
    """

    kind: Kind
    label: str
    help: str = ""
    unit: str = ""
    least: int = 0
    most: int = 1_000_000
    options: tuple[tuple[str, str], ...] = ()  # value, label
    columns: tuple[tuple[str, "Setting"], ...] = ()


def setting(default: Any, how: Setting) -> Any:
    """A field of a policy: its default and how it is shown; lists are given as tuples."""
    return dataclasses.field(default=default, metadata={"how": how})


def settings_of(policy: type[Any]) -> dict[str, Setting]:
    """How each field of the policy is shown, in order."""
    return {one.name: cast("Setting", one.metadata["how"]) for one in dataclasses.fields(policy)}


def read(policy: type[P], stored: Mapping[str, Any]) -> P:
    """The policy that the JSON object describes, missing fields by their default; PolicyError naming the field."""
    if not isinstance(stored, Mapping):
        raise PolicyError("policy", "must be an object")
    fields = settings_of(policy)
    unknown = sorted(set(stored) - set(fields))
    if unknown:
        raise PolicyError(unknown[0], "is not a setting of this skill")
    return policy(**{name: _read(stored[name], how, name) for name, how in fields.items() if name in stored})


def to_json(policy: Any) -> Json:
    """The policy as plain JSON, which `read` reads."""
    return {name: _plain(getattr(policy, name)) for name in settings_of(type(policy))}


def shape(policy: type[Any]) -> list[PolicySetting]:
    """The fields as the console draws them."""
    defaults = {one.name: one.default for one in dataclasses.fields(policy) if one.default is not MISSING}
    return [{**_shown(name, how), "default": _plain(defaults.get(name))} for name, how in settings_of(policy).items()]


def _shown(name: str, how: Setting) -> PolicySetting:
    return {
        "name": name,
        "kind": how.kind,
        "label": _in_words(how.label),
        "help": _in_words(how.help),
        "unit": _in_words(how.unit),
        "least": how.least,
        "most": how.most,
        "options": [{"value": value, "label": _in_words(label)} for value, label in how.options],
        "columns": [_shown(column, its) for column, its in how.columns],
    }


def _in_words(text: str) -> str:
    return gettext(text) if text else ""


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return str(value)
    return [_plain(one) for one in value] if isinstance(value, tuple) else value


def _read(value: Any, how: Setting, place: str) -> Any:
    match how.kind:
        case "whole":
            return _whole(value, how, place)
        case "money":
            return _money(value, how, place)
        case "yes_no":
            return _yes_no(value, place)
        case "text" | "choice":
            return _text(value, how, place)
        case "choices" | "texts":
            return tuple(_text(one, how, f"{place}[{n}]") for n, one in enumerate(_list(value, how, place)))
        case _:
            return tuple(_row(one, how, f"{place}[{n}]") for n, one in enumerate(_list(value, how, place)))


def _whole(value: Any, how: Setting, place: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not how.least <= value <= how.most:
        raise PolicyError(place, f"must be a whole number from {how.least} to {how.most}")
    return value


def _money(value: Any, how: Setting, place: str) -> Decimal:
    try:
        amount = Decimal(value if isinstance(value, str) else "")
    except InvalidOperation as error:
        raise PolicyError(place, "must be an amount such as 250.00, as a text") from error
    if not amount.is_finite() or not how.least <= amount <= how.most or amount != round(amount, 2):
        raise PolicyError(place, f"must be an amount from {how.least} to {how.most} with at most two decimals")
    return amount


def _yes_no(value: Any, place: str) -> bool:
    if not isinstance(value, bool):
        raise PolicyError(place, "must be true or false")
    return value


def _text(value: Any, how: Setting, place: str) -> str:
    if not isinstance(value, str) or len(value) > min(how.most, 4000) or "\x00" in value:
        raise PolicyError(place, "must be a text that is not too long")
    if how.options and value not in {option for option, _ in how.options}:
        raise PolicyError(place, f"must be one of {', '.join(option for option, _ in how.options)}")
    return value


def _list(value: Any, how: Setting, place: str) -> list[Any]:
    if not isinstance(value, list) or len(value) > min(how.most, 500):
        raise PolicyError(place, "must be a list that is not too long")
    return value


def _row(value: Any, how: Setting, place: str) -> Json:
    names = dict(how.columns)
    if not isinstance(value, dict) or set(value) != set(names):
        raise PolicyError(place, f"must be an object with exactly {', '.join(names)}")
    return {name: _plain(_read(value[name], column, f"{place}.{name}")) for name, column in how.columns}
