"""The skills that move and cancel an appointment: finding the one that is meant, and what the policies allow."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar
from zoneinfo import ZoneInfo

from assistant.records.contract import AppointmentSeen
from assistant.skills import dates, saying
from assistant.skills.appointments import leaving_words, times
from assistant.skills.appointments import words as w
from assistant.skills.contract import Ask, Choice, Leave, Scene, Tell, Value, Why
from assistant.words import say

P = TypeVar("P")
Slots = Mapping[str, Value]
NAMED = ("which", "days")  # slots in which a day may stand that tells which appointment is meant


@dataclass(frozen=True)
class Meant:
    """The appointment that is meant, and which slot named it; "" when it is the only one."""

    appointment: AppointmentSeen
    named_in: str = ""


def find(slots: Slots, scene: Scene[P], named: Sequence[str]) -> Meant | Ask | Tell:
    """The one that is meant among those of the addresses that the customer proved; or the question which."""
    held = sorted(
        (one for email in scene.known.proven for one in scene.records.appointments_of(email, now=scene.now)),
        key=lambda one: one.starts_at,
    )
    if not held:
        return Tell(say(w.NONE_BOOKED, scene.language))
    for slot in named:
        fitting = list(_fitting(slots.get(slot), held))
        if len(fitting) == 1:
            return Meant(fitting[0], slot)
    if len(held) == 1:
        return Meant(held[0])
    by_service = [one for one in held if "service" in slots and one.service_id == slots["service"].value]
    if len(by_service) == 1:
        return Meant(by_service[0])
    return Ask("which", say(w.WHICH_ONE, scene.language), tuple(_choices(held, scene)), wrong="which" in slots)


def too_late(appointment: AppointmentSeen, scene: Scene[P]) -> Leave | None:
    """Why a person decides: there is less time left than the calendar asks for."""
    if appointment.starts_at - scene.now >= timedelta(hours=appointment.change_hours):
        return None
    hours = appointment.change_hours
    reason = f"The appointment is in less than {hours} hours; until then customers change it."
    return Leave(Why.OUTSIDE_POLICY, reason, say(leaving_words.TOO_LATE, scene.language).format(hours=hours))


def told(appointment: AppointmentSeen, language: str, *, at: datetime | None = None) -> dict[str, str]:
    """What is said of it; at another time where it moves."""
    zone = ZoneInfo(appointment.zone)
    return {
        "service": appointment.service,
        "before": saying.moment(appointment.starts_at, zone, language),
        "moment": saying.moment(at or appointment.starts_at, zone, language),
        "place": appointment.place,
    }


def subject(appointment: AppointmentSeen) -> str:
    """What the record of an action is about."""
    return f"{appointment.service}, {appointment.starts_at.astimezone(ZoneInfo(appointment.zone)):%Y-%m-%d %H:%M}"[:120]


def _fitting(value: Value | None, held: Sequence[AppointmentSeen]) -> Iterator[AppointmentSeen]:
    """Those that a slot names: by its id when it was picked, else by its day or days."""
    if value is None:
        return
    if value.value.startswith("apt_"):
        yield from (one for one in held if one.id == value.value)
        return
    first, last = dates.first_and_last("/".join(part[:10] for part in value.value.split("/")))
    for one in held:
        if first <= one.starts_at.astimezone(ZoneInfo(one.zone)).date() <= last:
            yield one


def _choices(held: Sequence[AppointmentSeen], scene: Scene[P]) -> Iterator[Choice]:
    for one in held[: times.MOST]:
        said = f"{one.service}, {told(one, scene.language)['moment']}"
        yield Choice(said, said, value=one.id)
