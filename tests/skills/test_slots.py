"""How values stand in what customers write, and how they are checked."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from assistant.skills.contract import Slot
from assistant.skills.slots import KINDS, Around

WORDS = {"en": "?"}


def around(language: str = "en") -> Around:
    return Around(language, datetime(2026, 6, 10, 12, tzinfo=UTC), ZoneInfo("UTC"))


def slot(kind: str, *options: str) -> Slot:
    return Slot("it", kind, WORDS, WORDS, WORDS, "", options=options)


def replied(kind: str, text: str, language: str = "en", *options: str) -> str | None:
    found = KINDS[kind].reply(text, slot(kind, *options), around(language))
    return None if found is None else found.value


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("email", "it is Carol.B+x@Mail.example.org, thanks", "carol.b+x@mail.example.org"),
        ("email", "carol (at) example (dot) org", "carol@example.org"),
        ("email", "carol at example.org", "carol@example.org"),
        ("email", "carol@home", None),
        ("email", "a@b..org", None),
        ("phone", "+44 1632 960142", "+441632960142"),
        ("phone", "call 020 7946 0018 please", "+442079460018"),
        ("phone", "12", None),
        ("phone", "no phone", None),
        ("order", "it's LC 104233", "LC-104233"),
        ("order", "104233", "104233"),
        ("order", "#104233", "104233"),
        ("order", "carol77@example.org", None),
        ("order", "I don't know", None),
        ("ticket", "T-4711", "T-4711"),
        ("whole", "two of them", "2"),
        ("whole", "12", "12"),
        ("whole", "many", None),
        ("money", "about 1,250.50 euros", "1250.50"),
        ("money", "800", "800"),
        ("money", "1.250,50 €", "1250.50"),
        ("name", "I'm Carol Miller", "Carol Miller"),
        ("name", "carol@example.org", None),
        ("yes_no", "yes please", "yes"),
        ("yes_no", "nope", "no"),
        ("yes_no", "perhaps", None),
        ("text", "  it   broke ", "it broke"),
        ("text", "???", None),
    ],
)
def test_a_reply_is_read_or_refused(kind: str, text: str, value: str | None) -> None:
    assert replied(kind, text) == value


def test_a_national_number_is_read_as_in_the_customers_country() -> None:
    assert replied("phone", "030 901820", "de") == "+4930901820"


def test_an_option_is_found_by_its_words() -> None:
    assert replied("choice", "the city bike, please", "en", "city_bike", "bike") == "city_bike"


def test_a_number_without_its_noun_is_no_order_in_free_text() -> None:
    found = KINDS["order"].find("I paid 4711 for 12 of them in 2024", slot("order"), around())
    assert not found
