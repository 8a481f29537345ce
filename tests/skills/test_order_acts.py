"""What skills do to orders and customers' data: once, under limits that are checked again, and on record."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from assistant.models import Action, Order, OrderItem, Person
from assistant.records.builtin import BuiltIn
from assistant.skills import acting
from assistant.skills.acting import Cause, OvertakenError
from assistant.skills.contract import Act, Confirm, Known, Scene, Skill, Step
from assistant.skills.orders.cancelling import CANCEL_ORDER
from assistant.skills.orders.contact import CONTACT_DATA
from assistant.skills.orders.refund import REFUND
from assistant.skills.orders.returning import RETURNS
from assistant.skills.orders.shipping import SHIPPING_ADDRESS
from assistant.skills.past import Recorded
from tenants.models import Tenant
from tenants.trail.models import AuditEntry
from tests import stored
from tests.skills.shelf import CAROL, slots

pytestmark = pytest.mark.usefixtures("in_acme")
CAUSE = Cause(skill="refund", conversation="conv_1", email=CAROL, proven_how="code")
HOME = "14 Mill Lane, HB1 4LC Hartsbridge"
Makes = Callable[..., Order]


def _order(number: str = "LC-100001", **changed: Any) -> Order:
    now = timezone.now()
    usual = {
        "customer_name": "Carol", "email": CAROL, "state": "delivered", "placed_at": now - timedelta(days=9),
        "delivered_at": now - timedelta(days=20), "total": Decimal(45), "currency": "GBP",
        "address": {"line": "1 Old Way"},
    }  # fmt: skip
    order = Order.objects.create(number=number, **{**usual, **changed})
    OrderItem.objects.create(order=order, line=1, name="Brass Bell", quantity=1, price=Decimal(25))
    OrderItem.objects.create(order=order, line=2, name="Inner Tube", quantity=2, price=Decimal(8))
    return order


def _refunded(number: str, email: str) -> Action:
    key = f"refund:{number}:1"
    return Action.objects.create(
        skill="refund", kind="refund", key=key, subject=number, because="b", email=email, amount=1
    )  # fmt: skip


def _step(skill: Skill[Any], conversation: str = "conv_1", **said: str) -> Step:
    known = Known(proven=frozenset({CAROL}), how="code")
    scene = Scene(
        skill.policy(), BuiltIn(), known, timezone.now(), ZoneInfo("UTC"), "en", conversation, past=Recorded()
    )  # fmt: skip
    return skill.step(slots(**said), scene)


def _offered(skill: Skill[Any], **said: str) -> Act:
    step = _step(skill, **said)
    assert isinstance(step, Confirm), step
    return step.act


def test_a_refund_moves_money_once_and_is_on_record() -> None:
    order = _order()
    act = _offered(REFUND, item="bell")
    first = acting.carry_out(act, CAUSE)
    assert acting.carry_out(act, CAUSE).pk == first.pk  # the same conversation asks again: the first record
    order.refresh_from_db()
    assert (order.refunded, order.state) == (Decimal(25), "delivered")
    assert list(order.items.values_list("refunded_quantity", flat=True)) == [1, 0]
    assert (first.amount, first.email, first.state, first.result["refunded"]) == (Decimal(25), CAROL, "done", "25.00")
    (entry,) = AuditEntry.objects.filter(action="refund.done")
    assert entry.object_name == "LC-100001"
    assert entry.changes["amount"] == [None, "25.00 GBP"]


def test_the_whole_order_refunded_is_refunded() -> None:
    order = _order()
    acting.carry_out(_offered(REFUND, item="all"), CAUSE)
    order.refresh_from_db()
    assert (order.refunded, order.state) == (Decimal(41), "refunded")


def test_the_same_refund_from_another_conversation_is_refused() -> None:
    _order()
    act = _offered(REFUND, item="bell")
    acting.carry_out(act, CAUSE)
    before = stored.everything()
    with pytest.raises(OvertakenError):
        acting.carry_out(act, Cause(skill="refund", conversation="conv_2", email=CAROL))
    assert stored.everything() == before


@pytest.mark.parametrize(
    "meanwhile",
    [
        lambda order: Order.objects.filter(pk=order.pk).update(state="cancelled"),
        lambda order: Order.objects.filter(pk=order.pk).update(refunded=Decimal(30)),
        lambda order: Order.objects.filter(pk=order.pk).update(delivered_at=timezone.now() - timedelta(days=31)),
        lambda order: order.items.filter(line=1).update(refunded_quantity=1),
        lambda order: order.items.filter(line=1).delete(),
        lambda order: order.delete(),
        lambda order: [_refunded(f"X{number}", order.email) for number in range(2)],
    ],
    ids=["cancelled", "refunded by hand", "too late by now", "piece refunded", "line gone", "order gone", "too often"],
)  # fmt: skip
def test_what_changed_between_offer_and_yes_stops_the_refund(meanwhile: Callable[[Order], Any]) -> None:
    order = _order()
    act = _offered(REFUND, item="bell")
    meanwhile(order)
    before = stored.everything()
    with pytest.raises(OvertakenError):
        acting.carry_out(act, CAUSE)
    assert stored.everything() == before


def test_two_refunds_in_ninety_days_are_routine_and_the_third_is_not() -> None:
    for number in range(3):
        _order(f"LC-20000{number}")
    for number in range(2):
        acting.carry_out(_offered(REFUND, order=f"LC-20000{number}", item="bell"), CAUSE)
    step = _step(REFUND, order="LC-200002", item="bell")
    assert "2 refunds in 90 days" in getattr(step, "reason", "")


def test_a_return_is_noted_at_its_lines_and_only_once() -> None:
    order = _order()
    act = _offered(RETURNS, item="tube")
    acting.carry_out(act, CAUSE)
    assert ["return_registered" in item.attributes for item in order.items.all()] == [False, True]
    everything = Act(kind="return", key="return:LC-100001:1,2", subject=act.subject, says="", because="",
                     request={**act.request, "lines": [1, 2]})  # fmt: skip
    with pytest.raises(OvertakenError):
        acting.carry_out(everything, CAUSE)


@pytest.mark.parametrize(("state", "refunded"), [("placed", "0.00"), ("paid", "45.00")])
def test_a_cancelled_order_gives_back_what_was_paid(state: str, refunded: str) -> None:
    order = _order(state=state, delivered_at=None)
    acting.carry_out(_offered(CANCEL_ORDER), CAUSE)
    order.refresh_from_db()
    assert (order.state, str(order.refunded)) == ("cancelled", refunded)


def test_an_order_that_was_packed_meanwhile_is_not_cancelled() -> None:
    order = _order(state="paid", delivered_at=None)
    act = _offered(CANCEL_ORDER)
    Order.objects.filter(pk=order.pk).update(state="packed")
    with pytest.raises(OvertakenError):
        acting.carry_out(act, CAUSE)
    order.refresh_from_db()
    assert (order.state, str(order.refunded)) == ("packed", "0.00")


def test_an_address_changes_and_the_old_one_is_on_record() -> None:
    order = _order(state="paid", delivered_at=None)
    done = acting.carry_out(_offered(SHIPPING_ADDRESS, address=HOME), CAUSE)
    order.refresh_from_db()
    assert order.address["line"] == "14 Mill Lane"
    assert done.result == {"before": {"line": "1 Old Way"}}


def test_contact_data_is_kept_for_the_proven_address_alone() -> None:
    other = Person.objects.create(email="dave@example.org", phone="+441632960111")
    acting.carry_out(_offered(CONTACT_DATA, phone="+441632960142"), CAUSE)
    other.refresh_from_db()
    assert other.phone == "+441632960111"
    assert Person.objects.get(email=CAROL).phone == "+441632960142"


def test_a_new_address_that_somebody_else_has_is_refused(in_acme: Tenant) -> None:
    Person.objects.create(email=CAROL)
    Person.objects.create(email="taken@example.org")
    act = Act(kind="contact", key="contact:1", subject=CAROL, says="", because="",
              request={"email": CAROL, "part": "email", "value": "taken@example.org"})  # fmt: skip
    with pytest.raises(OvertakenError):
        acting.carry_out(act, CAUSE)
    assert Person.objects.filter(email=CAROL).exists()
