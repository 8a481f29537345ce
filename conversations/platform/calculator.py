"""The calculator of the pricing page: what somebody fills in, and what each plan would cost them."""

from collections.abc import Mapping
from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext, gettext_lazy, ngettext

from billing import quotes
from billing.choice import Choice
from billing.plans import PLANS, Interval
from billing.quotes import Quote, Wanted
from conversations.platform.plans import money
from conversations.subscribing import words
from tenants import figures

MOST_SEATS, MOST_RESOLUTIONS = 1_000, 1_000_000
USUAL = Wanted(seats=3, resolutions=400, interval=Interval.MONTH)


class Needs(forms.Form):
    """What a company thinks that it needs."""

    seats = forms.IntegerField(label=gettext_lazy("People at the desk"), min_value=1, max_value=MOST_SEATS)
    resolutions = forms.IntegerField(
        label=gettext_lazy("Resolutions by the assistant, a month"), min_value=0, max_value=MOST_RESOLUTIONS
    )
    interval = forms.ChoiceField(
        label=gettext_lazy("Paid"),
        choices=[(Interval.MONTH, gettext_lazy("By the month")), (Interval.YEAR, gettext_lazy("By the year"))],
    )

    @classmethod
    def of(cls, told: Mapping[str, str]) -> "Needs":
        """What the address says; where it says nothing, what is usual."""
        usual = {"seats": USUAL.seats, "resolutions": USUAL.resolutions, "interval": USUAL.interval.value}
        return cls({**usual, **{name: told[name] for name in usual if name in told}})

    def wanted(self) -> Wanted:
        """What they need; of a field that does not make sense, what is usual."""
        self.is_valid()
        told = {"seats": USUAL.seats, "resolutions": USUAL.resolutions, "interval": USUAL.interval, **self.cleaned_data}
        return Wanted(told["seats"], told["resolutions"], Interval(told["interval"]))


@dataclass(frozen=True)
class Sum:
    """What a plan would cost, in words; `month` is empty where the plan does not fit."""

    name: str
    seats: str
    beyond: str
    month: str
    at_once: str
    choice: str
    is_cheapest: bool


def heads(wanted: Wanted) -> Mapping[str, str]:
    """What the columns are about."""
    return {
        "seats": words.seats(wanted.seats),
        "resolutions": _resolutions(wanted.resolutions),
    }


def _resolutions(number: int) -> str:
    return ngettext("{count} resolution", "{count} resolutions", number).format(count=figures.whole(number))


def sums(wanted: Wanted) -> list[Sum]:
    """For each plan what it comes to."""
    asked = [Quote(plan, wanted) for plan in PLANS.values()]
    best = quotes.cheapest(asked)
    return [_sum(one, is_cheapest=one == best) for one in asked]


def _sum(quote: Quote, *, is_cheapest: bool) -> Sum:
    plan, wanted = quote.plan, quote.wanted
    yearly = plan.is_paid and wanted.interval == Interval.YEAR
    return Sum(
        name=plan.name,
        seats=_seats(quote),
        beyond=_beyond(quote),
        month=money(quote.month_cents) if quote.fits else "",
        at_once=gettext("{amount} for the seats, once a year").format(amount=money(quote.at_once_cents))
        if yearly
        else "",
        choice=Choice(plan, wanted.interval).query if plan.is_paid else "",
        is_cheapest=is_cheapest,
    )


def _seats(quote: Quote) -> str:
    plan, seats = quote.plan, quote.wanted.seats
    if not quote.fits:
        return gettext("Has {seats} seats at most").format(seats=plan.seats_most)
    if not plan.is_paid:
        return gettext("Free")
    if quote.wanted.interval == Interval.YEAR:
        return gettext("{seats} × {year_cents} a year = {seats_cents} a month").format(
            seats=figures.whole(seats), year_cents=money(plan.year_cents), seats_cents=money(quote.seats_cents)
        )
    return f"{figures.whole(seats)} × {money(plan.month_cents)} = {money(quote.seats_cents)}"


def _beyond(quote: Quote) -> str:
    plan = quote.plan
    if not quote.beyond:
        return gettext("All of them, of {included} included").format(included=figures.whole(plan.included))
    if plan.overage_cents is None:
        return gettext("{included} of them; your people answer the others").format(
            included=figures.whole(plan.included)
        )
    included = gettext("{included} included, ").format(included=figures.whole(plan.included))
    return f"{included}{figures.whole(quote.beyond)} × {money(plan.overage_cents)} = {money(quote.beyond_cents)}"
