"""The demo shop's basket: a signed cookie on the visitor's side, nothing in a database."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.core.signing import BadSignature
from django.http import HttpRequest, HttpResponse

from conversations.demo.content import Product, Variant, company, money, products

COOKIE = "larkfield_basket"
LASTS = 14 * 24 * 3600  # seconds
MOST_LINES, MOST_EACH = 12, 9


@dataclass(frozen=True)
class Line:
    """A product in its variant and how many of it."""

    product: Product
    number: int
    quantity: int

    @property
    def variant(self) -> Variant:
        """The variant that was chosen."""
        return self.product.variants[self.number]

    @property
    def key(self) -> str:
        """The product and variant, as the forms name them."""
        return f"{self.product.slug}.{self.number}"

    @property
    def price(self) -> Decimal:
        """For all of them."""
        return self.product.price * self.quantity

    @property
    def price_text(self) -> str:
        """The price as the shop writes it."""
        return money(self.price)


@dataclass(frozen=True)
class Basket:
    """What the visitor has put together."""

    lines: tuple[Line, ...] = ()

    @property
    def count(self) -> int:
        """How many things are in it."""
        return sum(line.quantity for line in self.lines)

    @property
    def goods(self) -> Decimal:
        """The price of the goods."""
        return sum((line.price for line in self.lines), Decimal(0))

    @property
    def delivery(self) -> Decimal:
        """The delivery charge, as the shop's policy has it."""
        return delivery_charge((line.product for line in self.lines), self.goods)

    def texts(self) -> dict[str, str]:
        """Goods, delivery and total as the shop writes them."""
        delivery = money(self.delivery) if self.delivery else "free"
        return {"goods": money(self.goods), "delivery": delivery, "total": money(self.goods + self.delivery)}

    def with_more(self, key: str) -> "Basket":
        """One more of the thing named by `key`; LookupError when there is no such thing."""
        added = _line(key, 1)
        if all(line.key != key for line in self.lines):
            return Basket((*self.lines, added)[-MOST_LINES:])
        more = (
            Line(line.product, line.number, min(line.quantity + 1, MOST_EACH)) if line.key == key else line
            for line in self.lines
        )
        return Basket(tuple(more))

    def without(self, key: str) -> "Basket":
        """The same without the thing named by `key`."""
        return Basket(tuple(line for line in self.lines if line.key != key))


def delivery_charge(goods: Iterable[Product], value: Decimal) -> Decimal:
    """What delivering these costs: one charge for a bike, else one for a parcel, each free from some value on."""
    policy = company().policy
    things = list(goods)
    bikes = [product.price for product in things if product.is_bike]
    if bikes:
        return Decimal(0) if max(bikes) >= Decimal(policy["free_bike_from"]) else Decimal(policy["bike_fee"])
    free = not things or value >= Decimal(policy["free_parcel_from"])
    return Decimal(0) if free else Decimal(policy["parcel_fee"])


def of(request: HttpRequest) -> Basket:
    """The visitor's basket; an empty one when the cookie is missing, forged, or names what is gone."""
    try:
        text = request.get_signed_cookie(COOKIE, default="", max_age=LASTS) or ""
        parts = [part.split("*") for part in text.split(" ") if part]
        return Basket(tuple(_line(key, int(quantity)) for key, quantity in parts))
    except (BadSignature, LookupError, ValueError):
        return Basket()


def keep(response: HttpResponse, basket: Basket) -> None:
    """Send the basket along with the response."""
    text = " ".join(f"{line.key}*{line.quantity}" for line in basket.lines)
    response.set_signed_cookie(COOKIE, text, max_age=LASTS, httponly=True, samesite="Lax")


def _line(key: str, quantity: int) -> Line:
    """The line for a key; LookupError when there is no such product or variant."""
    slug, _, number = key.rpartition(".")
    product = next((product for product in products() if product.slug == slug), None)
    if product is None or not number.isdecimal() or int(number) >= len(product.variants):
        raise LookupError(key)
    return Line(product, int(number), quantity)
