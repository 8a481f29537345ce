"""Reads the structured reply of a model while it comes: first what it rests on, then its words."""

import json
from dataclasses import dataclass, field
from typing import Any, Literal, cast, get_args

from assistant.engines.exchange import Failure, Json, ModelFailedError

Action = Literal["answer", "unsure", "hand_over"]
SIGNALS = (
    "anger", "billing_legal", "policy_exception", "intent_missed", "churn_risk", "public_escalation", "distress",
    "upsell", "cross_department", "asks_human", "loop",
)  # fmt: skip
MOST_BEFORE = 400  # letters before the reply begins: a fence, a word or two
SIMPLE_ESCAPES = {"n": "\n", "t": "\t", "r": "", "b": "", "f": "", '"': '"', "\\": "\\", "/": "/"}
NEEDED = {"signals", "action", "confidence", "citations"}


@dataclass(frozen=True)
class Claim:
    """A signal that the model says it heard."""

    name: str
    value: float
    quote: str
    line: int


@dataclass(frozen=True)
class Citation:
    """A passage that the model says it rests on, with words from it."""

    passage: str
    quote: str


@dataclass(frozen=True)
class Head:
    """All of the reply that comes before its words."""

    action: Action
    confidence: float
    signals: tuple[Claim, ...]
    citations: tuple[Citation, ...]


def schema() -> Json:
    """The shape of a reply; the order of its fields is the order in which they are to come."""
    text, number = {"type": "string"}, {"type": "number"}
    signal = {"name": {"type": "string", "enum": list(SIGNALS)}, "value": number, "quote": text, "line": number}
    return _object(
        {
            "signals": {"type": "array", "items": _object(signal)},
            "action": {"type": "string", "enum": list(get_args(Action))},
            "confidence": number,
            "citations": {"type": "array", "items": _object({"passage": text, "quote": text})},
            "text": text,
        }
    )


def _object(fields: Json) -> Json:
    return {"type": "object", "properties": fields, "required": list(fields), "additionalProperties": False}


@dataclass
class Reply:
    """A reply as far as it came: `head` is there before the first letter of `text`."""

    head: Head | None = None
    text: str = ""
    ended: bool = False
    _raw: str = ""
    _seen: int = 0
    _depth: int = 0
    _in_string: bool = False
    _escaped: bool = False
    _began_at: int = 0  # of the newest string
    _name: str = ""  # of the field at the top whose value comes
    _in_text: bool = False
    _escape: str = ""
    _half: list[int] = field(default_factory=list)  # of a sign that comes as two

    def take(self, piece: str) -> None:
        """Read on; ModelFailedError when this is no such reply."""
        self._raw += piece
        for letter in self._raw[self._seen :]:
            self._read(letter)
            self._seen += 1
        if self._depth == 0 and not self.ended and len(self._raw) > MOST_BEFORE:
            raise ModelFailedError(Failure.SHAPE, "The reply does not have the shape that was asked for.")

    def end(self) -> None:
        """No more comes; a reply whose fields came in another order is read as a whole."""
        if self.head is not None and self.ended:
            return
        try:
            whole = json.loads(self._raw[self._raw.index("{") : self._raw.rindex("}") + 1])
            self.head, self.text, self.ended = head_of(whole), whole["text"], True
        except (ValueError, KeyError, TypeError) as error:
            raise ModelFailedError(Failure.SHAPE, type(error).__name__) from error
        if not isinstance(self.text, str):
            raise ModelFailedError(Failure.SHAPE, "Its text is none.")

    def _read(self, letter: str) -> None:
        if self.ended:
            return
        if self._in_text:
            self._say(letter)
        elif self._in_string:
            self._skip(letter)
        elif letter == '"':
            self._open_string()
        elif letter in "{[":
            self._depth += 1
        elif letter in "}]":
            self._depth -= 1
        elif letter == ":" and self._depth == 1:
            self._name = self._raw[self._began_at + 1 : self._seen].rstrip().removesuffix('"')

    def _open_string(self) -> None:
        if self._depth == 1 and self._name == "text" and self._head_is_whole():
            self._in_text = True
            return
        if self._depth:
            self._in_string, self._began_at = True, self._seen

    def _skip(self, letter: str) -> None:
        if self._escaped:
            self._escaped = False
        elif letter == "\\":
            self._escaped = True
        elif letter == '"':
            self._in_string = False

    def _head_is_whole(self) -> bool:
        before = self._raw[self._raw.index("{") : self._began_at].rstrip().removesuffix(",")
        try:
            found = json.loads(before + "}")
        except ValueError:
            return False
        if not found.keys() >= NEEDED:
            return False
        self.head = head_of(found)
        return True

    def _say(self, letter: str) -> None:
        if self._escape:
            self._escape += letter
            self._unescape()
        elif letter == "\\":
            self._escape = letter
        elif letter == '"':
            self.ended = True
        else:
            self.text += letter

    def _unescape(self) -> None:
        kind = self._escape[1]
        if kind != "u":
            self.text += SIMPLE_ESCAPES.get(kind, kind)
        elif len(self._escape) < 6:
            return
        else:
            self._unescape_code(self._escape[2:])
        self._escape = ""

    def _unescape_code(self, digits: str) -> None:
        try:
            self._half.append(int(digits, 16))
        except ValueError as error:
            raise ModelFailedError(Failure.SHAPE, "A sign is written wrong.") from error
        if len(self._half) == 1 and 0xD800 <= self._half[0] < 0xDC00:
            return
        pair = b"".join(code.to_bytes(2, "big") for code in self._half)
        self.text += pair.decode("utf-16-be", "replace")
        self._half.clear()


def head_of(found: Any) -> Head:
    """The checked head of a reply; ModelFailedError when it is none."""
    try:
        return Head(
            _action(found["action"]),
            _share(found["confidence"]),
            tuple(_claim(one) for one in found["signals"] if one["name"] in SIGNALS),
            tuple(Citation(_text(one["passage"]), _text(one["quote"])) for one in found["citations"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise ModelFailedError(Failure.SHAPE, type(error).__name__) from error


def _action(value: Any) -> Action:
    if value not in get_args(Action):
        raise ValueError(value)
    return cast("Action", value)


def _claim(found: Any) -> Claim:
    return Claim(found["name"], _share(found["value"]), _text(found["quote"]), int(found["line"]))


def _share(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(value)
    return min(max(float(value), 0.0), 1.0)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(type(value))
    return value
