"""The page that leads into the demo: the shop, the inbox, the sign-ins, and the story to try."""

from django.conf import settings
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from agents.permissions import open_to_all
from assistant.models import Order, OrderState
from conversations.demo import addresses
from conversations.demo.content import OPERATOR, Colleague, company
from conversations.demo.shop import only_in_demo
from conversations.platform.company import SLUG
from tenants import current, origins, slugs
from tenants.models import Tenant

TO_TRY = {
    OrderState.SHIPPED: "ask where it is",
    OrderState.PAID: "have it sent to another address, or cancel it",
    OrderState.DELIVERED: "send something back",
}


@open_to_all("it is the public site")
@only_in_demo
@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """The shop, the inbox, the sign-ins, customers with an order, and a story of seven steps."""
    demo = {
        "inbox": f"{addresses.company_origin(request)}/console/",
        "password": company().password,
        "people": [_person(one) for one in company().agents],
        "customers": _customers(),
        "operator": OPERATOR,
        "sandbox": settings.SANDBOX_ORIGIN,
        "operators": origins.of_host(slugs.host_of(SLUG), seen_from=addresses.company_origin(request)) + "/operators/",
    }
    return render(request, "demo/start.html", {"demo": demo})


def _person(one: Colleague) -> dict[str, str]:
    teams = ", ".join(company().teams[key] for key in one.teams)
    return {"name": one.name, "email": one.email, "role": one.role, "teams": teams}


def _customers() -> list[dict[str, str]]:
    """For each of TO_TRY the newest order of a customer who has no other, so that nothing else is asked about."""
    with current.entered(Tenant.objects.get(schema_name=company().slug)):
        only = Order.objects.values("email").annotate(orders=Count("id")).filter(orders=1).values("email")
        orders = [Order.objects.filter(state=state, email__in=only).first() for state in TO_TRY]
    return [
        {"name": one.customer_name, "email": one.email, "number": one.number, "tries": TO_TRY[OrderState(one.state)]}
        for one in orders
        if one is not None
    ]
