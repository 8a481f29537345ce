"""The refund skill step by step: what it asks, offers, declines and leaves to a person."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from assistant.records.contract import OrderSeen, RecordsDownError
from assistant.skills.contract import Ask, Confirm, Known, Leave, Prove, Scene, Tell, Why
from assistant.skills.orders.refund import REFUND
from assistant.skills.orders.refund_policy import RefundPolicy
from tests.skills.shelf import BELL, CAROL, NOW, TUBES, Before, Shelf, order, scene, slots

POLICY = RefundPolicy()
STRANGER = Known()
MALLORY = Known(email="mallory@example.org", proven=frozenset({"mallory@example.org"}), how="code")


def test_who_did_not_prove_an_address_is_asked_for_it_and_then_for_the_proof() -> None:
    asked = REFUND.step({}, scene(POLICY, order(), known=STRANGER))
    assert isinstance(asked, Ask)
    assert asked.slot == "email"
    assert REFUND.step(slots(email=CAROL), scene(POLICY, order(), known=STRANGER)) == Prove(CAROL)


@pytest.mark.parametrize("number", ["LC-100001", "LC-999999"])
def test_a_stranger_learns_nothing_of_an_order(number: str) -> None:
    """Whether there is such an order or not: the same words, and nobody's records are read for it."""
    asked = REFUND.step(slots(order=number), scene(POLICY, order(), known=STRANGER))
    assert asked == REFUND.step({}, scene(POLICY, known=STRANGER))
    assert REFUND.step(slots(order=number, email=CAROL), scene(POLICY, order(), known=STRANGER)) == Prove(CAROL)


@pytest.mark.parametrize("number", ["LC-100001", "LC-999999"])
def test_who_proved_another_address_hears_the_same_as_for_no_order(number: str) -> None:
    here = scene(POLICY, order(), order("LC-5", email="mallory@example.org"), known=MALLORY)
    asked = REFUND.step(slots(order=number), here)
    assert isinstance(asked, Ask)
    assert asked.wrong
    assert asked.say == f"I find no order {number} under your e-mail address. Which one do you mean?"
    assert [choice.says for choice in asked.choices] == ["LC-5"]
    assert isinstance(here.records, Shelf)
    assert here.records.asked == ["order", "orders_of"]


def test_the_only_order_needs_no_number_and_several_are_offered() -> None:
    asked = REFUND.step({}, scene(POLICY, order()))
    assert isinstance(asked, Ask)
    assert asked.slot == "item"
    asked = REFUND.step({}, scene(POLICY, order("LC-1"), order("LC-2", placed_at=NOW)))
    assert isinstance(asked, Ask)
    assert asked.slot == "order"
    assert [choice.says for choice in asked.choices] == ["LC-2", "LC-1"]
    assert asked.choices[0].label == "LC-2 · Brass Bell +1"


@pytest.mark.parametrize(
    ("said", "lines"),
    [("1", [1]), ("the brass one", [1]), ("INNER TUBE please", [2]), ("tub-28", [2]), ("all", [1, 2]), ("1, 2", [1, 2]),
     ("everything", [1, 2]), ("Alles", [1, 2]), ("bell and tubes, so the bell and the tube", [1, 2])],
)  # fmt: skip
def test_items_are_picked_by_line_by_name_or_all_of_them(said: str, lines: list[int]) -> None:
    offered = REFUND.step(slots(item=said), scene(POLICY, order()))
    assert isinstance(offered, Confirm)
    assert [line["line"] for line in offered.act.request["lines"]] == lines


@pytest.mark.parametrize("said", ["3", "the helmet", "dunno"])
def test_what_is_no_item_is_asked_again(said: str) -> None:
    asked = REFUND.step(slots(item=said), scene(POLICY, order()))
    assert isinstance(asked, Ask)
    assert asked.wrong
    assert [choice.value for choice in asked.choices] == ["1", "2", "all"]


