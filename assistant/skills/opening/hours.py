"""The skill that says when the tenant is open, on any day that is asked for, and where it is."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any

from babel.dates import format_date, format_time
from django.utils.translation import gettext, gettext_noop

from assistant.answering import Source
from assistant.skills import saying
from assistant.skills.contract import Scene, Skill, Slot, Step, Tell, Value
from assistant.skills.opening import words as w
from assistant.skills.opening.week import END_OF_DAY, Stretch, Week
from assistant.skills.policies import Setting, setting
from assistant.words import say

NAME = "hours"
MONDAY = date(2024, 1, 1)
PLACE = (
    ("name", Setting("text", gettext_noop("Name"), most=80)),
    ("address", Setting("text", gettext_noop("Address"), most=300)),
    ("note", Setting("text", gettext_noop("How to get there"), most=300)),
)


@dataclass(frozen=True)
class HoursPolicy:
    """What is told of where the tenant is; the hours are those of its teams."""

    places: tuple[dict[str, Any], ...] = setting(
        (), Setting("table", gettext_noop("Where you are"), gettext_noop("Told with the hours"), columns=PLACE, most=20)
    )


def describe(policy: HoursPolicy) -> Sequence[str]:
    """The policy in plain English."""
    where = (
        gettext("and where you are ({count} so far)").format(count=len(policy.places))
        if policy.places
        else gettext("and no address so far")
    )
    return (
        gettext("Tells the opening hours of your teams, with your holidays, {where}.").format(where=where),
        gettext("Says nothing by itself until a team has opening hours or a place is written here."),
    )


def tells(policy: HoursPolicy, weeks: Sequence[Week]) -> bool:
    """Whether there is anything to tell."""
    return bool(policy.places or weeks)


def step(slots: Mapping[str, Value], scene: Scene[HoursPolicy]) -> Step:
    """All there is to say, at once."""
    asked = slots.get("day")
    parts = [_hours(week, None if asked is None else date.fromisoformat(asked.value), scene) for week in scene.weeks]
    parts += ["\n".join([say(w.WHERE, scene.language), *_places(scene.policy)])] if scene.policy.places else []
    return Tell("\n\n".join(parts), sources=tuple(_sources(scene)))


def _sources(scene: Scene[HoursPolicy]) -> Iterator[Source]:
    """The weeks as they are kept, and the places."""
    for week in scene.weeks:
        title = " · ".join(part for part in (say(w.HOURS, scene.language), week.name) if part)
        yield Source("", title, "\n".join(line.removeprefix("- ") for line in _week(week, scene.language)))
    if scene.policy.places:
        told = [line.removeprefix("- ") for line in _places(scene.policy)]
        yield Source("", say(w.PLACE, scene.language), "\n".join(told))


def _hours(week: Week, asked: date | None, scene: Scene[HoursPolicy]) -> str:
    named = f"**{week.name}**\n\n" if week.name else ""
    if asked is None:
        return named + "\n".join([say(w.WEEK, scene.language), "", *_week(week, scene.language)])
    shown = saying.day(asked, scene.language)
    if week.on(asked):
        return named + say(w.OPEN_ON, scene.language).format(day=shown, times=_times(week.on(asked), scene.language))
    closed = say(w.CLOSED_ON, scene.language).format(day=shown)
    following = week.next_open(asked + timedelta(days=1))
    if following is None:
        return named + closed
    times = _times(week.on(following), scene.language)
    opens = say(w.OPEN_AGAIN, scene.language).format(day=saying.day(following, scene.language), times=times)
    return f"{named}{closed} {opens}"


def _week(week: Week, language: str) -> Iterator[str]:
    locale = saying.locale_of(language)
    for number in range(7):
        day = MONDAY + timedelta(days=number)
        of_day = sorted((one for one in week.stretches if one.weekday == number), key=lambda one: one.opens)
        times = _times(of_day, language) if of_day else say(w.CLOSED, language)
        yield f"- {format_date(day, 'EEEE', locale=locale)}: {times}"


def _times(stretches: Sequence[Stretch], language: str) -> str:
    told = [
        say(w.FROM_TO, language).format(opens=_clock(one.opens, language), closes=_clock(one.closes, language))
        for one in stretches
    ]
    return say(w.AND, language).join(told)


def _clock(at: time, language: str) -> str:
    return "24:00" if at == END_OF_DAY else str(format_time(at, "short", locale=saying.locale_of(language)))


def _places(policy: HoursPolicy) -> Iterator[str]:
    for place in policy.places:
        told = [str(place[name]).strip() for name in ("name", "address", "note")]
        yield f"- {', '.join(part for part in told if part)}"


HOURS = Skill(
    name=NAME,
    label=gettext_noop("Hours and location"),
    purpose=gettext_noop("Tells when the company is open, in general or on a day, and where it is."),
    slots=(
        Slot("day", "date", w.DAY, w.WHICH_DAY, w.WHICH_DAY, "The day that the customer asks about", required=False),
    ),
    policy=HoursPolicy,
    step=step,
    describe=describe,
    examples=(
        "What are your opening hours?",
        "When are you open?",
        "Are you open on Saturday?",
        "are u open tomorrow",
        "opening times",
        "What time do you close today?",
        "how late is the shop open on fridays",
        "Are you closed on public holidays?",
        "Where are you located?",
        "what's your address",
        "Where is your shop?",
        "how do i get to your store",
        "Wann haben Sie geöffnet?",
        "Habt ihr sonntags auf?",
        "Wie sind Ihre Öffnungszeiten?",
        "Wo finde ich Sie?",
        "Quels sont vos horaires d'ouverture ?",
        "Êtes-vous ouverts le dimanche ?",
        "Où se trouve votre magasin ?",
        "¿Cuál es su horario?",
        "¿Abren los sábados?",
        "¿Dónde están?",
        "Quali sono gli orari di apertura?",
        "Dove siete?",
        "Qual é o horário de funcionamento?",
        "Onde ficam?",
        "Wat zijn jullie openingstijden?",
        "Zijn jullie zondag open?",
        "Waar zit de winkel?",
    ),
    near_misses=(
        "When will my parcel be here?",
        "How long does a repair take?",
        "I want to book an appointment on Saturday",
        "Is the position still open?",
        "How do I open the battery cover?",
        "Where is my order?",
        "my account is closed, why",
        "What is your e-mail address?",
    ),
)
