"""Orders of acme, as rows."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone

from assistant.models import Order, OrderItem, OrderState

CAROL = "carol@example.org"


def order(number: str, *, price: str = "40.00", state: str = OrderState.DELIVERED, email: str = CAROL) -> Order:
    """An order of one scarf, placed six days ago, and delivered yesterday where the state says so."""
    now = timezone.now()
    times: dict[str, Any] = {"placed_at": now - timedelta(days=6)}
    if state in (OrderState.SHIPPED, OrderState.DELIVERED):
        times["shipped_at"] = now - timedelta(days=4)
    if state == OrderState.DELIVERED:
        times["delivered_at"] = now - timedelta(days=1)
    made = Order.objects.create(
        number=number, customer_name="Carol", email=email, state=state, total=Decimal(price), **times
    )
    OrderItem.objects.create(order=made, line=1, name="Wool scarf", price=Decimal(price))
    return made
