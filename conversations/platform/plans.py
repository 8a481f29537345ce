"""The plans in the words of the public site; every figure is read from `billing.plans`."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext, gettext_lazy, gettext_noop

from billing.choice import Choice
from billing.plans import CURRENCY, PLANS, TRIAL_DAYS, TRIAL_INCLUDED, TRIAL_PLAN, Feature, Interval, Plan, PlanKey
from tenants import figures, speaking

YES, NO = gettext_noop("Yes"), "–"
FEATURES: Mapping[Feature, tuple[str, str]] = {
    Feature.CONTROL_ROOM: (
        gettext_noop("Control room"),
        gettext_noop(
            "Every conversation that the assistant leads, live and by risk: guide it, hold it, approve, take over."
        ),
    ),
    Feature.SLA: (
        gettext_noop("Reply-time promises"),
        gettext_noop(
            "A first reply, the next one and an end in time, by team and urgency, with an alarm before one breaks."
        ),
    ),
    Feature.SSO: (
        gettext_noop("Single sign-on"),
        gettext_noop("By OpenID Connect; passwords can be off for everybody but the owners."),
    ),
}
IN_EVERY_PLAN = (
    (
        gettext_lazy("The assistant"),
        gettext_lazy("answers from your articles, names its source, and says when it does not know."),
    ),
    (
        gettext_lazy("The handover"),
        gettext_lazy("with reason, evidence, known facts and a summary. A handover never costs anything."),
    ),
    (
        gettext_lazy("Your rules"),
        gettext_lazy("for what goes to a person, with every version kept, and replayed over your own past."),
    ),
    (gettext_lazy("The chat and e-mail"), gettext_lazy("in seven languages, on your own domain if you like.")),
    (
        gettext_lazy("Skills"),
        gettext_lazy("for orders, refunds, returns and appointments, within the policies that you set."),
    ),
    (
        gettext_lazy("Teams and hours"),
        gettext_lazy("with roles from owner to viewer, and a second factor. Viewers are free."),
    ),
    (gettext_lazy("The API"), gettext_lazy("with tokens that open no more than they need.")),
    (
        gettext_lazy("Your data"),
        gettext_lazy(
            "in a schema of its own: export it, erase a customer, close the workspace. An audit log of it all."
        ),
    ),
)


@dataclass(frozen=True)
class Card:
    """A plan as its card shows it; `choice` is what its button takes along, empty for the free plan."""

    name: str
    for_whom: str
    price: str
    unit: str
    other: str
    brings: tuple[str, ...]
    choice: str
    is_first: bool


@dataclass(frozen=True)
class CompareRow:
    """A line of the comparison: what it is about, and what each plan has of it."""

    name: str
    about: str
    cells: tuple[str, ...]


def money(cents: int) -> str:
    """An amount as the public site writes it, such as €29, €0.49 or €1,450."""
    if speaking.now() != speaking.ENGLISH:
        return figures.money(cents, CURRENCY).replace(",00", "")
    return f"€{cents // 100:,}" if cents % 100 == 0 else f"€{cents / 100:,.2f}"


def cards(interval: Interval) -> list[Card]:
    """Every plan, priced for those who pay so often."""
    return [_card(plan, interval) for plan in PLANS.values()]


def comparison() -> list[CompareRow]:
    """What differs between the plans, line by line."""
    plans = tuple(PLANS.values())
    rows = [
        CompareRow(
            gettext("A seat, paid by the month"),
            gettext("Without tax."),
            tuple(money(one.month_cents) for one in plans),
        ),
        CompareRow(
            gettext("A seat, paid by the year"), gettext("Without tax."), tuple(money(one.year_cents) for one in plans)
        ),
        CompareRow(
            gettext("Seats"),
            gettext("People who work at the desk; viewers are free."),
            tuple(_seats(one) for one in plans),
        ),
        CompareRow(
            gettext("Resolutions a month"),
            gettext("By the assistant alone, for the whole company."),
            tuple(figures.whole(one.included) for one in plans),
        ),
        CompareRow(
            gettext("Each one beyond"),
            gettext("Only if you switch it on, with a limit that you set."),
            tuple(NO if one.overage_cents is None else money(one.overage_cents) for one in plans),
        ),
        CompareRow(
            gettext("History at the desk"),
            gettext("Older conversations are kept, and are in every export."),
            tuple(
                gettext("All") if one.history_days is None else gettext("{days} days").format(days=one.history_days)
                for one in plans
            ),
        ),
    ]
    for feature, (name, about) in FEATURES.items():
        rows.append(
            CompareRow(
                gettext(name), gettext(about), tuple(gettext(YES) if feature in one.features else NO for one in plans)
            )
        )
    return rows


def trial() -> Mapping[str, str | int]:
    """How every company begins."""
    return {"days": TRIAL_DAYS, "plan": TRIAL_PLAN.name, "included": TRIAL_INCLUDED}


def months_free(plan: Plan) -> int:
    """How many months of twelve cost nothing when a year is paid at once."""
    return 0 if not plan.is_paid else 12 - plan.year_cents // plan.month_cents


def _card(plan: Plan, interval: Interval) -> Card:
    yearly, choice = interval == Interval.YEAR, Choice(plan, interval)
    other = gettext("Free for as long as you like.")
    if plan.is_paid:
        free = gettext("{months} months are free by the year").format(months=months_free(plan))
        other = (
            gettext("{interval} a seat once a year: {free}").format(
                interval=money(plan.seat_cents(interval)), free=free
            )
            if yearly
            else f"{free}"
        )
    return Card(
        name=plan.name,
        for_whom=gettext(plan.for_whom),
        price=money(round(plan.year_cents / 12) if yearly else plan.month_cents),
        unit=gettext("a seat and month") if plan.is_paid else gettext("for two people"),
        other=f"{other.rstrip('.')}.",
        brings=_brings(plan),
        choice=choice.query if plan.is_paid else "",
        is_first=plan.key == PlanKey.TEAM,
    )


def _brings(plan: Plan) -> tuple[str, ...]:
    """The lines of a card; the largest plan says what it adds."""
    beyond = (
        gettext(", then {amount} each if you allow it").format(amount=money(plan.overage_cents))
        if plan.overage_cents is not None
        else ""
    )
    history = (
        gettext("All of your history")
        if plan.history_days is None
        else gettext("{days} days of history at the desk").format(days=plan.history_days)
    )
    lines = (
        _people(plan),
        gettext("{included} resolutions a month{beyond}").format(included=figures.whole(plan.included), beyond=beyond),
    )
    if not plan.features:
        return (*lines, history)
    return (*lines, history, *(gettext(FEATURES[one][0]) for one in FEATURES if one in plan.features))


def _people(plan: Plan) -> str:
    if plan.seats_most is None:
        return gettext("As many people as you have seats, and viewers free")
    return gettext("{seats} people at the desk, and viewers free").format(seats=plan.seats_most)


def _seats(plan: Plan) -> str:
    return gettext("Any number") if plan.seats_most is None else f"{plan.seats_most}"
