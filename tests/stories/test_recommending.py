"""Recommending products: by wishes and price, with reasons out of the records and nothing else."""

import pytest

from assistant.models import Product, SkillSettings
from tests.stories.talk import Talk

SHELF = (
    ("C1", "Mill Lane", "City bikes", 649, 4, {"Weight": "15 kg", "Colour": "green"}),
    ("C2", "Harbour", "City bikes", 1190, 2, {"Weight": "11 kg", "Colour": "blue"}),
    ("C3", "Old Town", "City bikes", 399, 0, {"Weight": "17 kg"}),
    ("E1", "Volt", "Electric bikes", 2490, 3, {"Range": "120 km"}),
    ("H1", "Shell", "Helmets", 49, 9, {"Size": "M"}),
)


@pytest.fixture(autouse=True)
def shelf(talk: Talk) -> None:
    """What the shop sells."""
    for sku, name, category, price, stock, attributes in SHELF:
        told = {"description": f"A good one of our {category.lower()}.", "attributes": attributes}
        Product.objects.create(sku=sku, name=name, category=category, price=price, stock=stock, **told)


def ask(talk: Talk, text: str) -> str:
    """Carol asks for advice."""
    talk.model_calls("recommend", wish=text)
    talk.says(text)
    return talk.said


def test_it_recommends_what_fits_with_the_reasons(talk: Talk) -> None:
    said = ask(talk, "I'm looking for a city bike under 800 euros")
    assert "**Mill Lane**, €649.00: City bikes, within your budget of €800.00, in stock." in said
    assert "Harbour" not in said
    assert "Old Town" not in said
    assert talk.choices == ["Mill Lane"]
    assert talk.control == "assistant"


def test_a_further_wish_narrows_it_down(talk: Talk) -> None:
    ask(talk, "I'm looking for a city bike")
    assert talk.choices == ["Mill Lane", "Harbour"]
    talk.says("it should be a blue one")
    assert talk.choices[0] == "Harbour"
    assert "Colour: blue" in talk.said


def test_who_names_one_hears_more_of_it(talk: Talk) -> None:
    ask(talk, "I'm looking for a city bike")
    talk.says("Harbour")
    assert "Weight: 11 kg" in talk.said
    assert "A good one of our city bikes." in talk.said


def test_what_is_beyond_the_budget_is_said_so(talk: Talk) -> None:
    said = ask(talk, "Can you recommend an electric bike up to 2000 euros?")
    assert "At that price I have nothing that fits" in said
    assert "€490.00 above your budget" in said


def test_nothing_is_made_up(talk: Talk) -> None:
    said = ask(talk, "I am looking for a surfboard for my son")
    assert "I find nothing like that" in said
    assert set(talk.choices) == {"City bikes", "Electric bikes", "Helmets"}
    talk.says("Helmets")
    assert "**Shell**" in talk.said


def test_a_question_in_between_is_answered(talk: Talk) -> None:
    ask(talk, "I'm looking for a city bike")
    talk.says("How long does delivery take?")
    assert "2 to 4 working days" in talk.said
    talk.says("the green one sounds good, is there another in green")
    assert "Mill Lane" in talk.said


def test_thanks_end_it(talk: Talk) -> None:
    ask(talk, "I'm looking for a city bike")
    talk.says("No, thanks")
    assert talk.task is None
    assert talk.control == "assistant"


def test_what_the_policy_bars_is_never_recommended(talk: Talk) -> None:
    SkillSettings.objects.create(name="recommend", policy={"never": ["Electric bikes"]})
    ask(talk, "Can you recommend an electric bike?")
    assert "Volt" not in talk.said


def test_a_policy_that_cannot_be_read_gives_it_to_a_person(talk: Talk) -> None:
    SkillSettings.objects.create(name="recommend", policy={"most_shown": "many"})
    ask(talk, "I'm looking for a city bike under 800 euros")
    assert talk.control == "queue"


def test_a_wish_that_refines_keeps_the_kind_and_the_budget(talk: Talk) -> None:
    Product.objects.create(sku="L1", name="Lighter Lamp", category="Lights", price=20, stock=5)
    ask(talk, "I'm looking for a green city bike under 2000 euros")
    assert talk.choices == ["Mill Lane"]
    talk.says("something lighter")
    assert talk.choices == ["Harbour"]
    assert "within your budget of €2,000.00" in talk.said


def test_nothing_is_offered_again_as_cheaper(talk: Talk) -> None:
    ask(talk, "I'm looking for a blue city bike")
    assert talk.choices == ["Harbour"]
    talk.says("do you have something cheaper")
    assert talk.choices == ["Mill Lane"]
    talk.says("I want something cheaper")
    assert talk.said.startswith("I'm sorry, of this kind I know nothing cheaper.")
    assert "Harbour" not in talk.said
    assert talk.control == "assistant"


def test_another_kind_of_product_is_another_wish(talk: Talk) -> None:
    ask(talk, "I'm looking for a blue city bike")
    talk.says("something else, a helmet please")
    assert "**Shell**" in talk.said
