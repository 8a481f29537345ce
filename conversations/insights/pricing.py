"""What work costs, as a company says it for its reports."""

from decimal import Decimal
from typing import Any

from django.db import transaction
from typing_extensions import TypedDict

from conversations.insights.measures import Rates
from conversations.models import ReportSettings
from tenants.trail import audit
from tenants.trail.audit import About, Actor

Json = dict[str, Any]


class ReportPrices(TypedDict):
    """What work costs, from which the cost of a resolution is worked out; null for a price that nobody named."""

    agent_hour: str | None
    """A decimal such as `40.00`, in the currency."""
    tokens_per_million: str | None
    currency: str
    """An ISO code."""


def settings() -> ReportSettings:
    """What the company said, or nothing. One query."""
    return ReportSettings.objects.filter(pk=1).first() or ReportSettings()


def rates() -> Rates:
    """The prices as figures need them."""
    said = settings()
    return Rates(hour=_number(said.hour_price), tokens=_number(said.token_price), currency=said.currency)


def shown(said: ReportSettings) -> ReportPrices:
    """As the page shows it: prices as decimals in text, null for one that nobody named."""
    return {
        "agent_hour": _text(said.hour_price),
        "tokens_per_million": _text(said.token_price),
        "currency": said.currency,
    }


@transaction.atomic
def change(wanted: Json, *, actor: Actor) -> ReportSettings:
    """Keep what the company says now, all of it."""
    ReportSettings.objects.get_or_create(pk=1)
    said = ReportSettings.objects.select_for_update().get(pk=1)
    before = shown(said)
    said.hour_price, said.token_price = wanted["agent_hour"], wanted["tokens_per_million"]
    said.currency = wanted["currency"]
    said.save()
    changes = audit.changed(before, shown(said))
    if changes:
        audit.record("reports.prices_changed", actor=actor, about=About("report_settings"), changes=changes)
    return said


def _number(price: Decimal | None) -> float | None:
    return None if price is None else float(price)


def _text(price: Decimal | None) -> str | None:
    return None if price is None else f"{price:.2f}"
