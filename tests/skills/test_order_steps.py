"""The other skills about orders, step by step: status, returns, cancelling, another address, contact data."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from assistant.records.contract import OrderSeen
from assistant.skills.contract import Ask, Confirm, Known, Leave, Prove, Skill, Tell
from assistant.skills.orders import addresses
from assistant.skills.orders.cancelling import CANCEL_ORDER, CancelPolicy
from assistant.skills.orders.contact import CONTACT_DATA, ContactPolicy
from assistant.skills.orders.refund import REFUND
from assistant.skills.orders.refund_policy import RefundPolicy
from assistant.skills.orders.returning import ITEM, RETURNS, ReturnPolicy
from assistant.skills.orders.shipping import SHIPPING_ADDRESS, AddressPolicy
from assistant.skills.orders.status import ORDER_STATUS, Policy
from assistant.skills.slots import KINDS, Around
from tests.skills.shelf import BELL, CAROL, NOW, PROVEN, TUBES, order, scene, slots

LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl")
SKILLS: tuple[Skill[Any], ...] = (ORDER_STATUS, RETURNS, CANCEL_ORDER, SHIPPING_ADDRESS, CONTACT_DATA)
HOME = "14 Mill Lane, HB1 4LC Hartsbridge"


@pytest.mark.parametrize("skill", SKILLS, ids=lambda skill: skill.name)
def test_nothing_is_told_or_changed_before_an_address_is_proven(skill: Skill[Any]) -> None:
    stranger = Known()
    here = scene(skill.policy(), order(), known=stranger)
    asked = skill.step({}, here)
    assert isinstance(asked, Ask)
    assert asked.slot == "email"
    assert skill.step(slots(email=CAROL), here) == Prove(CAROL)
    assert skill.personal


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "state", ["placed", "payment_failed", "paid", "packed", "partly_shipped", "shipped", "delivered", "returned",
              "refunded", "cancelled"]
)  # fmt: skip
def test_every_state_is_told_in_every_language(state: str, language: str) -> None:
    told = ORDER_STATUS.step({}, scene(Policy(), order(state=state), language=language))
    assert isinstance(told, Tell)
    assert "LC-100001" in told.say
    assert told.facts["State of the order"] == state


def test_the_status_tells_what_the_record_says_and_no_more() -> None:
    sent = order(state="shipped", delivered_at=None, tracking="NB1", tracking_url="https://track.example/NB1")
    told = ORDER_STATUS.step({}, scene(Policy(), sent))
    assert isinstance(told, Tell)
    assert told.say.splitlines() == [
        "Order LC-100001 is on its way to you.",
        "",
        "- Ordered: Monday, 1 June 2026",
        "- Sent: Wednesday, 3 June 2026",
        "- Tracking: [NB1](https://track.example/NB1)",
        "- In it: Brass Bell, 2 × Inner Tube",
    ]
    assert told.choices == ()
    short = ORDER_STATUS.step({}, scene(Policy(tells_items=False, tells_tracking=False), sent))
    assert isinstance(short, Tell)
    assert "NB1" not in short.say + " Bell"


def test_a_late_parcel_offers_a_person() -> None:
    late = order(state="shipped", delivered_at=None, shipped_at=NOW - timedelta(days=11))
    told = ORDER_STATUS.step({}, scene(Policy(), late))
    assert isinstance(told, Tell)
    assert [choice.says for choice in told.choices] == ["I would like to talk to a person"]


def test_a_return_is_registered_for_the_items_and_tells_how() -> None:
    policy = ReturnPolicy(steps="Bring it to us.", label="https://shop.example/{order}/label")
    offered = RETURNS.step(slots(item="bell"), scene(policy, order()))
    assert isinstance(offered, Confirm)
    assert offered.say == "I can register the return of Brass Bell of order LC-100001. Shall I do that?"
    assert offered.act.key == "return:LC-100001:1"
    assert offered.act.says.endswith("Bring it to us.\n\n[Your return label](https://shop.example/LC-100001/label)")


@pytest.mark.parametrize(
    ("wish", "policy", "reason"),
    [
        (order(delivered_at=NOW - timedelta(days=31)), ReturnPolicy(), "more than 30 days ago"),
        (order(state="shipped"), ReturnPolicy(), "The order is shipped."),
        (order(), ReturnPolicy(never=("Bell",)), "not taken back"),
    ],
)
def test_returns_outside_of_policy_go_to_a_person(wish: OrderSeen, policy: ReturnPolicy, reason: str) -> None:
    left = RETURNS.step(slots(item="all"), scene(policy, wish))
    assert isinstance(left, Leave)
    assert reason in left.reason


def test_a_registered_return_is_told_again_and_not_registered_twice() -> None:
    known = replace(BELL, attributes={"return_registered": "2026-06-09"})
    told = RETURNS.step(slots(item="1"), scene(ReturnPolicy(), order(items=(known, TUBES))))
    assert isinstance(told, Tell)
    assert told.say.startswith("The return of that from order LC-100001 is registered already.")


@pytest.mark.parametrize("state", ["returned", "refunded", "cancelled"])
def test_what_is_back_or_over_is_told(state: str) -> None:
    assert isinstance(RETURNS.step({}, scene(ReturnPolicy(), order(state=state))), Tell)


@pytest.mark.parametrize(
    ("state", "amount"), [("placed", None), ("payment_failed", None), ("paid", Decimal("45.95"))]
)  # fmt: skip
def test_cancelling_gives_back_what_was_paid(state: str, amount: Decimal | None) -> None:
    offered = CANCEL_ORDER.step({}, scene(CancelPolicy(), order(state=state)))
    assert isinstance(offered, Confirm)
    assert offered.act.amount == amount
    assert ("£45.95" in offered.say) == (amount is not None)


@pytest.mark.parametrize(
    ("wish", "policy", "reason"),
    [
        (order(state="packed"), CancelPolicy(), "The order is packed."),
        (order(state="shipped"), CancelPolicy(), "The order is shipped."),
        (order(state="paid"), CancelPolicy(within_hours=24), "more than 24 hours ago"),
        (order(state="paid", refunded=Decimal(5)), CancelPolicy(), "5 of it was refunded already"),
    ],
)
def test_cancelling_too_late_goes_to_a_person(wish: OrderSeen, policy: CancelPolicy, reason: str) -> None:
    left = CANCEL_ORDER.step({}, scene(policy, wish))
    assert isinstance(left, Leave)
    assert reason in left.reason


def test_a_large_order_is_cancelled_after_an_agents_yes() -> None:
    offered = CANCEL_ORDER.step({}, scene(CancelPolicy(), order(state="paid", total=Decimal(500))))
    assert isinstance(offered, Confirm)
    assert offered.act.waits == "From 500.00 an agent has to agree."


@pytest.mark.parametrize(
    ("said", "read"),
    [
        (HOME, ("14 Mill Lane", "", "Hartsbridge", "HB1 4LC", "")),
        ("send it to 14 Mill Lane HB1 4LC Hartsbridge", ("14 Mill Lane", "", "Hartsbridge", "HB1 4LC", "")),
        ("14 Mill Lane, Flat 2, Hartsbridge, HB1 4LC, UK", ("14 Mill Lane", "Flat 2", "Hartsbridge", "HB1 4LC", "UK")),
        ("Mühlgasse 14\n12345 Musterstadt", ("Mühlgasse 14", "", "Musterstadt", "12345", "")),
        ("Rua do Moinho 14, 1100-001 Lisboa", ("Rua do Moinho 14", "", "Lisboa", "1100-001", "")),
        ("Molenstraat 14, 1011 AB Amsterdam", ("Molenstraat 14", "", "Amsterdam", "1011 AB", "")),
    ],
)
def test_addresses_in_free_words(said: str, read: tuple[str, ...]) -> None:
    found = addresses.read(said)
    assert found is not None
    assert tuple(found[part] for part in ("line", "line2", "town", "postcode", "country")) == read


@pytest.mark.parametrize(
    "said",
    [
        "hello",
        "14 Mill Lane",
        "HB1 4LC",
        "Mill Lane, HB1 4LC Hartsbridge",
        "14 Mill Lane, HB1 4LC",
        "a new number: +44 1632 960142",
    ],
)
def test_half_an_address_is_asked_for_again(said: str) -> None:
    asked = SHIPPING_ADDRESS.step(slots(address=said), scene(AddressPolicy(), order(state="paid")))
    assert isinstance(asked, Ask)
    assert asked.wrong


@pytest.mark.parametrize(
    ("kind", "said", "found"),
    [
        ("order_item", "I sent everything back, please refund it", ["all"]),
        ("order_item", "Bitte erstatten Sie die ganze Bestellung", ["all"]),
        ("order_item", "I want a refund for the brass bell", ["brass bell"]),
        ("order_item", "I want a refund for my order", []),
        ("order_item", "return my gloves and get the money back", ["gloves"]),
        ("order_item", "I want to return the hat and the gloves", ["hat and the gloves"]),
        ("order_item", "please refund the brass bell because it is broken", ["brass bell"]),
        ("order_item", "send back the jacket from my order LC-100001", ["jacket"]),
        ("order_item", "Je voudrais renvoyer les gants et être remboursé", ["gants"]),
        ("order_item", "Quiero devolver los guantes y recibir mi dinero", ["guantes"]),
        ("order_item", "everything is fine", []),
        ("reason", "the bell arrived broken", ["faulty"]),
        ("reason", "hello there", []),
        ("postal", "please send order LC-104233 to 14 Mill Lane, HB1 4LC Hartsbridge", [HOME]),
        ("postal", "Can you send it to 14 Mill Lane, HB1 4LC Hartsbridge? Thanks!", [HOME]),
        ("postal", "Schicken Sie es an Mühlgasse 14, 12345 Musterstadt, bitte.", ["Mühlgasse 14, 12345 Musterstadt"]),
        ("postal", "I have a new phone number: +44 1632 960142", []),
        ("contact_part", "J'ai un nouveau numéro de téléphone", ["phone"]),
        ("contact_part", "Ich bin umgezogen", ["address"]),
    ],
)
def test_items_and_addresses_are_heard_in_the_first_message(kind: str, said: str, found: list[str]) -> None:
    """What was said is not asked for."""
    around = Around("en", NOW, ZoneInfo("UTC"))
    assert [one.value for one in KINDS[kind].find(said, ITEM, around)] == found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (f"{HOME}?", HOME),
        (f"can you send it to {HOME}?", HOME),
        (f"{HOME}, please.", HOME),
        ("is that still possible?", None),
    ],
)
def test_a_reply_with_an_address_is_read_without_what_stands_around_it(said: str, found: str | None) -> None:
    reply = KINDS["postal"].reply(said, ITEM, Around("en", NOW, ZoneInfo("UTC")))
    assert (reply and reply.value) == found


def test_another_address_is_said_back_before_it_counts() -> None:
    offered = SHIPPING_ADDRESS.step(slots(address=HOME), scene(AddressPolicy(), order(state="paid")))
    assert isinstance(offered, Confirm)
    assert HOME in offered.say
    assert offered.act.request["address"]["country"] == "GB"  # as it was


@pytest.mark.parametrize(
    ("wish", "said", "reason"),
    [
        (order(state="packed"), HOME, "The order is packed."),
        (order(state="shipped"), HOME, "The order is shipped."),
        (order(state="paid"), f"{HOME}, France", "may be in another country"),
    ],
)
def test_an_address_that_is_too_late_or_too_far_goes_to_a_person(wish: OrderSeen, said: str, reason: str) -> None:
    left = SHIPPING_ADDRESS.step(slots(address=said), scene(AddressPolicy(), wish))
    assert isinstance(left, Leave)
    assert reason in left.reason


@pytest.mark.parametrize(
    ("said", "part", "value"),
    [
        ({"part": "phone", "phone": "+441632960142"}, "phone", "+441632960142"),
        ({"phone": "+441632960142"}, "phone", "+441632960142"),
        ({"part": "name", "new_name": " Carol Example-Smith "}, "name", "Carol Example-Smith"),
        ({"part": "address", "address": HOME}, "address", addresses.read(HOME)),
    ],
)
def test_contact_data_changes_after_it_is_said_back(said: dict[str, str], part: str, value: Any) -> None:
    offered = CONTACT_DATA.step(slots(**said), scene(ContactPolicy()))
    assert isinstance(offered, Confirm)
    assert offered.act.request == {"email": CAROL, "part": part, "value": value}


def test_a_new_email_address_has_to_be_proven_too_and_may_be_left_to_a_person() -> None:
    said = slots(part="email", email="new@example.org")
    everything = ContactPolicy(parts=("phone", "address", "name", "email"))
    assert CONTACT_DATA.step(said, scene(everything)) == Prove("new@example.org")
    both = replace(PROVEN, proven=frozenset({CAROL, "new@example.org"}))
    offered = CONTACT_DATA.step(said, scene(everything, known=both))
    assert isinstance(offered, Confirm)
    assert offered.act.request == {"email": CAROL, "part": "email", "value": "new@example.org"}
    assert isinstance(CONTACT_DATA.step(said, scene(ContactPolicy())), Leave)


def test_what_changes_is_offered_and_each_part_is_asked_for() -> None:
    asked = CONTACT_DATA.step({}, scene(ContactPolicy()))
    assert isinstance(asked, Ask)
    assert [choice.value for choice in asked.choices] == ["phone", "address", "name"]
    for part, slot in (("phone", "phone"), ("address", "address"), ("name", "new_name")):
        next_asked = CONTACT_DATA.step(slots(part=part), scene(ContactPolicy()))
        assert isinstance(next_asked, Ask)
        assert next_asked.slot == slot


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_offer_has_its_words_in_every_language(language: str) -> None:
    for skill, wish, said in (
        (RETURNS, order(), {"item": "all"}),
        (CANCEL_ORDER, order(state="paid"), {}),
        (SHIPPING_ADDRESS, order(state="paid"), {"address": HOME}),
        (CONTACT_DATA, order(), {"phone": "+441632960142"}),
    ):
        offered = skill.step(slots(**said), scene(skill.policy(), wish, language=language))
        assert isinstance(offered, Confirm)
        assert "{" not in offered.say + offered.act.says


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("skill", "policy", "wish", "said"),
    [
        (RETURNS, ReturnPolicy(), order(state="shipped"), {"item": "all"}),
        (RETURNS, ReturnPolicy(), order(delivered_at=NOW - timedelta(days=31)), {"item": "all"}),
        (RETURNS, ReturnPolicy(never=("Bell",)), order(), {"item": "all"}),
        (CANCEL_ORDER, CancelPolicy(), order(state="shipped"), {}),
        (CANCEL_ORDER, CancelPolicy(within_hours=24), order(state="paid"), {}),
        (CANCEL_ORDER, CancelPolicy(), order(state="paid", refunded=Decimal(5)), {}),
        (SHIPPING_ADDRESS, AddressPolicy(), order(state="shipped"), {"address": HOME}),
        (SHIPPING_ADDRESS, AddressPolicy(), order(state="paid"), {"address": f"{HOME}, France"}),
        (CONTACT_DATA, ContactPolicy(parts=()), order(), {"part": "phone"}),
        (REFUND, RefundPolicy(states=("returned",)), order(state="shipped"), {"item": "all"}),
        (REFUND, RefundPolicy(), order(delivered_at=NOW - timedelta(days=31)), {"item": "all"}),
        (REFUND, RefundPolicy(most_amount=Decimal(10)), order(), {"item": "all"}),
        (REFUND, RefundPolicy(never=("Bell",)), order(), {"item": "all"}),
        (REFUND, RefundPolicy(), order(state="cancelled"), {"item": "all"}),
        (REFUND, RefundPolicy(fee=Decimal(90), free_of_fee=()), order(), {"item": "all", "reason": "broken"}),
    ],
)
def test_the_customer_hears_why_in_their_language(
    skill: Skill[Any], policy: Any, wish: OrderSeen, said: dict[str, str], language: str
) -> None:
    left = skill.step(slots(**said), scene(policy, wish, language=language))
    assert isinstance(left, Leave)
    assert left.say
    assert "{" not in left.say
    english = skill.step(slots(**said), scene(policy, wish))
    assert isinstance(english, Leave)
    assert (left.say == english.say) == (language == "en")
    assert left.say != left.reason


def test_the_reason_names_what_stands_in_the_way() -> None:
    left = SHIPPING_ADDRESS.step(slots(address=HOME), scene(AddressPolicy(), order(state="shipped")))
    assert isinstance(left, Leave)
    assert left.say == "Order LC-100001 is on its way to you. So I can't change its address myself any more."
    early = RefundPolicy(states=("shipped",))
    left = REFUND.step(slots(item="all"), scene(early, order(state="shipped", delivered_at=None)))
    assert isinstance(left, Leave)
    assert left.say.startswith("Order LC-100001 is on its way to you.")
