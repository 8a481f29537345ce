"""How the sandbox's pages write amounts, moments and prices; pure."""

from datetime import UTC, datetime
from typing import Any

Json = dict[str, Any]


def money(amount: int, currency: str) -> str:
    """An amount of a currency with hundredths, in words."""
    sign = "−" if amount < 0 else ""
    return f"{sign}{abs(amount) // 100:,}.{abs(amount) % 100:02} {currency.upper()}"


def moment(at: int) -> str:
    """A day and its time."""
    return f"{datetime.fromtimestamp(at, UTC):%-d %B %Y, %H:%M} UTC"


def minute(at: int) -> str:
    """The same in short."""
    return f"{datetime.fromtimestamp(at, UTC):%-d %b %Y, %H:%M}"


def day(at: int) -> str:
    """A day."""
    return f"{datetime.fromtimestamp(at, UTC):%-d %B %Y}"


def coupon(found: Json) -> str:
    """What a coupon gives, and for how long."""
    off = f"{found['percent_off']:g}%" if found["amount_off"] is None else money(found["amount_off"], found["currency"])
    lasts = {"once": "once", "forever": "for ever", "repeating": f"for {found['duration_in_months']} months"}
    return f"{off} off, {lasts[found['duration']]}"


def tiers(price: Json) -> str:
    """What use costs, such as: the first 500 included, then 0.49 EUR each."""
    if price["billing_scheme"] != "tiered":
        return f"{money(price['unit_amount'] or 0, price['currency'])} each"
    said, below = [], 0
    for tier in price["_tiers"]:
        cost = tier["unit_amount"] or 0
        if tier["up_to"] is None:
            said.append(f"then {money(cost, price['currency'])} each")
        else:
            each = "included" if cost == 0 else f"for {money(cost, price['currency'])} each"
            said.append(f"{'the first' if below == 0 else 'up to'} {tier['up_to']:,} {each}")
            below = tier["up_to"]
    return ", ".join(said)
