"""Reads what was written about the shop: the company, its articles and its products."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from conversations import articles as reading
from conversations.articles import Article

OPERATOR = "operator@baton.example"  # of the platform's own company, with the shop's password
FOLDER = Path(__file__).parent / "content"


def money(amount: Decimal) -> str:
    """An amount as the shop writes it: pounds, with pence only where there are some."""
    return f"£{amount:,.0f}" if amount == amount.to_integral() else f"£{amount:,.2f}"


@dataclass(frozen=True)
class Variant:
    """A size or colour and how many are in stock."""

    label: str
    stock: int


@dataclass(frozen=True)
class Product:
    """Something the shop sells."""

    sku: str
    slug: str
    name: str
    category: str
    price: Decimal
    picture: str
    description: str
    points: tuple[str, ...]
    variants: tuple[Variant, ...]

    @property
    def price_text(self) -> str:
        """The price as the shop writes it."""
        return money(self.price)

    @property
    def is_bike(self) -> bool:
        """Whether it travels in a bike box."""
        return self.category in {"Bikes", "Children", "E-bikes"}

    @property
    def stock(self) -> int:
        """How many there are of all variants."""
        return sum(variant.stock for variant in self.variants)


@dataclass(frozen=True)
class Colleague:
    """An agent of the shop."""

    key: str
    name: str
    email: str
    role: str
    teams: tuple[str, ...]
    skills: tuple[str, ...]
    languages: tuple[str, ...]
    capacity: int


@dataclass(frozen=True)
class Company:
    """Larkfield Cycles, as `company.json` describes it."""

    name: str
    slug: str
    accent: str
    greeting: str
    quick_replies: tuple[str, ...]
    first_words: Mapping[str, Mapping[str, Any]]
    currency: str
    address: str
    phone: str
    email: str
    timezone: str
    hours: Mapping[str, Mapping[str, tuple[str, str]]]
    closed_on: tuple[str, ...]
    policy: Mapping[str, Any]
    teams: Mapping[str, str]
    skills: Mapping[str, str]
    password: str
    agents: tuple[Colleague, ...]


@cache
def company() -> Company:
    """The shop, its teams and its people."""
    raw = json.loads((FOLDER / "company.json").read_text("utf-8"))
    people = tuple(
        Colleague(**{**one, **{key: tuple(one[key]) for key in ("teams", "skills", "languages")}})
        for one in raw["agents"]
    )
    return Company(
        **{key: raw[key] for key in ("name", "slug", "accent", "greeting", "currency", "address", "phone", "email")},
        timezone=raw["timezone"],
        quick_replies=tuple(raw["quick_replies"]),
        first_words=raw["first_words"],
        hours={place: {day: (a, b) for day, (a, b) in days.items()} for place, days in raw["hours"].items()},
        closed_on=tuple(raw["closed_on"]),
        policy=raw["policy"],
        teams={team["key"]: team["name"] for team in raw["teams"]},
        skills={skill["key"]: skill["name"] for skill in raw["skills"]},
        password=raw["password"],
        agents=people,
    )


def topics() -> Sequence[Mapping[str, Any]]:
    """What the shop's customers want: {name, description, examples}."""
    found: list[dict[str, Any]] = json.loads((FOLDER / "topics.json").read_text("utf-8"))
    return found


@cache
def products() -> tuple[Product, ...]:
    """Everything the shop sells, in the order of its pages."""
    return tuple(
        Product(
            **{key: row[key] for key in ("sku", "slug", "name", "category", "picture", "description")},
            price=Decimal(row["price"]),
            points=tuple(row["points"]),
            variants=tuple(Variant(**variant) for variant in row["variants"]),
        )
        for row in json.loads((FOLDER / "products.json").read_text("utf-8"))
    )


@cache
def articles() -> Mapping[str, Article]:
    """Every article by its slug."""
    return reading.read(FOLDER / "articles")