def test_within_policy_it_offers_the_amount_and_does_it_once_for_the_items() -> None:
    offered = REFUND.step(slots(order="LC-100001", item="2"), scene(POLICY, order()))
    assert isinstance(offered, Confirm)
    assert offered.say == (
        "I can refund £16.00 for 2 × Inner Tube of order LC-100001. It goes back the way you paid. Shall I do that?"
    )
    act = offered.act
    assert (act.key, act.amount, act.currency, act.waits) == ("refund:LC-100001:2", Decimal(16), "GBP", "")
    assert act.request["lines"] == [{"line": 2, "quantity": 2}]
    assert act.says.startswith("Done: £16.00 for 2 × Inner Tube")
    assert "at most 250.00" in act.because


def test_the_offer_is_the_same_a_minute_later() -> None:
    """The yes must be to exactly this act."""
    here = scene(POLICY, order())
    later = replace(here, now=NOW + timedelta(minutes=1))
    assert REFUND.step(slots(item="all"), here) == REFUND.step(slots(item="all"), later)


def test_a_large_amount_waits_for_an_agent() -> None:
    bike = replace(BELL, name="Bike", price=Decimal(150))
    offered = REFUND.step({}, scene(POLICY, order(items=(bike,), total=Decimal(150))))
    assert isinstance(offered, Confirm)
    assert offered.act.waits == "Refunds from 100.00 need an agent's yes."
    assert "A colleague looks at it" in offered.say


@pytest.mark.parametrize(
    ("wish", "times", "reason"),
    [
        (order(state="paid"), 0, "The order is paid."),
        (order(delivered_at=NOW - timedelta(days=31)), 0, "more than 30 days ago"),
        (order(), 2, "2 refunds in 90 days"),
        (order(items=(replace(BELL, price=Decimal(999)),), total=Decimal(999)), 0, "is more than 250.00"),
        (order(state="cancelled"), 0, "it is cancelled, and nothing was refunded"),
    ],
)
def test_outside_of_policy_a_person_gets_it_with_the_reason(wish: OrderSeen, times: int, reason: str) -> None:
    left = REFUND.step(slots(item="all"), scene(POLICY, wish, past=Before(times)))
    assert isinstance(left, Leave)
    assert left.why == Why.OUTSIDE_POLICY
    assert reason in left.reason


@pytest.mark.parametrize(
    "wish",
    [
        order(state="refunded", refunded=Decimal("45.95")),
        order(state="cancelled", refunded=Decimal("45.95")),
        order(items=(replace(BELL, refunded=1), replace(TUBES, refunded=2)), refunded=Decimal(41)),
        order(items=(replace(BELL, refunded=1), TUBES), refunded=Decimal(25)),
    ],
)
def test_what_was_refunded_is_told_and_not_refunded_again(wish: OrderSeen) -> None:
    told = REFUND.step(slots(item="1"), scene(POLICY, wish))
    assert isinstance(told, Tell)
    assert "has been refunded already" in told.say


def test_where_the_goods_must_be_back_first_the_way_is_a_return() -> None:
    told = REFUND.step(slots(item="1"), scene(replace(POLICY, states=("returned",)), order()))
    assert isinstance(told, Tell)
    assert [choice.says for choice in told.choices] == ["I would like to return order LC-100001"]


def test_the_reason_is_asked_where_it_makes_a_difference() -> None:
    here = scene(replace(POLICY, fee=Decimal("3.95")), order())
    asked = REFUND.step(slots(item="1"), here)
    assert isinstance(asked, Ask)
    assert [choice.value for choice in asked.choices] == ["faulty", "wrong", "changed_mind", "other"]
    for reason, amount in (("it arrived broken", 25), ("Es passt nicht", "21.05"), ("wrong", 25), ("just so", "21.05")):
        offered = REFUND.step(slots(item="1", reason=reason), here)
        assert isinstance(offered, Confirm)
        assert offered.act.amount == Decimal(amount)
        assert ("taken off" in offered.say) == (amount != 25)


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "it", "pt", "nl", "xx"])
def test_every_language_has_its_words(language: str) -> None:
    offered = REFUND.step(slots(item="all"), scene(POLICY, order(), language=language))
    assert isinstance(offered, Confirm)
    assert "LC-100001" in offered.say
    assert "45" in offered.say
    assert "{" not in offered.say + offered.act.says


def test_records_that_are_down_are_no_reason_to_guess() -> None:
    down: Scene[RefundPolicy] = replace(scene(POLICY), records=Shelf(down=True))
    with pytest.raises(RecordsDownError):
        REFUND.step(slots(order="LC-100001"), down)
