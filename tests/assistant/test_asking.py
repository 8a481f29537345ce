"""What is asked: bursts, several questions, follow-ups."""

import pytest

from assistant import social, words
from assistant.asking import Part, Said, parts


def texts(*said: tuple[str, str]) -> list[str]:
    return [part.text for part in parts([Said(who == "customer", text) for who, text in said])]


def last(*said: str) -> Part:
    """The one question of the last line; customer and assistant took turns."""
    (part,) = parts([Said(number % 2 == 0, text) for number, text in enumerate(said)])
    return part


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        ("When do you open and how much is a service?", ["When do you open", "how much is a service?"]),
        (
            "Where is my order? Can I still change the address?",
            ["Where is my order?", "Can I still change the address?"],
        ),
        (
            "I bought a bike last week. How do I adjust the saddle?",
            ["I bought a bike last week. How do I adjust the saddle?"],
        ),
        ("Do you have helmets and gloves?", ["Do you have helmets and gloves?"]),
        ("Wann habt ihr auf und wo kann ich parken?", ["Wann habt ihr auf", "wo kann ich parken?"]),
        ("my chain broke", ["my chain broke"]),
        ("hello there, what does delivery cost?", ["what does delivery cost?"]),
        ("what a, b? how c? when d? where e?", ["what a, b? how c? when d? where e?"]),  # too many to take apart
    ],
)
def test_a_message_is_taken_apart_only_when_it_clearly_asks_twice(text: str, questions: list[str]) -> None:
    assert texts(("customer", text)) == questions


def test_a_question_behind_other_words_of_a_burst_is_taken_at_its_word() -> None:
    (part,) = parts(
        [
            Said(customer=True, text="please cancel my appointment"),
            Said(customer=True, text="When is the workshop open on Saturday?"),
        ]
    )
    assert part.text == "When is the workshop open on Saturday?"
    assert part.in_context == f"please cancel my appointment {part.text}"


def test_a_burst_is_read_as_one_message() -> None:
    found = texts(
        ("customer", "old"), ("assistant", "x"), ("customer", "hi"), ("customer", "my bike"), ("customer", "is late")
    )
    assert found == ["my bike is late"]


@pytest.mark.parametrize(
    ("text", "follows"),
    [
        ("and for e-bikes?", True),
        ("How long does that take?", True),
        ("what about Sunday", True),
        ("und am Sonntag?", True),
        ("price", False),
    ],
)
def test_a_short_question_leans_on_the_one_before(text: str, *, follows: bool) -> None:
    part = last("What does delivery cost?", "5 euros", text)
    assert part.in_context == f"What does delivery cost? {text}"
    assert part.follows is follows


def test_a_full_question_stands_alone() -> None:
    new = "Which payment methods do you accept for large orders from abroad?"
    assert last("What does delivery cost?", "5 euros", new).in_context is None


def test_a_follow_up_of_a_follow_up_keeps_the_topic() -> None:
    part = last("How long does delivery take?", "2 days", "and for e-bikes?", "5 days", "and to Wales?")
    assert part.in_context == "How long does delivery take? and for e-bikes? and to Wales?"


def test_politeness_is_no_topic() -> None:
    part = last("Do you repair e-bikes?", "Yes", "thanks!", "You are welcome", "how much?")
    assert part.in_context == "Do you repair e-bikes? how much?"


def test_numbers_of_orders_and_addresses_do_not_disturb_the_search() -> None:
    assert texts(("customer", "where is my order LF-20417? mail: jo@x.example")) == ["where is my order ? mail:"]
    assert texts(("customer", "LF-20417")) == ["LF-20417"]


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        ("Hi", words.GREETING),
        ("Hello there!", words.GREETING),
        ("Guten Tag", words.GREETING),
        ("thanks so much!!", words.THANKS),
        ("merci beaucoup", words.THANKS),
        ("ok thanks bye", words.GOODBYE),
        ("that's all, have a nice day", words.GOODBYE),
        ("are you a robot?", words.WHAT_I_AM),
        ("Hi, are you a bot", words.WHAT_I_AM),
        ("Great, that helps", words.ACKNOWLEDGED),
        ("brilliant, see you saturday", words.GOODBYE),
        ("ok thanks I'll try that", words.THANKS),
        ("lovely, I'll come by tomorrow", words.ACKNOWLEDGED),
        ("see you at what time on saturday?", None),
        ("I'll try to return it tomorrow", None),
        ("👍", words.ACKNOWLEDGED),
        ("I need help", words.GREETING),
        ("help, my brakes failed", None),
        ("hi, where is my order", None),
        ("ok but how much is it", None),
        ("great bike but the chain broke", None),
        ("I need a person", None),
        ("no", words.AS_YOU_LIKE),
        ("No thanks!", words.AS_YOU_LIKE),
        ("yes please", words.TELL_MORE),
        ("no, it is broken", None),
        ("yes it arrived", None),
        ("", None),
        ("?", None),
    ],
)
def test_only_politeness_alone_gets_a_polite_reply(text: str, reply: words.Words | None) -> None:
    assert social.reply_to(text) is reply


def test_every_text_exists_in_all_languages() -> None:
    tables = [table for name, table in vars(words).items() if name.isupper() and name != "FACTS"]
    tables += words.FACTS.values()
    assert len(tables) >= 15
    for table in tables:
        assert set(table) == {"en", "de", "fr", "es", "it", "pt", "nl"}
    assert words.say(words.THANKS, "pl") == words.THANKS["en"]
