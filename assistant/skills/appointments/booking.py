"""The skill that books an appointment."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils.translation import gettext, gettext_noop

from assistant.records.contract import ServiceSeen
from assistant.skills import saying
from assistant.skills.appointments import leaving_words, times
from assistant.skills.appointments import words as w
from assistant.skills.appointments.times import Chosen, Offered
from assistant.skills.contract import (
    Act,
    Ask,
    Choice,
    Confirm,
    Leave,
    Prove,
    Scene,
    Skill,
    Slot,
    Step,
    Tell,
    Value,
    Why,
)
from assistant.skills.policies import Setting, setting
from assistant.skills.prompts import NO, YES
from assistant.words import say

Slots = Mapping[str, Value]
MOST_SERVICES = 12


@dataclass(frozen=True)
class Policy:
    """Who may book, and how much; the calendars say when."""

    proof: bool = setting(
        default=True,
        how=Setting(
            "yes_no",
            gettext_noop("Customers prove their e-mail address first"),
            gettext_noop("By signing in, or by a code sent to them"),
        ),
    )
    most_open: int = setting(
        3,
        Setting(
            "whole",
            gettext_noop("Appointments to come"),
            gettext_noop("That one customer may have at once"),
            least=1,
            most=50,
        ),
    )
    reminder: bool = setting(
        default=True,
        how=Setting(
            "yes_no",
            gettext_noop("Ask whether to remind"),
            gettext_noop("How long before, each calendar says; nobody is reminded unasked"),
        ),
    )


def describe(policy: Policy) -> Sequence[str]:
    """The policy in plain English."""
    who = (
        gettext("Customers who proved their e-mail address")
        if policy.proof
        else gettext("Customers who name their e-mail address")
    )
    asks = (
        gettext("The assistant asks whether they want a reminder.")
        if policy.reminder
        else gettext("Nobody is reminded.")
    )
    return (
        gettext("{who} book times that a calendar has free, within its hours, its notice and its horizon.").format(
            who=who
        ),
        gettext("Nobody books more than {most_open} appointments to come; a person decides about more.").format(
            most_open=policy.most_open
        ),
        asks,
    )


def step(slots: Slots, scene: Scene[Policy]) -> Step:
    """What for, when, for whom; then a yes."""
    services = scene.records.services()
    if not services:
        none = say(leaving_words.NO_SERVICE, scene.language)
        return Leave(Why.OUTSIDE_POLICY, "No calendar has a service that customers can book.", none)
    service = _service(slots, services)
    if service is None:
        return Ask("service", say(w.WHICH_SERVICE, scene.language), _services(services), wrong="service" in slots)
    match _time(slots, service, scene):
        case Offered(times=()):
            none = say(leaving_words.NOTHING_FREE, scene.language).format(service=service.name)
            return Leave(Why.OUTSIDE_POLICY, f"No time is free for {service.name}.", none)
        case Offered() as offered:
            return _offer(slots, offered, service, scene)
        case Chosen(at=at):
            return _who(slots, service, at, scene)


def _who(slots: Slots, service: ServiceSeen, at: datetime, scene: Scene[Policy]) -> Step:
    email = _email(slots, scene)
    if not email:
        return Ask("email", say(w.YOUR_EMAIL, scene.language))
    if email not in scene.known.proven and scene.policy.proof:
        return Prove(email)
    return _beside_others(service, at, scene, email=email) or _details(slots, service, at, scene, email=email)


def _beside_others(service: ServiceSeen, at: datetime, scene: Scene[Policy], *, email: str) -> Step | None:
    """Why the customer gets no further one; nothing is told of an address that they did not prove."""
    held = scene.records.appointments_of(email, now=scene.now) if email in scene.known.proven else ()
    if any(one.starts_at == at and one.service_id == service.id for one in held):
        return Tell(say(w.HAVE_ALREADY, scene.language).format(**_told(service, at, scene)))
    if len(held) >= scene.policy.most_open:
        many = say(leaving_words.MANY, scene.language).format(count=len(held))
        return Leave(
            Why.OUTSIDE_POLICY, f"The customer has {len(held)} appointments to come, and wants another one.", many
        )
    return None


def _details(slots: Slots, service: ServiceSeen, at: datetime, scene: Scene[Policy], *, email: str) -> Step:
    name = slots["name"].value if "name" in slots else scene.known.name
    if not name:
        return Ask("name", say(w.YOUR_NAME, scene.language))
    if scene.policy.reminder and service.reminds and "remind" not in slots:
        yes, no = say(YES, scene.language), say(NO, scene.language)
        question = say(w.MAY_REMIND, scene.language).format(hours=service.reminds)
        return Ask("remind", question, (Choice(yes, yes, value="yes"), Choice(no, no, value="no")))
    return _confirm(slots, service, at, scene, name=name, email=email)


def _confirm(
    slots: Slots, service: ServiceSeen, at: datetime, scene: Scene[Policy], *, name: str, email: str
) -> Confirm:
    told = {**_told(service, at, scene), "name": name}
    remind = scene.policy.reminder and bool(service.reminds) and "remind" in slots and slots["remind"].value == "yes"
    booked = say(w.BOOKED, scene.language).format(**told)
    if remind:
        booked += " " + say(w.WILL_REMIND, scene.language).format(hours=service.reminds)
    asked = max(slots[name].seq for name in ("days", "time") if name in slots)
    act = Act(
        kind="booking",
        key=f"booking:{scene.conversation_id}:{service.id}:{at:%Y-%m-%dT%H:%MZ}:{asked}",
        subject=f"{service.name}, {at.astimezone(ZoneInfo(service.zone)):%Y-%m-%d %H:%M}"[:120],
        request={
            "service_id": service.id,
            "starts_at": at.isoformat(),
            "name": name,
            "email": email,
            "language": scene.language,
            "remind": remind,
            "conversation": scene.conversation_id,
        },
        says=booked,
        because=f"The time is free, and customers may have {scene.policy.most_open} appointments to come.",
    )
    return Confirm(say(w.SHALL_I_BOOK, scene.language).format(**told), act)


def _told(service: ServiceSeen, at: datetime, scene: Scene[Policy]) -> dict[str, str]:
    moment = saying.moment(at, ZoneInfo(service.zone), scene.language)
    return {"service": service.name, "moment": moment, "place": service.place}


def _email(slots: Slots, scene: Scene[Policy]) -> str:
    """The address that they name; else one that they proved, else the one that is known."""
    if "email" in slots:
        return slots["email"].value.lower()
    known = scene.known.email.lower()
    return known if known in scene.known.proven else next(iter(sorted(scene.known.proven)), known)


def _service(slots: Slots, services: Sequence[ServiceSeen]) -> ServiceSeen | None:
    if "service" not in slots:
        return services[0] if len(services) == 1 else None
    return next((one for one in services if one.id == slots["service"].value), None)


def _services(services: Sequence[ServiceSeen]) -> tuple[Choice, ...]:
    return tuple(Choice(one.name, one.name, f"{one.minutes} min", one.id) for one in services[:MOST_SERVICES])


def _time(slots: Slots, service: ServiceSeen, scene: Scene[Policy]) -> Chosen | Offered:
    zone = ZoneInfo(service.zone)
    today = scene.now.astimezone(zone).date()
    wish = times.wanted(slots.get("days"), slots.get("time"), today=today, zone=zone)
    return times.find(
        wish,
        lambda first, last: scene.records.openings(service.id, first=first, last=last, now=scene.now),
        today=today,
        zone=zone,
    )


def _offer(slots: Slots, offered: Offered, service: ServiceSeen, scene: Scene[Policy]) -> Ask:
    asked = "days" in slots or "time" in slots
    words = w.NOT_FREE if offered.instead else w.FREE if asked else w.WHEN
    choices = times.choices(offered.times, ZoneInfo(service.zone), scene.language)
    return Ask("days", say(words, scene.language), choices, form="calendar", anew=asked)


DAYS = Slot(
    "days",
    "days",
    label=w.LABELS["days"],
    asks=w.WHEN,
    again=w.TIME_AGAIN,
    purpose="The day or days that suit, in the customer's own words, such as 'next Tuesday' or '24 November'.",
)
TIME = Slot(
    "time",
    "time",
    label=w.LABELS["time"],
    asks=w.WHEN,
    again=w.TIME_AGAIN,
    purpose="The time of day that suits, in the customer's own words, such as '10:30' or 'in the afternoon'.",
    required=False,
)
BOOK: Skill[Policy] = Skill(
    name="book_appointment",
    label=gettext_noop("Book an appointment"),
    purpose=gettext_noop(
        "Books a time in one of the company's calendars: finds out what for and when, offers free times, books."
    ),
    slots=(
        Slot(
            "service",
            "service",
            label=w.LABELS["service"],
            asks=w.WHICH_SERVICE,
            again=w.SERVICE_AGAIN,
            purpose="What the customer wants to come for, by the name of a service.",
        ),
        DAYS,
        TIME,
        Slot(
            "email",
            "email",
            label=w.LABELS["email"],
            asks=w.YOUR_EMAIL,
            again=w.EMAIL_AGAIN,
            purpose="The e-mail address for the appointment.",
        ),
        Slot(
            "name",
            "name",
            label=w.LABELS["name"],
            asks=w.YOUR_NAME,
            again=w.NAME_AGAIN,
            purpose="The name of whoever comes.",
        ),
        Slot(
            "remind",
            "yes_no",
            label=w.LABELS["remind"],
            asks=w.MAY_REMIND,
            again=w.REMIND_AGAIN,
            purpose="Whether they want a reminder by e-mail: yes or no.",
            required=False,
        ),
    ),
    policy=Policy,
    step=step,
    describe=describe,
    examples=(
        "I'd like to book an appointment",
        "can I make an appointment for next week?",
        "book me in for a service on Tuesday",
        "do you have a free slot tomorrow afternoon?",
        "i need an appointment asap",
        "when could I bring my bike in for a check?",
        "any time free on friday morning?",
        "please schedule a visit for me",
        "book the workshop",
        "I want to book a repair",
        "Ich möchte einen Termin vereinbaren",
        "Haben Sie nächste Woche noch einen Termin frei?",
        "termin buchen bitte",
        "Je voudrais prendre rendez-vous",
        "Avez-vous un créneau libre mardi ?",
        "Quiero pedir cita para mañana",
        "¿Tienen hora libre el viernes?",
        "Vorrei prendere un appuntamento",
        "Avete un posto libero giovedì?",
        "Gostaria de fazer uma marcação",
        "Ik wil graag een afspraak maken",
        "Is er volgende week nog plek voor een onderhoudsbeurt?",
    ),
    near_misses=(
        "what are your opening hours?",
        "do I need an appointment to come to the shop?",
        "how long does a full service take?",
        "how much does a service cost?",
        "I want to move my appointment",
        "please cancel my appointment",
        "when will my order arrive?",
        "Brauche ich einen Termin?",
    ),
    writes=("booking",),
)
