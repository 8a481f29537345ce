"""What rules may name in the company entered now: teams, skills, people, topics, languages, what customers have."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from agents.models import Agent, Skill, Team
from assistant.models import Intent
from assistant.skills.registry import SKILLS
from conversations.models import Customer
from escalation.checking import Company
from escalation.conditions import number_of
from tenants import current

LOOKS_AT = 500  # customers, the newest
MOST_VALUES = 20  # of one attribute; what has more is free text to a picker
LONGEST_VALUE = 60


def known() -> Company:
    """All of it but what customers have. Four queries."""
    skills = list(Skill.objects.values_list("name", flat=True))
    return Company(
        teams=list(Team.objects.values_list("name", flat=True)),
        skills=skills or None,  # nobody has set up any, so that none is wrong
        people=people(),
        topics=list(Intent.objects.order_by("name").values_list("name", flat=True)),
        tasks={name: skill.label for name, skill in SKILLS.items()},
        languages=list(current.tenant().languages),
    )


def with_attributes() -> Company:
    """All of it, for whoever builds rules. Five queries."""
    return replace(known(), attributes=attributes())


def people() -> dict[str, str]:
    """The names of those who work here, by their ids. One query."""
    rows = Agent.objects.filter(is_active=True).values_list("id", "name")
    return {str(key): name for key, name in rows}


def attributes() -> dict[str, list[str | float | bool]]:
    """What the newest customers have, by the attribute's name, with its values while they are few. One query."""
    rows = Customer.objects.exclude(attributes={}).order_by("-id").values_list("attributes", flat=True)
    return gathered(rows[:LOOKS_AT])


def gathered(rows: Iterable[Mapping[str, Any]]) -> dict[str, list[str | float | bool]]:
    """The values of each attribute in order; of many numbers the ends, and nothing of many or long texts."""
    found: dict[str, dict[str | float | bool, None]] = {}
    for row in rows:
        for name, value in row.items():
            if isinstance(value, str | int | float):
                found.setdefault(str(name), {})[value] = None
    return {name: _few(list(values)) for name, values in sorted(found.items())}


def _few(values: list[str | float | bool]) -> list[str | float | bool]:
    numbers = [value for value in values if number_of(value) is not None]
    if len(numbers) == len(values) > MOST_VALUES:
        return [min(numbers), max(numbers)]  # so that they are compared as numbers
    if len(values) > MOST_VALUES or any(len(str(value)) > LONGEST_VALUE for value in values):
        return []
    return sorted(values, key=lambda value: (isinstance(value, str), str(value).casefold()))
