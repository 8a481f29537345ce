"""What somebody opens with is taken for what a lead is asked: the wish, the number, the date; nothing else is."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from assistant.skills.contract import Ask
from assistant.skills.leads.policy import LeadPolicy
from assistant.skills.leads.qualifying import QUALIFY, SLOTS
from assistant.skills.slots import KINDS, Around
from tests.skills.shelf import scene, slots

AROUND = Around("en", datetime(2026, 6, 10, 12, tzinfo=UTC), ZoneInfo("UTC"))


@pytest.mark.parametrize(
    ("said", "need", "quantity", "when"),
    [
        ("do you sell company bikes? we'd need about 25 of them for our staff", True, ["25"], []),
        ("We are a team of 12 people and need bikes by May, budget 9000 euros", True, ["12"], ["by May"]),
        ("Wir brauchen 15 Räder bis Ende März", True, ["15"], ["bis Ende März"]),
        ("Nous aimerions un devis pour trente vélos", True, ["30"], []),
        ("Necesitamos 40 bicicletas en primavera", True, ["40"], ["en primavera"]),
        ("Ci serve un'offerta per 20 pezzi", True, ["20"], []),
        ("Um orçamento para 40 unidades, por favor", True, ["40"], []),
        ("Een offerte voor 30 stuks graag, zo snel mogelijk", True, ["30"], ["zo snel mogelijk"]),
        ("I'd like a quote for a larger quantity", False, [], []),
        ("Necesitamos un presupuesto para nuestra empresa", False, [], []),
        ("We need them by 3 March", False, [], ["3 March"]),
        ("In 2 weeks", False, [], ["In 2 weeks"]),
        ("20 March", False, [], ["20 March"]),
        ("for 9000 euros", False, [], []),
    ],
)
def test_the_opening_words_are_read(said: str, need: object, quantity: list[str], when: list[str]) -> None:
    found = {kind: [one.value for one in KINDS[kind].find(said, SLOTS[0], AROUND)] for kind in
             ("need", "quantity", "timing")}  # fmt: skip
    assert (bool(found["need"]), found["quantity"], found["timing"]) == (bool(need), quantity, when)


@pytest.mark.parametrize("kind", ["need", "timing"])
def test_a_question_or_an_address_is_no_answer(kind: str) -> None:
    assert KINDS[kind].reply("Do you take credit cards?", SLOTS[0], AROUND) is None
    assert KINDS[kind].reply("write to office@example.org instead", SLOTS[0], AROUND) is None
    assert KINDS[kind].reply("as it suits you", SLOTS[0], AROUND) is not None


@pytest.mark.parametrize("email", ["carol@-example.org", "carol@example", "not an address"])
def test_an_address_that_is_none_is_asked_for_again(email: str) -> None:
    asked = QUALIFY.step(slots(need="bikes", quantity="20", when="May", name="Carol", email=email), scene(LeadPolicy()))
    assert isinstance(asked, Ask)
    assert (asked.slot, asked.wrong) == ("email", True)
