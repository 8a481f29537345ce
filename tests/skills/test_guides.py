"""Decision guides: what is wrong with one, and how one is walked."""

from typing import Any

import pytest

from assistant.skills.contract import Ask, Leave, Step, Tell, Value
from assistant.skills.troubleshooting import guide as guides
from assistant.skills.troubleshooting import skills
from assistant.skills.troubleshooting.checking import faults
from assistant.skills.troubleshooting.guide import Guidance
from tests.skills import shelf

BRAKES: list[dict[str, Any]] = [
    {
        "id": "which",
        "kind": "question",
        "says": "Which brake squeals?",
        "answers": [
            {"label": "The front one", "also": ["front", "vorne"], "to": "wet"},
            {"label": "The rear one", "also": ["back brake", "hinten"], "to": "person"},
        ],
    },
    {
        "id": "wet",
        "kind": "question",
        "says": "Is it only when it is wet?",
        "answers": [
            {"label": "Yes", "also": [], "to": "dry"},
            {"label": "No", "also": [], "to": "person"},
        ],
    },
    {"id": "dry", "kind": "solved", "says": "Then it is only water: brake gently a few times.", "answers": []},
    {"id": "person", "kind": "person", "says": "A mechanic should look at the pads.", "answers": []},
]


def brakes() -> Guidance:
    """A sound guide."""
    return guides.read("Squealing brakes", BRAKES)


def changed(place: int, **fields: Any) -> Guidance:
    """The guide with one step changed."""
    return guides.read("x", [{**one, **(fields if at == place else {})} for at, one in enumerate(BRAKES)])


def at(**said: tuple[str, int]) -> Step:
    """The step after these answers, each with the seq of its message."""
    slots = {name: Value(text, text, seq) for name, (text, seq) in said.items()}
    return skills.next_step(brakes(), slots, shelf.scene(skills.NoPolicy()))


def test_a_sound_guide_has_no_faults_and_reads_as_it_was_written() -> None:
    assert faults(brakes()) == []
    assert guides.to_json(brakes()) == BRAKES


@pytest.mark.parametrize(
    ("guide", "says", "step"),
    [
        (guides.read("x", []), "no step yet", ""),
        (changed(0, says=" "), "says nothing", "which"),
        (changed(0, answers=BRAKES[0]["answers"][:1]), "two to 8 answers", "which"),
        (changed(1, answers=[{**one, "to": "gone"} for one in BRAKES[1]["answers"]]), "leads nowhere", "wet"),
        (changed(1, answers=[{**one, "to": "which"} for one in BRAKES[1]["answers"]]), "same question", "which"),
        (changed(0, answers=[{**one, "to": "person"} for one in BRAKES[0]["answers"]]), "No answer leads", "wet"),
        (changed(1, answers=[{**one, "label": "Yes"} for one in BRAKES[1]["answers"]]), "same words", "wet"),
        (changed(2, answers=BRAKES[1]["answers"]), "nothing to answer", "dry"),
        (changed(0, kind="solved", answers=[]), "has to be a question", "which"),
        (changed(3, id="dry"), "same id", ""),
    ],
)
def test_dead_ends_loops_and_what_nothing_leads_to_are_named(guide: Guidance, says: str, step: str) -> None:
    assert any(says in one.says and one.step == step for one in faults(guide)), faults(guide)


def test_a_guide_that_asks_too_much_is_named() -> None:
    both = [{"label": "Yes", "also": [], "to": ""}, {"label": "No", "also": [], "to": "end"}]
    steps = [
        {"id": f"q{n}", "kind": "question", "says": f"{n}?", "answers": [{**both[0], "to": f"q{n + 1}"}, both[1]]}
        for n in range(21)
    ]
    steps[-1]["answers"] = [{**both[0], "to": "end"}, {**both[1], "to": "end"}]
    guide = guides.read("x", [*steps, {"id": "end", "kind": "solved", "says": "x", "answers": []}])
    assert [one.says[:24] for one in faults(guide)] == ["The longest way has 21 q"]


def test_it_begins_with_the_first_question() -> None:
    step = at()
    assert isinstance(step, Ask)
    assert (step.slot, step.say) == ("which", "Which brake squeals?")
    assert [one.label for one in step.choices] == ["The front one", "The rear one"]


@pytest.mark.parametrize("said", ["The front one", "front", "it's the front one I think", "vorne"])
def test_an_answer_is_taken_by_its_words(said: str) -> None:
    step = at(which=(said, 3))
    assert isinstance(step, Ask)
    assert step.slot == "wet"
    assert [one.label for one in step.choices] == ["Yes", "No", "One step back"]


@pytest.mark.parametrize("said", ["yes", "yep", "ja", "sure"])
def test_yes_in_any_words_is_yes(said: str) -> None:
    step = at(which=("front", 3), wet=(said, 5))
    assert isinstance(step, Tell)
    assert step.say.startswith("Then it is only water")
    assert step.facts["Which brake squeals"] == "The front one"


def test_what_cannot_be_told_is_asked_again() -> None:
    step = at(which=("the one that squeals", 3))
    assert isinstance(step, Ask)
    assert step.wrong
    assert step.slot == "which"


def test_a_person_gets_the_way_that_was_gone() -> None:
    step = at(which=("front", 3), wet=("no", 5))
    assert isinstance(step, Leave)
    assert "Which brake squeals: The front one; Is it only when it is wet: No" in step.reason
    assert "A mechanic should look" in step.reason
    assert step.say.startswith("A mechanic should look")


@pytest.mark.parametrize("said", ["<back>", "go back", "zurück", "back"])
def test_one_step_back_asks_the_question_before(said: str) -> None:
    step = at(which=("front", 3), wet=(said, 5))
    assert isinstance(step, Ask)
    assert step.slot == "which"


def test_after_a_step_back_the_way_can_be_another_one_or_the_same() -> None:
    other = at(which=("rear", 7), wet=("<back>", 5))
    assert isinstance(other, Leave)
    same = at(which=("front", 7), wet=("<back>", 5))
    assert isinstance(same, Ask)
    assert same.slot == "wet"


def test_every_way_through_the_guide_ends() -> None:
    for first in ("front", "rear"):
        for second in ("yes", "no"):
            step = at(which=(first, 3), wet=(second, 5))
            assert isinstance(step, Tell | Leave)
