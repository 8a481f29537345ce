"""Two sentences contradict each other when they speak of the same and say another quantity, or the opposite."""

import pytest

from assistant.knowledge.contradictions import Said, contradict, quantities
from assistant.knowledge.overlaps import USE_COUNTS
from assistant.reading import vectors_of

Side = tuple[str, str]  # title and sentence

AGAINST: tuple[tuple[Side, Side], ...] = (
    (("How do I return something?", "You can return anything unused within 30 days."),
     ("Returns", "Returns are accepted within 14 days of delivery.")),
    (("Opening hours", "We are open Monday to Friday from 9 am to 6 pm."),
     ("When are you open?", "Our shop is open from 10 am to 7 pm, Monday to Friday.")),
    (("Gift cards", "Gift cards are valid for three years."), ("Vouchers", "A gift card is valid for one year.")),
    (("Payment", "We accept PayPal and cards."), ("How can I pay?", "We do not accept PayPal.")),
    (("Refunds", "Refunds arrive within 5 working days."),
     ("When do I get my money back?", "Your refund arrives within 10 working days.")),
    (("Student discount", "Students get 10% off."), ("Discounts for students", "Students get a discount of 15%.")),
    (("Dogs", "Dogs are allowed in the shop."), ("Pets", "Dogs are not allowed in our shop.")),
    (("Minimum order", "Free delivery from 50 euros."), ("Delivery", "Delivery is free from 75 euros on.")),
    (("Rückgabe", "Sie können Ware innerhalb von 30 Tagen zurückgeben."),
     ("Widerruf", "Die Ware kann innerhalb von 14 Tagen zurückgegeben werden.")),
    (("Sale", "The summer sale ends on 31 August."), ("Summer sale", "Our summer sale runs until 15 August.")),
)  # fmt: skip
TOGETHER: tuple[tuple[Side, Side], ...] = (
    (("Delivery to Germany", "Parcels to Germany arrive within 2 to 4 working days."),
     ("Delivery to Spain", "Parcels to Spain arrive within 5 to 7 working days.")),
    (("Returns", "You can return anything unused within 30 days."),
     ("Refunds", "Refunds arrive within 5 working days.")),
    (("Standard delivery", "Standard delivery takes 3 days."), ("Express delivery", "Express delivery takes 1 day.")),
    (("Opening hours", "We are open Monday to Friday from 9 am to 6 pm."),
     ("Saturday", "On Saturday we are open from 10 am to 4 pm.")),
    (("Basic plan", "The Basic plan costs 9 euros a month."), ("Pro plan", "The Pro plan costs 29 euros a month.")),
    (("Returns", "You can return anything unused within 30 days."),
     ("Sending back", "Anything unused can be sent back within thirty days.")),
    (("Hire", "Bike hire costs 20 euros a day."), ("Hire", "Bike hire costs 100 euros a week.")),
    (("Shops", "The shop in Berlin opens at 9 am."), ("Shops", "The shop in Hamburg opens at 10 am.")),
    (("Delivery", "Delivery costs 4.90 euros and is free from 50 euros."),
     ("Free delivery", "Delivery is free from 50 euros.")),
    (("Payment", "We accept PayPal and cards."), ("Invoices", "We do not accept cheques.")),
)  # fmt: skip


def told(first: Side, second: Side) -> bool:
    (title, sentence), (other_title, other) = first, second
    near, far = vectors_of([sentence, other])
    nearness = float(near[0] @ near[1] + USE_COUNTS**2 * (far[0] @ far[1])) / (1 + USE_COUNTS**2)
    ours, theirs = Said(sentence, title, sentence), Said(other, other_title, other)
    assert contradict(ours, theirs, nearness=nearness) == contradict(theirs, ours, nearness=nearness)
    return contradict(ours, theirs, nearness=nearness)


@pytest.mark.parametrize(("first", "second"), AGAINST)
def test_they_cannot_both_be_true(first: Side, second: Side) -> None:
    assert told(first, second)


@pytest.mark.parametrize(("first", "second"), TOGETHER)
def test_they_can_both_be_true(first: Side, second: Side) -> None:
    assert not told(first, second)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Within 2 to 4 working days.", {"day": {2, 4}}),
        ("It costs €1,299.50 or 20 euros a week.", {"money week": {1299.5, 20}}),
        ("From 9 am to 6 pm.", {"clock": {9, 18}}),
        ("Bis 31. August sind es 15 %.", {"date aug": {31}, "share": {15}}),
        ("Two years, and 30 kg at most.", {"year": {2}, "kg": {30}}),
        ("Nothing to count here.", {}),
    ],
)
def test_quantities_are_read_with_what_they_count(sentence: str, found: dict[str, set[float]]) -> None:
    assert quantities(sentence) == {unit: frozenset(numbers) for unit, numbers in found.items()}
