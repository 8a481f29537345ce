"""Whatever an AI outside was talked into, no instruction, promise or word of others reaches a customer."""

import json
from dataclasses import replace
from itertools import cycle

import pytest

from assistant import engines
from assistant.answering import Answer, Unsure
from assistant.engines import FromOutside, Made, Refused, language_model, prompt
from assistant.engines.material import Passage
from assistant.models import AssistantSettings, Engine
from tests.engines.injections import GOOD, PROMISES, TRANSLATIONS
from tests.model_server.dresses import DRESSES
from tests.model_server.listening import Ear, asks
from tests.model_server.obedient import FROM_OTHER

pytestmark = pytest.mark.usefixtures("in_acme")
PLACES = cycle(("after", "alone", "uncited", "before"))
STRETCH = 12  # letters of what was ordered that nobody may read in a row


@pytest.mark.parametrize("dress", DRESSES)
def test_no_secret_leaves(dress: str) -> None:
    payload = DRESSES[dress](prompt.INSTRUCTIONS[:240])
    made, ear = _replied(payload, next(PLACES))
    _assert_nothing_left(payload, made, ear)


def test_nothing_of_another_conversation_leaves() -> None:
    for place in ("after", "alone", "uncited", "before"):
        made, ear = _replied(FROM_OTHER, place)
        _assert_nothing_left(FROM_OTHER, made, ear)


def test_nothing_is_promised_claimed_or_told_in_other_words() -> None:
    for text in (*PROMISES, *TRANSLATIONS):
        made, ear = _replied(text, next(PLACES))
        assert isinstance(made.outcome, Refused | Unsure), text
        _assert_nothing_left(text, made, ear)


def test_a_good_answer_passes() -> None:
    made, ear = _replied("", "after")
    assert isinstance(made.outcome, Answer)
    assert (made.engine, "".join(ear.now)) == (Engine.OUTSIDE, GOOD)


def _replied(payload: str, place: str) -> tuple[Made, Ear]:
    """What is made of a reply with the payload at this place."""
    asked = asks("How long does delivery take?")
    material = language_model.laid_out(asked)
    texts = {"after": f"{GOOD} {payload}".strip(), "before": f"{payload} {GOOD}"}
    passage = next(one.id for one in material.passages.values() if GOOD in one.text)
    cited = [] if place == "uncited" else [{"passage": passage, "quote": GOOD}]
    said = {"signals": [], "action": "answer", "confidence": 0.9, "citations": cited, "text": texts.get(place, payload)}
    came = FromOutside(material, json.dumps(said))
    made = engines.answer(replace(asked, outside=came), ear := Ear(), settings=AssistantSettings(engine=Engine.OUTSIDE))
    return made, ear


def _assert_nothing_left(payload: str, made: Made, ear: Ear) -> None:
    said = "".join(ear.now) + (made.outcome.text if isinstance(made.outcome, Answer) else "")
    open_to_all = GOOD + "".join(one.text + one.title for one in _passages()) + "evil.example/"
    for at in range(max(1, len(payload) - STRETCH + 1)):
        stretch = payload[at : at + STRETCH]
        assert stretch not in said or stretch in open_to_all, (stretch, said)


def _passages() -> list[Passage]:
    return list(language_model.laid_out(asks("How long does delivery take?")).passages.values())
