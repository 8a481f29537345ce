"""What the skills may look at in a conversation, gathered once for each turn."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from zoneinfo import ZoneInfo

from django.utils import timezone

from agents.timetable import Timetable
from assistant.models import Calendar, Service
from assistant.records import chosen, numbers
from assistant.skills import configured
from assistant.skills.appointments import booking, cancelling, moving
from assistant.skills.configured import Configured
from assistant.skills.opening import hours, week
from assistant.skills.opening.week import Stretch, Week
from assistant.skills.outcomes import Standing
from assistant.skills.past import Recorded
from conversations.identity import codes
from conversations.queries import Question
from tenants import current


def standing(question: Question, timetable: Timetable) -> Standing:
    """How things stand for the skills: the tenant's skills and records, the customer, and the task under way."""
    stored = question.conversation.seq > 0  # a question that is only tried stands in no log
    skills = configured.everything() if question.skills is None else question.skills
    weeks = _weeks(timetable)
    return Standing(
        skills=_with_calendars(_with_hours(skills, weeks), question),
        weeks=weeks,
        records=cache(chosen.of_tenant),
        known=question.known,
        now=timezone.now(),
        zone=ZoneInfo(current.tenant().time_zone),
        numbers=cache(numbers.of_tenant),
        past=Recorded(),
        task=question.task,
        rested=question.rested,
        heard_until=question.heard_until,
        conversation_id=str(question.conversation.id) if stored else "",
        code_is_over=lambda: stored and codes.standing(question.conversation) == codes.Standing.EXPIRED,
    )


def _weeks(timetable: Timetable) -> tuple[Week, ...]:
    """When the teams that have opening times are at work, by the clocks of the company."""
    return week.alike(
        [
            Week(name, tuple(Stretch(one.weekday, one.opens, one.closes) for one in team.weekly), timetable.days_off)
            for name, team in timetable.teams.items()
            if team.weekly
        ]
    )


def _with_hours(skills: Mapping[str, Configured], weeks: Sequence[Week]) -> Mapping[str, Configured]:
    """A company that told neither hours nor place lets its articles answer."""
    one = skills.get(hours.NAME)
    if one is None or hours.tells(one.policy, weeks):
        return skills
    return {**skills, hours.NAME: replace(one, on=False)}


def _with_calendars(skills: Mapping[str, Configured], question: Question) -> Mapping[str, Configured]:
    """Who gives no time away books nothing; what is only switched off, a person does. One query or two."""
    if Service.objects.exists():
        return skills
    idle = [booking.BOOK.name, moving.MOVE.name]
    if not Calendar.objects.exists():
        idle.append(cancelling.CANCEL.name)
    begun = "" if question.task is None or question.task.over else question.task.skill  # is ended with words of its own
    off = {name: replace(skills[name], on=False) for name in idle if name in skills and name != begun}
    return {**skills, **off}
