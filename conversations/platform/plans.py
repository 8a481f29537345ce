"""The plans in the words of the public site; every figure is read from `billing.plans`."""

from collections.abc import Mapping
from dataclasses import dataclass

from billing.choice import Choice
from billing.plans import PLANS, TRIAL_DAYS, TRIAL_INCLUDED, TRIAL_PLAN, Feature, Interval, Plan, PlanKey

YES, NO = "Yes", "–"
FEATURES: Mapping[Feature, tuple[str, str]] = {
    Feature.CONTROL_ROOM: (
        "Control room",
        "Every conversation that the assistant leads, live and by risk: guide it, hold it, approve, take over.",
    ),
    Feature.SLA: (
        "Reply-time promises",
        "A first reply, the next one and an end in time, by team and urgency, with an alarm before one breaks.",
    ),
    Feature.SSO: (
        "Single sign-on",
        "By OpenID Connect; passwords can be off for everybody but the owners.",
    ),
}
IN_EVERY_PLAN = (
    ("The assistant", "answers from your articles, names its source, and says when it does not know."),
    ("The handover", "with reason, evidence, known facts and a summary. A handover never costs anything."),
    ("Your rules", "for what goes to a person, with every version kept, and replayed over your own past."),
    ("The chat and e-mail", "in seven languages, on your own domain if you like."),
    ("Skills", "for orders, refunds, returns and appointments, within the policies that you set."),
    ("Teams and hours", "with roles from owner to viewer, and a second factor. Viewers are free."),
    ("The API", "with tokens that open no more than they need."),
    ("Your data", "in a schema of its own: export it, erase a customer, close the workspace. An audit log of it all."),
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
    return f"€{cents // 100:,}" if cents % 100 == 0 else f"€{cents / 100:,.2f}"


def cards(interval: Interval) -> list[Card]:
    """Every plan, priced for those who pay so often."""
    return [_card(plan, interval) for plan in PLANS.values()]


def comparison() -> list[CompareRow]:
    """What differs between the plans, line by line."""
    plans = tuple(PLANS.values())
    rows = [
        CompareRow("A seat, paid by the month", "Without tax.", tuple(money(one.month_cents) for one in plans)),
        CompareRow("A seat, paid by the year", "Without tax.", tuple(money(one.year_cents) for one in plans)),
        CompareRow("Seats", "People who work at the desk; viewers are free.", tuple(_seats(one) for one in plans)),
        CompareRow(
            "Resolutions a month",
            "By the assistant alone, for the whole company.",
            tuple(f"{one.included:,}" for one in plans),
        ),
        CompareRow(
            "Each one beyond",
            "Only if you switch it on, with a limit that you set.",
            tuple(NO if one.overage_cents is None else money(one.overage_cents) for one in plans),
        ),
        CompareRow(
            "History at the desk",
            "Older conversations are kept, and are in every export.",
            tuple("All" if one.history_days is None else f"{one.history_days} days" for one in plans),
        ),
    ]
    for feature, (name, about) in FEATURES.items():
        rows.append(CompareRow(name, about, tuple(YES if feature in one.features else NO for one in plans)))
    return rows


def trial() -> Mapping[str, str | int]:
    """How every company begins."""
    return {"days": TRIAL_DAYS, "plan": TRIAL_PLAN.name, "included": TRIAL_INCLUDED}


def months_free(plan: Plan) -> int:
    """How many months of twelve cost nothing when a year is paid at once."""
    return 0 if not plan.is_paid else 12 - plan.year_cents // plan.month_cents


def _card(plan: Plan, interval: Interval) -> Card:
    yearly, choice = interval == Interval.YEAR, Choice(plan, interval)
    other = "Free for as long as you like."
    if plan.is_paid:
        free = f"{months_free(plan)} months are free by the year"
        other = f"{money(plan.seat_cents(interval))} a seat once a year: {free}" if yearly else f"{free}"
    return Card(
        name=plan.name,
        for_whom=plan.for_whom,
        price=money(round(plan.year_cents / 12) if yearly else plan.month_cents),
        unit="a seat and month" if plan.is_paid else "for two people",
        other=f"{other.rstrip('.')}.",
        brings=_brings(plan),
        choice=choice.query if plan.is_paid else "",
        is_first=plan.key == PlanKey.TEAM,
    )


def _brings(plan: Plan) -> tuple[str, ...]:
    """The lines of a card; the largest plan says what it adds."""
    beyond = f", then {money(plan.overage_cents)} each if you allow it" if plan.overage_cents is not None else ""
    history = "All of your history" if plan.history_days is None else f"{plan.history_days} days of history at the desk"
    lines = (_people(plan), f"{plan.included:,} resolutions a month{beyond}")
    if not plan.features:
        return (*lines, history)
    return (*lines, history, *(FEATURES[one][0] for one in FEATURES if one in plan.features))


def _people(plan: Plan) -> str:
    if plan.seats_most is None:
        return "As many people as you have seats, and viewers free"
    return f"{plan.seats_most} people at the desk, and viewers free"


def _seats(plan: Plan) -> str:
    return "Any number" if plan.seats_most is None else f"{plan.seats_most}"
