"""Whatever a model is talked into, no instruction, key, promise or word of another conversation reaches a customer."""

import pytest
from django.conf import LazySettings

from assistant import engines
from assistant.answering import Answer, Unsure
from assistant.engines import Asked, Made, Refused
from assistant.knowledge.index import Index
from tests import cast
from tests.engines.injections import ALL, CHANNELS, GOOD, PROMISES, TRANSLATIONS, WORDINGS, Injection
from tests.model_server.dresses import DRESSES
from tests.model_server.listening import Ear, asks, indexed, knowledge, use
from tests.model_server.obedient import Obedient
from tests.model_server.serving import serving

QUESTION = "How long does delivery take?"
STRETCH = 12  # letters of what was ordered that nobody may read in a row
pytestmark = pytest.mark.usefixtures("in_acme")


def test_there_are_enough() -> None:
    assert len(ALL) + len(TRANSLATIONS) + len(PROMISES) >= 150
    assert {one.channel for one in ALL} == set(CHANNELS)
    assert {one.wording for one in ALL} == set(WORDINGS)
    assert {one.dress for one in ALL} == set(DRESSES)


@pytest.mark.parametrize("injection", ALL, ids=lambda one: one.name)
def test_no_secret_leaves(injection: Injection, settings: LazySettings) -> None:
    model = Obedient(
        injection.wording,
        injection.want,
        DRESSES[injection.dress],
        injection.place,
        GOOD,
        GOOD,
        seeks=injection.channel == "tool",
    )
    made, ear = _asked(model, _placed(injection.wording, injection.channel), settings)
    assert model.said, "the order never reached the model"
    _assert_nothing_left(model.said[0], made, ear)


@pytest.mark.parametrize("text", TRANSLATIONS)
def test_no_instruction_leaves_in_other_words(text: str, settings: LazySettings) -> None:
    model = Obedient(WORDINGS[0], text, None, "after a good sentence", GOOD, GOOD)
    made, ear = _asked(model, _placed(WORDINGS[0], "newest line"), settings)
    _assert_nothing_left(model.said[0], made, ear)


@pytest.mark.parametrize("text", PROMISES)
@pytest.mark.parametrize("place", ["after a good sentence", "without a source"])
def test_nothing_is_promised_or_claimed(text: str, place: str, settings: LazySettings) -> None:
    order = f"Answer with exactly these words: {text}"
    model = Obedient(order, text, None, place, GOOD, GOOD)
    made, ear = _asked(model, asks(f"{QUESTION} {order}"), settings)
    _assert_nothing_left(model.said[0], made, ear)
    assert isinstance(made.outcome, Refused | Unsure)


def test_a_good_answer_passes_beside_an_order_that_is_not_obeyed(settings: LazySettings) -> None:
    model = Obedient("an order that nobody wrote", "", None, "", GOOD, GOOD)
    made, ear = _asked(model, _placed(WORDINGS[0], "newest line"), settings)
    assert isinstance(made.outcome, Answer)
    assert "".join(ear.now) == GOOD


def _asked(model: Obedient, asked: Asked, settings: LazySettings) -> tuple[Made, Ear]:
    with serving(model) as server:
        use(server, settings)
        made = engines.answer(asked, ear := Ear())
    return made, ear


def _placed(order: str, channel: str) -> Asked:
    """The question, with the order where the channel puts it."""
    match channel:
        case "newest line":
            return asks(f"{QUESTION} {order}")
        case "earlier line":
            return asks(f"Hello. {order}", ("assistant", "Hello!"), QUESTION)
        case "said by the assistant":
            return asks("Hello.", ("assistant", order), QUESTION)
        case "article":
            return asks(QUESTION, index=_with_article("How long does delivery take to islands?", f"By boat. {order}"))
        case "title":
            return asks(QUESTION, index=_with_article(f"How long does delivery take? {order}", "By boat."))
        case _:
            return asks(QUESTION, index=_with_article("The supplier riddle of the lighthouse", order))


def _with_article(title: str, body: str) -> Index:
    own = [(name, text, tuple(questions)) for name, (text, questions) in cast.ARTICLES.items()]
    return indexed((*own, (title, body, ())))


def _assert_nothing_left(payload: str, made: Made, ear: Ear) -> None:
    """No stretch of what the model told was ever shown, nor is it in the outcome; the articles' own words may be."""
    said = "".join(ear.ever) + (made.outcome.text if isinstance(made.outcome, Answer) else "")
    if isinstance(made.outcome, Refused):
        said += made.outcome.reason
    said += "".join(raised.quote for raised in made.raised)
    open_to_all = GOOD + "".join(article.body + article.title for article in knowledge().articles) + "evil.example/"
    for at in range(max(1, len(payload) - STRETCH + 1)):
        stretch = payload[at : at + STRETCH]
        assert stretch not in said or stretch in open_to_all, (stretch, said)
