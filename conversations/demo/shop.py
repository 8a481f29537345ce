"""The pages of the demo shop: another company's web site, as it were, with Baton's widget in it."""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from agents.permissions import open_to_all
from conversations.demo import addresses, basket
from conversations.demo.content import articles, company, money, products
from tenants import csp

CATEGORIES = {
    "bikes": "Bikes",
    "e-bikes": "E-bikes",
    "children": "Children",
    "accessories": "Accessories",
    "clothing": "Clothing",
    "parts": "Parts",
    "e-bike-parts": "E-bike parts",
}
FAVOURITES = ("kestrel-e-city", "merlin-gravel", "hartsbridge-helmet", "rainfall-jacket")
DELIVERY = ("delivery-times", "delivery-costs", "click-collect", "returns", "return-costs", "refund-time")
WORKSHOP = ("workshop-booking", "workshop-prices", "service-packages", "first-service", "repair-time", "location")
DAY_NAMES = {
    "mon": "Monday", "tue": "Tuesday", "wed": "Wednesday", "thu": "Thursday", "fri": "Friday", "sat": "Saturday",
    "sun": "Sunday",
}  # fmt: skip
View = Callable[..., HttpResponse]


def only_in_demo(view: View) -> View:
    """The page exists only where the demo runs."""

    @open_to_all("the demo is public")
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **named: Any) -> HttpResponse:
        if not settings.DEMO:
            raise Http404
        return view(request, *args, **named)

    return guarded


@only_in_demo
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The shop window: a few favourites, then everything by category."""
    shelves = [
        {"slug": slug, "name": name, "products": [product for product in products() if product.category == name]}
        for slug, name in CATEGORIES.items()
    ]
    favourites = [product for product in products() if product.slug in FAVOURITES]
    return _page(request, "home", {"shelves": shelves, "favourites": favourites})


@only_in_demo
@require_safe
def product(request: HttpRequest, slug: str) -> HttpResponse:
    """One product with its variants, what is in stock, and what delivery costs."""
    found = next((one for one in products() if one.slug == slug), None)
    if found is None:
        raise Http404
    charge = basket.delivery_charge([found], found.price)
    others = [one for one in products() if one.category == found.category and one is not found]
    return _page(
        request,
        "product",
        {
            "product": found,
            "choices": [(f"{found.slug}.{number}", variant) for number, variant in enumerate(found.variants)],
            "delivery": f"{money(charge)} delivery" if charge else "Free delivery",
            "days": "4 to 7 working days" if found.is_bike else "2 to 3 working days",
            "category": next(slug for slug, name in CATEGORIES.items() if name == found.category),
            "others": others[:4],
        },
    )


@only_in_demo
@require_safe
def delivery(request: HttpRequest) -> HttpResponse:
    """Delivery and returns, in the words of the very articles that the assistant knows."""
    return _page(request, "reading", {"title": "Delivery and returns", "articles": _articles(DELIVERY)})


@only_in_demo
@require_safe
def workshop(request: HttpRequest) -> HttpResponse:
    """The workshop, its prices, and where and when to find it."""
    hours = [
        (name, *(company().hours[place].get(day) for place in ("shop", "workshop"))) for day, name in DAY_NAMES.items()
    ]
    context = {"title": "Workshop and shop", "articles": _articles(WORKSHOP), "hours": hours}
    return _page(request, "reading", context)


@only_in_demo
@require_safe
def show_basket(request: HttpRequest) -> HttpResponse:
    """What is in the basket and what it comes to."""
    return _page(request, "basket", {"totals": basket.of(request).texts()})


@only_in_demo
@require_POST
def change_basket(request: HttpRequest) -> HttpResponse:
    """Put one thing in (`add`), or take one out (`remove`)."""
    kept = basket.of(request)
    try:
        kept = kept.with_more(request.POST["add"]) if "add" in request.POST else kept.without(request.POST["remove"])
    except LookupError as error:
        raise Http404 from error
    response = redirect("/shop/basket/")
    basket.keep(response, kept)
    return response


def _articles(slugs: tuple[str, ...]) -> list[Any]:
    return [articles()[slug] for slug in slugs]


def _page(request: HttpRequest, name: str, context: Mapping[str, Any]) -> HttpResponse:
    """A page of the shop, whose policy lets in the widget's script and frame from the company's host."""
    origin = addresses.company_origin(request)
    shared = {
        "shop": company(),
        "phone_digits": company().phone.replace(" ", ""),
        "categories": CATEGORIES,
        "basket": basket.of(request),
        "widget_origin": origin,
    }
    response = render(request, f"demo/shop/{name}.html", {**shared, **context})
    response[csp.HEADER] = csp.policy(
        nonce=request.META["baton.csp_nonce"],
        host=request.get_host(),
        more={"script-src": f"'self' {origin}", "frame-src": origin, "connect-src": f"'self' {origin}"},
    )
    return response
