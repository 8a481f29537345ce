"""Stripe's form encoding, `items[0][price]=…`, read into nested values, and those values read strictly."""

import re
from collections.abc import Collection, Iterable
from typing import Any

from billing.sandbox.problems import Refused

Json = dict[str, Any]
PART = re.compile(r"\[([^\]]*)\]")
MOST_DEEP = 6
TRUE, FALSE = "true", "false"


def decode(pairs: Iterable[tuple[str, str]]) -> Json:
    """The nested value; what is numbered or `[]` becomes a list, in the order of its numbers."""
    root: Json = {}
    for name, value in pairs:
        head = name.split("[", 1)[0]
        path = [head, *PART.findall(name[len(head) :])]
        if len(path) > MOST_DEEP:
            raise Refused(f"Invalid parameter: {name}", param=head)
        _put(root, path, value)
    return {name: _listed(value) for name, value in root.items()}


def _put(root: Json, path: list[str], value: str) -> None:
    at = root
    for part in path[:-1]:
        key = part or str(len(at))
        at = at.setdefault(key, {})
        if not isinstance(at, dict):
            raise Refused(f"Invalid parameter: {path[0]}", param=path[0])
    at[path[-1] or str(len(at))] = value


def _listed(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    inner = {key: _listed(each) for key, each in value.items()}
    if inner and all(key.isdigit() for key in inner):
        return [inner[key] for key in sorted(inner, key=int)]
    return inner


class Given:
    """The parameters of a request: each is read once, by its kind; what nobody reads is refused as Stripe does."""

    def __init__(self, values: Json, *, place: str = "") -> None:
        self._values = values
        self._place = place
        self._read: set[str] = set()

    def __contains__(self, name: str) -> bool:
        return name in self._values

    def text(self, name: str, default: str | None = None) -> str | None:
        """A text; the default where it is missing, None where it is sent empty, which unsets a field."""
        value = self._take(name)
        if value is None:
            return default
        if not isinstance(value, str):
            raise self._wrong(name, "Invalid string")
        return value or None

    def needed(self, name: str) -> str:
        """A text that has to be there."""
        value = self.text(name)
        if value is None:
            raise Refused(f"Missing required param: {self._at(name)}.", code="parameter_missing", param=self._at(name))
        return value

    def whole(self, name: str, default: int | None = None) -> int | None:
        """A whole number."""
        value = self._take(name)
        if value is None or value == "":
            return default
        try:
            return int(value)
        except (TypeError, ValueError):
            raise self._wrong(name, "Invalid integer", code="parameter_invalid_integer") from None

    def flag(self, name: str, *, default: bool = False) -> bool:
        """True or false."""
        value = self._take(name)
        if value is None:
            return default
        if value not in (TRUE, FALSE):
            raise self._wrong(name, "Invalid boolean")
        return bool(value == TRUE)

    def one_of(self, name: str, choices: Collection[str], default: str) -> str:
        """One of the choices."""
        value = self.text(name, default) or default
        if value not in choices:
            raise self._wrong(name, f"Invalid {name}: must be one of {', '.join(sorted(choices))}")
        return value

    def inner(self, name: str) -> "Given":
        """The parameters inside `name`; none where it is missing."""
        value = self._take(name)
        if value is None or value == "":
            value = {}
        if not isinstance(value, dict):
            raise self._wrong(name, "Invalid object")
        return Given(value, place=self._at(name))

    def many(self, name: str) -> list["Given"]:
        """A list of such."""
        value = self._take(name)
        if value is None or value == "":
            return []
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            raise self._wrong(name, "Invalid array")
        return [Given(one, place=f"{self._at(name)}[{at}]") for at, one in enumerate(value)]

    def texts(self, name: str) -> list[str]:
        """A list of texts."""
        value = self._take(name)
        if value is None or value == "":
            return []
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise self._wrong(name, "Invalid array")
        return list(value)

    def metadata(self, before: Json | None = None) -> Json:
        """The metadata as it becomes: keys are added and changed, those sent empty go."""
        value = self._take("metadata")
        kept = dict(before or {})
        if value == "":
            return {}
        return {key: text for key, text in (kept | (value or {})).items() if text != ""}

    def plain(self, name: str) -> Any:
        """Whatever was sent, as texts, such as an address."""
        return self._take(name)

    def check_all_read(self) -> None:
        """Refuses what no reader asked for, as a typing mistake would be."""
        for name in self._values:
            if name not in self._read:
                at = self._at(name)
                raise Refused(f"Received unknown parameter: {at}", code="parameter_unknown", param=at)

    def _take(self, name: str) -> Any:
        self._read.add(name)
        return self._values.get(name)

    def _at(self, name: str) -> str:
        return f"{self._place}[{name}]" if self._place else name

    def _wrong(self, name: str, message: str, *, code: str | None = None) -> Refused:
        return Refused(f"{message}: {self._values.get(name)}", code=code, param=self._at(name))
