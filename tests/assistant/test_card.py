"""The handover card: what the customer said travels with the baton."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.answering import Line
from assistant.card import Card, Fact, Learned, draw

WISH = "My jacket is torn, I want my money back"


def card(*said: str, products: tuple[str, ...] = ()) -> Card:
    """The card of a talk in which customer and assistant took turns, the customer first."""
    lines = [
        Line("assistant" if number % 2 else "customer", text, number + 1) for number, text in enumerate(said) if text
    ]
    return draw(lines, products)


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("it is jo.smith+shop@mail.co.uk, thanks", "email", "jo.smith+shop@mail.co.uk"),
        ("call me on +44 7700 900123 please", "phone", "+44 7700 900123"),
        ("my number: (01632) 960-142", "phone", "(01632) 960-142"),
        ("order LF-20417 is late", "order", "LF-20417"),
        ("order number 55120033", "order", "55120033"),
        ("Bestellung Nr. 4711008 fehlt", "order", "4711008"),
        ("I paid £1,129.50 for it", "amount", "£1,129.50"),
        ("das waren 49,90 €", "amount", "49,90 €"),
        ("refund me 30 euros", "amount", "30 euros"),
        ("bought on 2026-03-14", "date", "2026-03-14"),
        ("it came on 3rd of March", "date", "3rd of March"),
        ("due March 3", "date", "March 3"),
        ("see https://shop.example/p/12.", "link", "https://shop.example/p/12"),
        ("I live at HB1 4LC", "postcode", "HB1 4LC"),
        ("my name is Jo O'Brien and", "name", "Jo O'Brien"),
    ],
)
def test_what_the_customer_gave_becomes_a_fact_with_its_message(text: str, name: str, value: str) -> None:
    (fact,) = card("hello", "Hello!", text).facts
    assert (fact.name, fact.value, fact.seq) == (name, value, 3)


def test_facts_stand_once_in_the_order_they_were_said() -> None:
    facts = card("LF-20417 from 2 May", "Hm.", "lf-20417 no: LF-20417, jo@x.example", "Hm.", "jo@x.example!").facts
    assert [(fact.name, fact.value, fact.seq) for fact in facts] == [
        ("order", "LF-20417", 1),
        ("date", "2 May", 1),
        ("email", "jo@x.example", 3),
    ]


def test_names_of_products_are_found_when_given() -> None:
    facts = card("the kestrel e squeaks", products=("Kestrel E", "Kestrel")).facts
    assert ("product", "Kestrel E") in {(fact.name, fact.value) for fact in facts}


@pytest.mark.parametrize("text", ["version 2.0.1", "I am 1.84 m tall", "since 2019", "45 minutes", "700x25c tyres"])
def test_ordinary_numbers_are_no_facts(text: str) -> None:
    assert card(text).facts == ()


def test_wants_is_the_last_request_and_not_the_call_for_a_person() -> None:
    drawn = card(
        "Hi!", "Hello.", "My jacket is torn, I want my money back", "See here.", "that is useless", "", "A human please"
    )
    assert drawn.wants == WISH
    assert "“that is useless”" in drawn.summary


def test_a_call_for_a_person_is_not_the_want_in_german_either() -> None:
    drawn = card("Ich möchte meinen Helm zurückgeben", "Gern.", "Ich will endlich mit einem Menschen sprechen")
    assert drawn.wants == "Ich möchte meinen Helm zurückgeben"


def test_a_day_of_which_a_skill_knows_the_hour_stands_once() -> None:
    lines = [Line("customer", "Thursday, 26 November 2026, 15:00. I broke it on 3 March", 1)]
    known = Learned(((Fact("days", "Day", "Thursday, 26 November 2026, 15:00", 1), "Day"),))
    assert [fact.value for fact in draw(lines, learned=known).facts] == ["Thursday, 26 November 2026, 15:00", "3 March"]


def test_a_long_story_is_cut_to_what_it_asks() -> None:
    story = "It was a sunny day and we rode along the river for hours. " * 6 + "Can you replace the wheel?"
    assert card(story).wants == "Can you replace the wheel?"


def test_tried_is_what_the_assistant_answered_without_greetings() -> None:
    drawn = card("hello", "Hello! What can I do?", "where is it", "Look at the link.\n\nIt shows it.\n\nThird part.")
    assert drawn.tried == (("Look at the link. It shows it.", 4),)


def test_the_customer_reads_what_is_passed_on() -> None:
    drawn = card("Where is LF-20417?", "Look here.", "I want a person")
    assert drawn.passed_on == (
        "What you asked: “Where is LF-20417?”",
        "Order number: LF-20417",
        "What the assistant has told you so far",
    )


def test_the_customer_reads_it_in_their_language() -> None:
    lines = [
        Line("customer", "Wo bleibt LF-20417?", 1),
        Line("assistant", "Hier.", 2),
        Line("customer", "ein Mensch bitte", 3),
    ]
    assert draw(lines, language="de").passed_on == (
        "Ihr Anliegen: „Wo bleibt LF-20417?“",
        "Bestellnummer: LF-20417",
        "Was der Assistent Ihnen bisher gesagt hat",
    )


def test_a_bare_call_for_a_person_says_so() -> None:
    drawn = card("agent please")
    assert drawn.wants == "agent please"
    assert drawn.summary == "The customer asked for a person."


def test_no_lines_no_card() -> None:
    assert draw([]) == Card("", "The customer asked for a person.", (), (), ())


@settings(max_examples=300, deadline=None)
@given(st.lists(st.text(max_size=200), max_size=6))
def test_any_words_give_a_card_whose_facts_the_customer_said(said: list[str]) -> None:
    drawn = card(*said)
    texts = {number + 1: text for number, text in enumerate(said)}
    assert all(fact.value in texts[fact.seq] for fact in drawn.facts)
    assert drawn == card(*said)
