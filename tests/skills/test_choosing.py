"""Which skill is meant, by the weights that are shipped, and by the examples where a company drew its own guides."""

from dataclasses import dataclass, replace

import pytest

from assistant import reading
from assistant.skills import choosing
from assistant.skills.choosing import Chosen
from assistant.skills.configured import Configured
from assistant.skills.contract import Skill
from assistant.skills.registry import ALL, SKILLS

EVERY = {name: Configured(skill, on=True, policy=skill.policy()) for name, skill in SKILLS.items()}


def chosen(text: str, skills: dict[str, Configured] = EVERY) -> str | None:
    found: Chosen | None = choosing.choose(text, reading.read([text]), skills)
    return None if found is None else found.name


def test_the_weights_are_of_the_examples_that_there_are() -> None:
    assert choosing.stored() is not None, "Examples changed: run `manage.py train_skills` and commit the weights."


@pytest.mark.parametrize("skill", ALL, ids=lambda skill: skill.name)
def test_each_has_enough_examples_and_says_what_is_none(skill: Skill[object]) -> None:
    assert len(skill.examples) >= 15
    assert len(skill.near_misses) >= 5
    assert len(set(skill.examples)) == len(skill.examples)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("hi, my parcel is nowhere to be seen, has it been shipped?", "order_status"),
        ("please give me my money back for the helmet", "refund"),
        ("can you cancel my order from yesterday", "cancel_order"),
        ("I need to change the delivery address", "shipping_address"),
        ("book me an appointment for tuesday please", "book_appointment"),
        ("I can't make it, move my appointment to friday", "move_appointment"),
        ("I forgot my password", "password_reset"),
        ("Wo bleibt meine Bestellung?", "order_status"),
        ("Ich möchte mein Geld zurück", "refund"),
        ("Je voudrais annuler ma commande", "cancel_order"),
    ],
)
def test_other_words_for_the_same_wish(text: str, name: str) -> None:
    assert chosen(text) == name


@pytest.mark.parametrize(
    "text",
    ["How long does delivery take?", "Which payment methods do you accept?", "hello", "thanks",
     "What is your return policy?",
     "Do you ship to Norway?", "my neighbour is nice", "4711", "👍"],
)  # fmt: skip
def test_what_asks_for_no_skill(text: str) -> None:
    assert chosen(text) is None


def test_a_skill_that_is_off_is_not_chosen_and_no_other_takes_its_place() -> None:
    off = {**EVERY, "order_status": replace(EVERY["order_status"], on=False)}
    assert chosen("Where is my order?") == "order_status"
    assert chosen("Where is my order?", off) is None


@dataclass(frozen=True)
class Nothing:
    """No policy."""


def test_a_guide_of_the_company_is_found_by_its_examples() -> None:
    words = ("the light of my bike does not work", "my lamp stays dark", "front light broken")
    base = SKILLS["hours"]
    guide: Skill[Nothing] = Skill(
        "guide_lights", "Lights", "Mends lights.", (), Nothing, base.step, lambda _: (), words
    )
    known = {**EVERY, guide.name: Configured(guide, on=True, policy=Nothing())}
    assert chosen("the lamp on my bike is broken, it does not work", known) == "guide_lights"
    assert chosen("Where is my order?", known) == "order_status"
