"""Which leads are worth a person's time: what is asked, and how many points each answer brings; pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from assistant.skills.policies import Setting, setting

FIELDS = (
    ("need", "What they need"),
    ("quantity", "How many"),
    ("budget", "Budget"),
    ("when", "When"),
    ("company", "Company"),
    ("name", "Name"),
    ("email", "E-mail address"),
    ("phone", "Phone number"),
)
TESTS = (("given", "was told"), ("at_least", "is at least"), ("at_most", "is at most"), ("contains", "contains"))
REACH = ("email", "phone")
CRITERION = (
    ("field", Setting("choice", "When", options=FIELDS)),
    ("test", Setting("choice", "Test", options=TESTS)),
    ("value", Setting("text", "Value", most=120)),
    ("points", Setting("whole", "Points", least=-100, most=100)),
)


@dataclass(frozen=True)
class LeadPolicy:
    """What is asked of a lead, how it scores, and what becomes of a good one."""

    fields: tuple[str, ...] = setting(
        ("need", "quantity", "when", "name", "email"),
        Setting(
            "choices", "The assistant asks for", options=FIELDS, help="In this order; nothing that was said before."
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
            "Points",
            columns=CRITERION,
            most=40,
            help="“contains” takes several words, with commas between them; one of them is enough.",
        ),
    )
    threshold: int = setting(40, Setting("whole", "A lead is good from", unit="points", most=1000))
    hands_over: bool = setting(
        default=True, how=Setting("yes_no", "A good lead gets a person at once, in the same chat")
    )
    team: str = setting("", Setting("text", "Team that gets it", most=80, help="Empty: whoever is free."))
    notify: str = setting("", Setting("text", "Good leads are also told by mail to", most=200))


def describe(policy: LeadPolicy) -> Sequence[str]:
    """The policy in sentences."""
    labels = dict(FIELDS)
    says = [f"Asks for {_listed([labels[one].lower() for one in policy.fields]) or 'nothing'}, and keeps it as a lead."]
    says += [f"{_criterion(one)}: {one['points']:+d} points." for one in policy.criteria]
    good = f"From {policy.threshold} points on a lead is good"
    whom = f"the team {policy.team}" if policy.team else "a person"
    says.append(f"{good}, and {whom} gets the chat at once." if policy.hands_over else f"{good}.")
    if policy.notify:
        says.append(f"Good leads are told to {policy.notify} by mail.")
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
    field, test = dict(FIELDS)[str(one["field"])], dict(TESTS)[str(one["test"])]
    return f"{field} {test}" if one["test"] == "given" else f"{field} {test} {one['value']}"


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:-1]) + (" and " if len(names) > 1 else "") + "".join(names[-1:])
