"""The demo's orders tell what was refunded of them, and its skills keep to what its articles promise."""

from decimal import Decimal

from django.db.models import F

from assistant.models import Order, OrderItem, OrderState, SkillSettings
from assistant.skills import configured
from conversations.demo.content import articles, company
from tenants.models import Tenant


def test_what_was_refunded_fits_the_states(in_demo: Tenant) -> None:
    for order in Order.objects.prefetch_related("items"):
        paid_back = order.refunded > 0
        assert paid_back == (order.state == OrderState.REFUNDED or (order.state == "cancelled" and order.refunded > 0))
        assert all((item.refunded_quantity == item.quantity) == paid_back for item in order.items.all())
    assert OrderItem.objects.filter(refunded_quantity=F("quantity")).exists()
    assert Order.objects.filter(state=OrderState.REFUNDED, refunded=0).count() == 0


def test_the_policies_can_be_read_and_say_what_the_articles_say(in_demo: Tenant) -> None:
    assert SkillSettings.objects.filter(name__in=["refund", "returns", "cancel_order"]).count() == 3
    skills = configured.everything()
    assert not any(one.broken for one in skills.values())
    refund = skills["refund"].policy
    words = articles()["refund-limits"].body + articles()["return-costs"].body
    assert f"£{Decimal(company().policy['refund_limit']):.0f}" in words
    assert refund.approval_from == Decimal(company().policy["refund_limit"]) + Decimal("0.01")
    assert f"£{refund.fee}" in words
    assert f"{refund.window_days} days" in words
    assert f"{refund.delivery_days} days of delivery" in words
