"""The shop and the start page: they show what they should, under a policy without anything inline."""

import re
from decimal import Decimal

import pytest
from django.http import HttpResponse, HttpResponseBase
from django.test import Client
from pytest_django.fixtures import Settings

from assistant.models import Order, OrderState
from conversations.demo import basket, coming_again
from conversations.demo.casting import COUNT as CAST
from conversations.demo.content import OPERATOR, company, products
from conversations.demo.loading import Loaded
from conversations.demo.shop import CATEGORIES
from tenants import hosts
from tenants.models import Tenant
from tests.clients import HostClient

pytestmark = pytest.mark.usefixtures("loaded")
PAGES = [
    "/",
    "/demo/",
    "/shop/",
    "/shop/delivery-and-returns/",
    "/shop/workshop/",
    "/shop/basket/",
    "/shop/rainfall-jacket/",
]
INLINE = re.compile(r"<style|style=|\son\w+=|<script(?![^>]*\ssrc=)")


@pytest.fixture
def visitor(settings: Settings) -> Client:
    """A browser at the platform's own host while the demo runs."""
    settings.DEMO = True
    hosts.forget()
    return HostClient("localhost:8000")


@pytest.mark.parametrize("address", PAGES)
def test_page_is_whole_and_has_nothing_inline(visitor: Client, address: str) -> None:
    page = visitor.get(address)
    assert page.status_code == 200
    assert not INLINE.search(_text(page))
    assert "unsafe" not in page["Content-Security-Policy"]


def test_widget_comes_from_the_companys_own_host(visitor: Client) -> None:
    page = visitor.get("/shop/")
    assert '<script async src="http://demo.localhost:8000/widget.js"' in _text(page)
    policy = dict(part.split(" ", 1) for part in page["Content-Security-Policy"].split("; "))
    assert policy["script-src"] == "'self' http://demo.localhost:8000"
    assert policy["frame-src"] == "http://demo.localhost:8000"


def test_shop_window_has_every_product(visitor: Client) -> None:
    page = _text(visitor.get("/shop/"))
    assert {product.category for product in products()} == set(CATEGORIES.values())
    for product in products():
        assert f'href="/shop/{product.slug}/"' in page


@pytest.mark.parametrize("slug", [product.slug for product in products()])
def test_product_has_a_page_with_its_price(visitor: Client, slug: str) -> None:
    (product,) = [one for one in products() if one.slug == slug]
    page = _text(visitor.get(f"/shop/{slug}/"))
    assert product.price_text in page
    assert f"/static/shop/pictures/{product.picture}" in page


def test_unknown_product_is_not_found(visitor: Client) -> None:
    assert visitor.get("/shop/penny-farthing/").status_code == 404


def test_basket_adds_up_what_was_put_in(visitor: Client) -> None:
    visitor.post("/shop/basket/change/", {"add": "winter-gloves.0"})
    shown = _text(visitor.post("/shop/basket/change/", {"add": "winter-gloves.0"}, follow=True))
    assert "£68" in shown
    assert "free" in shown
    emptied = visitor.post("/shop/basket/change/", {"remove": "winter-gloves.0"}, follow=True)
    assert "It is empty still." in _text(emptied)


def test_unknown_thing_does_not_go_into_the_basket(visitor: Client) -> None:
    for key in ("winter-gloves.99", "winter-gloves.-1", "nothing.0", "winter-gloves"):
        assert visitor.post("/shop/basket/change/", {"add": key}).status_code == 404


def test_forged_basket_is_an_empty_one(visitor: Client) -> None:
    visitor.cookies[basket.COOKIE] = "kestrel-city.0*1:forged:forged"
    assert "It is empty still." in _text(visitor.get("/shop/basket/"))


def test_delivery_charge_is_what_the_article_says() -> None:
    by_slug = {product.slug: product for product in products()}
    cases = {
        ("inner-tube-28",): "4.95",
        ("hartsbridge-helmet",): "0",
        ("wren-single",): "29.00",
        ("kestrel-e-city",): "0",
        ("wren-single", "hartsbridge-helmet"): "29.00",
        (): "0",
    }
    for slugs, charge in cases.items():
        goods = [by_slug[slug] for slug in slugs]
        value = sum((product.price for product in goods), Decimal(0))
        assert basket.delivery_charge(goods, value) == Decimal(charge)


def test_start_page_tells_how_to_sign_in(visitor: Client) -> None:
    page = _text(visitor.get("/demo/"))
    assert company().password in page
    assert OPERATOR in page
    assert "http://baton.localhost:8000/operators/" in page
    assert "http://demo.localhost:8000/console/" in page
    for one in company().agents:
        assert one.email in page


def test_start_page_names_a_customer_for_what_is_to_be_tried_with_an_order(visitor: Client, in_demo: Tenant) -> None:
    page = _text(visitor.get("/demo/"))
    shown = [one for one in Order.objects.all() if f"Order {one.number}:" in page]
    assert {one.state for one in shown} == {OrderState.SHIPPED, OrderState.PAID, OrderState.DELIVERED}
    for one in shown:
        assert one.email in page
        assert Order.objects.filter(email=one.email).count() == 1


def test_without_the_demo_there_is_no_shop_and_no_password(visitor: Client, settings: Settings) -> None:
    settings.DEMO = False
    assert company().password not in _text(visitor.get("/"))
    for address in PAGES[1:]:
        assert visitor.get(address).status_code == 404


def test_companys_host_has_no_shop(visitor: Client, loaded: Loaded) -> None:
    assert loaded.conversations == CAST + coming_again.COUNT
    assert HostClient("demo.localhost:8000").get("/shop/").status_code == 404


def _text(page: HttpResponseBase) -> str:
    assert isinstance(page, HttpResponse)
    return page.content.decode()
