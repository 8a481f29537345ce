"""Which leads are worth a person's time: what is asked, and how many points each answer brings; pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils.translation import gettext, gettext_noop

from assistant.skills.policies import Setting, setting
from tenants import speaking

FIELDS = (
    ("need", gettext_noop("What they need")),
    ("quantity", gettext_noop("How many")),
    ("budget", gettext_noop("Budget")),
    ("when", gettext_noop("When")),
    ("company", gettext_noop("Company")),
    ("name", gettext_noop("Name")),
    ("email", gettext_noop("E-mail address")),
    ("phone", gettext_noop("Phone number")),
)
TESTS = (
    ("given", gettext_noop("was told")),
    ("at_least", gettext_noop("is at least")),
    ("at_most", gettext_noop("is at most")),
    ("contains", gettext_noop("contains")),
)
REACH = ("email", "phone")
CRITERION = (
    ("field", Setting("choice", gettext_noop("When"), options=FIELDS)),
    ("test", Setting("choice", gettext_noop("Test"), options=TESTS)),
    ("value", Setting("text", gettext_noop("Value"), most=120)),
    ("points", Setting("whole", gettext_noop("Points"), least=-100, most=100)),
)


@dataclass(frozen=True)
class LeadPolicy:
    """What is asked of a lead, how it scores, and what becomes of a good one."""

    fields: tuple[str, ...] = setting(
        ("need", "quantity", "when", "name", "email"),
        Setting(
            "choices",
            gettext_noop("The assistant asks for"),
            options=FIELDS,
            help=gettext_noop("In this order; nothing that was said before."),
        ),
    )
    criteria: tuple[dict[str, Any], ...] = setting(
        (
            {"field": "quantity", "test": "at_least", "value": "10", "points": 40},
            {"field": "budget", "test": "at_least", "value": "5000", "points": 40},
            {"field": "company", "test": "given", "value": "", "points": 20},
            {"field": "phone", "test": "given", "value": "", "points": 10},
        ),
        Setting(
            "table",
            gettext_noop("Points"),
            columns=CRITERION,
            most=40,
            help=gettext_noop("“contains” takes several words, with commas between them; one of them is enough."),
        ),
    )
    threshold: int = setting(
        40, Setting("whole", gettext_noop("A lead is good from"), unit=gettext_noop("points"), most=1000)
    )
    hands_over: bool = setting(
        default=True, how=Setting("yes_no", gettext_noop("A good lead gets a person at once, in the same chat"))
    )
    team: str = setting(
        "", Setting("text", gettext_noop("Team that gets it"), most=80, help=gettext_noop("Empty: whoever is free."))
    )
    notify: str = setting("", Setting("text", gettext_noop("Good leads are also told by mail to"), most=200))


def describe(policy: LeadPolicy) -> Sequence[str]:
    """The policy in sentences."""
    labels = dict(FIELDS)
    says = [
        gettext("Asks for {fields}, and keeps it as a lead.").format(
            fields=_listed([speaking.within(gettext(labels[one])) for one in policy.fields]) or gettext("nothing")
        )
    ]
    says += [
        gettext("{criterion}: {points:+d} points.").format(criterion=_criterion(one), points=one["points"])
        for one in policy.criteria
    ]
    good = gettext("From {threshold} points on a lead is good").format(threshold=policy.threshold)
    whom = gettext("the team {team}").format(team=policy.team) if policy.team else gettext("a person")
    says.append(
        gettext("{good}, and {whom} gets the chat at once.").format(good=good, whom=whom)
        if policy.hands_over
        else f"{good}."
    )
    if policy.notify:
        says.append(gettext("Good leads are told to {notify} by mail.").format(notify=policy.notify))
    return says


def score(told: Mapping[str, str], policy: LeadPolicy) -> tuple[int, tuple[str, ...]]:
    """The points of what was told, and the criteria that held, in words."""
    held = [one for one in policy.criteria if holds(one, told.get(str(one["field"]), ""))]
    return sum(int(one["points"]) for one in held), tuple(f"{_criterion(one)} ({one['points']:+d})" for one in held)


def holds(criterion: Mapping[str, Any], told: str) -> bool:
    """Whether the criterion is met; what was not told meets none."""
    wanted = str(criterion["value"])
    if not told.strip():
        return False
    match criterion["test"]:
        case "given":
            return True
        case "at_least":
            return _compared(told, wanted, at_least=True)
        case "at_most":
            return _compared(told, wanted, at_least=False)
        case _:
            words = [word.strip().casefold() for word in wanted.split(",")]
            return any(word and word in told.casefold() for word in words)


def _compared(told: str, wanted: str, *, at_least: bool) -> bool:
    try:
        have, want = Decimal(told), Decimal(wanted)
    except InvalidOperation:
        return False
    return have >= want if at_least else have <= want


def _criterion(one: Mapping[str, Any]) -> str:
    field, test = gettext(dict(FIELDS)[str(one["field"])]), gettext(dict(TESTS)[str(one["test"])])
    return f"{field} {test}" if one["test"] == "given" else f"{field} {test} {one['value']}"


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:-1]) + (gettext(" and ") if len(names) > 1 else "") + "".join(names[-1:])
