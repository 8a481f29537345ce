"""The skill that moves an appointment to another time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils.translation import gettext, gettext_noop

from assistant.records.contract import AppointmentSeen
from assistant.skills.appointments import changing, leaving_words, times
from assistant.skills.appointments import words as w
from assistant.skills.appointments.booking import TIME
from assistant.skills.appointments.cancelling import SERVICE, WHICH
from assistant.skills.appointments.changing import Meant, Slots
from assistant.skills.appointments.times import Chosen, Offered, Wanted
from assistant.skills.contract import Act, Ask, Confirm, Leave, Scene, Skill, Slot, Step, Value, Why
from assistant.skills.policies import Setting, setting
from assistant.words import say


@dataclass(frozen=True)
class Policy:
    """How often a customer moves an appointment."""

    most_moves: int = setting(
        3,
        Setting(
            "whole",
            gettext_noop("Moves"),
            gettext_noop("How often a customer moves one appointment by themselves"),
            least=1,
            most=50,
        ),
    )


def describe(policy: Policy) -> Sequence[str]:
    """The policy in plain English."""
    return (
        gettext(
            "Customers who proved the appointment's e-mail address move it, as long before as its calendar asks for."
        ),
        gettext("One appointment moves {most_moves} times at most; a person decides about more.").format(
            most_moves=policy.most_moves
        ),
    )


def step(slots: Slots, scene: Scene[Policy]) -> Step:
    """Find the appointment and a free time, and move it after a yes."""
    match changing.find(slots, scene, changing.NAMED):
        case Meant(appointment=appointment, named_in=named_in):
            return _outside(appointment, scene) or _to(slots, appointment, scene, named_in=named_in)
        case not_yet:
            return not_yet


def _outside(appointment: AppointmentSeen, scene: Scene[Policy]) -> Leave | None:
    if not appointment.service_id:
        gone = say(leaving_words.GONE, scene.language).format(service=appointment.service)
        return Leave(Why.OUTSIDE_POLICY, f"{appointment.service} cannot be booked any more.", gone)
    if appointment.moves >= scene.policy.most_moves:
        often = say(leaving_words.MOVED_OFTEN, scene.language)
        return Leave(Why.OUTSIDE_POLICY, f"The appointment was moved {appointment.moves} times already.", often)
    return changing.too_late(appointment, scene)


def _to(slots: Slots, appointment: AppointmentSeen, scene: Scene[Policy], *, named_in: str) -> Step:
    zone, wish = ZoneInfo(appointment.zone), _wish(slots, appointment, scene, named_in=named_in)

    def free(first: date, last: date) -> Sequence[datetime]:
        found = scene.records.openings(
            appointment.service_id, first=first, last=last, now=scene.now, besides=appointment.id
        )
        return [one for one in found if one != appointment.starts_at]

    match times.find(wish, free, today=scene.now.astimezone(zone).date(), zone=zone):
        case Offered(times=()):
            none = say(leaving_words.NOTHING_ELSE_FREE, scene.language).format(service=appointment.service)
            return Leave(Why.OUTSIDE_POLICY, f"No other time is free for {appointment.service}.", none)
        case Offered() as offered:
            words = w.NOT_FREE if offered.instead else w.NEW_TIME if wish is None else w.FREE
            said = say(words, scene.language).format(**changing.told(appointment, scene.language))
            choices = times.choices(offered.times, zone, scene.language)
            return Ask("days", said, choices, form="calendar", anew=wish is not None)
        case Chosen(at=at):
            return _confirm(appointment, at, scene)


def _wish(slots: Slots, appointment: AppointmentSeen, scene: Scene[Policy], *, named_in: str) -> Wanted | None:
    """When it shall be: the day that does not name the appointment itself; its own day when only a time was said."""
    zone = ZoneInfo(appointment.zone)
    local = appointment.starts_at.astimezone(zone)
    days: Value | None = slots.get("which" if named_in == "days" else "days")
    if named_in == "" and days is None:
        days = slots.get("which")
    time = slots.get("time")
    if time is not None and time.value == f"{local:%H:%M}" and (days is None or time.seq <= days.seq):
        time = None  # "my appointment at 10:30"; said after the day it is the time on that day
    if days is None and time is not None:
        days = Value(str(local.date()), "", 0)
    if days is not None and days.value == str(local.date()) and time is None:
        return None
    return times.wanted(days, time, today=scene.now.astimezone(zone).date(), zone=zone)


def _confirm(appointment: AppointmentSeen, at: datetime, scene: Scene[Policy]) -> Confirm:
    told = changing.told(appointment, scene.language, at=at)
    act = Act(
        kind="appointment_moved",
        key=f"appointment_moved:{appointment.id}:{appointment.version}",
        subject=changing.subject(appointment),
        request={"appointment": appointment.id, "version": appointment.version, "starts_at": at.isoformat()},
        says=say(w.MOVED, scene.language).format(**told),
        because=f"Customers move an appointment in time, {scene.policy.most_moves} times at most.",
    )
    return Confirm(say(w.SHALL_I_MOVE, scene.language).format(**told), act)


MOVE: Skill[Policy] = Skill(
    name="move_appointment",
    label=gettext_noop("Move an appointment"),
    purpose=gettext_noop("Moves an appointment of the customer's to another free time, after proof that it is theirs."),
    slots=(
        WHICH,
        Slot(
            "days",
            "each_days",
            label=w.LABELS["days"],
            asks=w.WHEN,
            again=w.TIME_AGAIN,
            purpose="The day or days to which it shall move, in the customer's own words.",
        ),
        TIME,
        SERVICE,
    ),
    policy=Policy,
    step=step,
    describe=describe,
    examples=(
        "I need to move my appointment",
        "can I reschedule my appointment to Thursday?",
        "please change my booking from tuesday to friday",
        "something came up, could I come another day instead?",
        "reschedule pls",
        "postpone my visit by a week",
        "can my slot be moved to the afternoon?",
        "Ich möchte meinen Termin verschieben",
        "Können wir den Termin auf Mittwoch verlegen?",
        "Termin umbuchen bitte",
        "Je voudrais déplacer mon rendez-vous",
        "Peut-on reporter mon rendez-vous à jeudi ?",
        "Quiero cambiar mi cita a otro día",
        "¿Puedo mover la cita al viernes?",
        "Vorrei spostare il mio appuntamento",
        "Possiamo rimandare l'appuntamento a lunedì?",
        "Quero remarcar a minha marcação",
        "Ik wil mijn afspraak verzetten",
        "Kan mijn afspraak naar vrijdag?",
    ),
    near_misses=(
        "I want to book an appointment",
        "cancel my appointment",
        "can I change the delivery address?",
        "can I change my order?",
        "how late may I reschedule?",
        "I moved to a new flat",
        "Ich bin umgezogen",
    ),
    writes=("appointment_moved",),
    personal=True,
)
