"""A structured reply is read while it comes, in whatever pieces."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.engines.exchange import Failure, ModelFailedError
from assistant.engines.reply import Citation, Claim, Reply, schema

TEXT = 'He said "2 to 4 days".\nGrüße, 日本 🚲 \\ {not} [json] "text": "x"'
WHOLE: dict[str, Any] = {
    "signals": [{"name": "anger", "value": 0.5, "quote": 'so "text": "no"', "line": 2}],
    "action": "answer",
    "confidence": 0.75,
    "citations": [{"passage": "p1", "quote": "2 to 4 {days}"}],
    "text": TEXT,
}


def _heard(written: str, size: int) -> Reply:
    reply = Reply()
    for at in range(0, len(written), size):
        reply.take(written[at : at + size])
        assert not reply.text or reply.head is not None  # never a word before what it rests on
    reply.end()
    return reply


@pytest.mark.parametrize("ascii_only", ["escaped", "as it is"])
@given(size=st.integers(1, 60), spaces=st.sampled_from([None, 2]))
def test_pieces_make_no_difference(ascii_only: str, size: int, spaces: int | None) -> None:
    written = json.dumps(WHOLE, ensure_ascii=ascii_only == "escaped", indent=spaces)
    for around in (written, f"```json\n{written}\n```"):
        reply = _heard(around, size)
        assert reply.text == TEXT
        assert reply.head is not None
        assert (reply.head.action, reply.head.confidence) == ("answer", 0.75)
        assert reply.head.signals == (Claim("anger", 0.5, 'so "text": "no"', 2),)
        assert reply.head.citations == (Citation("p1", "2 to 4 {days}"),)


@given(text=st.text(max_size=60), size=st.integers(1, 9))
def test_any_text_comes_through(text: str, size: int) -> None:
    reply = _heard(json.dumps({**WHOLE, "text": text}), size)
    assert reply.text == text.replace("\r", "").replace("\b", "").replace("\f", "") or "\ud800" <= max(text) <= "\udfff"


@given(st.text(max_size=900))
def test_nonsense_is_a_failure_of_its_own(text: str) -> None:
    with pytest.raises(ModelFailedError) as wrong:
        _heard(text, 7)
    assert wrong.value.failure == Failure.SHAPE


def test_the_schema_asks_for_what_it_rests_on_before_the_words() -> None:
    assert list(schema()["properties"]) == ["signals", "action", "confidence", "citations", "text"]
    assert schema()["additionalProperties"] is False
