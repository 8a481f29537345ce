"""The one writer of calendars, services and exceptions; every change of them is on record."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import ProtectedError
from django.utils import timezone
from django.utils.translation import gettext

from assistant.models import Calendar, CalendarException, Seat, Service
from tenants import taken
from tenants.errors import BatonError, ParameterError
from tenants.trail import audit
from tenants.trail.audit import About, Actor

Fields = Mapping[str, Any]
SIMPLE = (
    "name", "place", "zone", "hours", "step_minutes", "lead_hours", "horizon_days", "change_hours", "remind_hours",
    "on",
)  # fmt: skip
OF_SERVICE = ("name", "also", "minutes", "pause_minutes", "on")


class InUseError(BatonError):
    """Appointments stand in it, so that it cannot be removed."""

    status = 409
    code = "calendar_in_use"


@transaction.atomic
def create(fields: Fields, *, actor: Actor) -> Calendar:
    """A new calendar. ParameterError when its name is taken."""
    made = Calendar(**{name: fields[name] for name in SIMPLE if name in fields})
    _save(made, "A calendar has this name already.")
    _set_seats(made, fields.get("seats", 1))
    audit.record("calendar.created", actor=actor, about=_about(made), changes=audit.changed({}, _seen(made)))
    return made


@transaction.atomic
def change(calendar_id: str, fields: Fields, *, actor: Actor) -> Calendar:
    """Change what is named. Appointments that stand are kept, whatever the hours and seats are from now on."""
    changed = Calendar.objects.select_for_update().get(pk=calendar_id)
    before = _seen(changed)
    for name in SIMPLE:
        setattr(changed, name, fields.get(name, getattr(changed, name)))
    changed.updated_at = timezone.now()
    _save(changed, "A calendar has this name already.")
    if "seats" in fields:
        _set_seats(changed, fields["seats"])
    changes = audit.changed(before, _seen(changed))
    if changes:
        audit.record("calendar.changed", actor=actor, about=_about(changed), changes=changes)
    return changed


@transaction.atomic
def remove(calendar: Calendar, *, actor: Actor) -> None:
    """The calendar goes with its services; InUseError when there was ever an appointment in it."""
    about = _about(calendar)
    try:
        calendar.delete()
    except ProtectedError as error:
        raise InUseError(gettext("There are appointments in this calendar. Switch it off instead.")) from error
    audit.record("calendar.removed", actor=actor, about=about, changes={})


@transaction.atomic
def add_service(calendar: Calendar, fields: Fields, *, actor: Actor) -> Service:
    """Something more to come for. ParameterError when the calendar has one of this name."""
    made = Service(calendar=calendar, **{name: fields[name] for name in OF_SERVICE if name in fields})
    _save(made, "This calendar has a service of this name already.")
    changes = audit.changed({}, _of_service(made))
    audit.record("service.created", actor=actor, about=About("service", str(made.id), made.name), changes=changes)
    return made


@transaction.atomic
def change_service(service_id: str, fields: Fields, *, actor: Actor) -> Service:
    """Change what is named; appointments that stand keep their length."""
    changed = Service.objects.select_for_update().get(pk=service_id)
    before = _of_service(changed)
    for name in OF_SERVICE:
        setattr(changed, name, fields.get(name, getattr(changed, name)))
    _save(changed, "This calendar has a service of this name already.")
    changes = audit.changed(before, _of_service(changed))
    if changes:
        about = About("service", str(changed.id), changed.name)
        audit.record("service.changed", actor=actor, about=about, changes=changes)
    return changed


@transaction.atomic
def remove_service(service: Service, *, actor: Actor) -> None:
    """It is offered no more; appointments for it stand."""
    about = About("service", str(service.id), service.name)
    audit.record("service.removed", actor=actor, about=about, changes={})
    service.delete()


@transaction.atomic
def add_exception(calendar: Calendar, fields: Fields, *, actor: Actor) -> CalendarException:
    """Other hours, or none, from one day to another."""
    made = CalendarException.objects.create(calendar=calendar, **fields)
    changes = {"exceptions": (None, f"{made.first} to {made.last}")}
    audit.record("calendar.changed", actor=actor, about=_about(calendar), changes=changes)
    return made


@transaction.atomic
def remove_exception(exception: CalendarException, *, actor: Actor) -> None:
    """The usual hours hold again."""
    changes = {"exceptions": (f"{exception.first} to {exception.last}", None)}
    audit.record("calendar.changed", actor=actor, about=_about(exception.calendar), changes=changes)
    exception.delete()


def _set_seats(calendar: Calendar, many: int) -> None:
    """So many seats are given from now on; those switched off keep the appointments that they have."""
    have = {seat.number: seat for seat in calendar.seats.all()}
    missing = [number for number in range(1, many + 1) if number not in have]
    Seat.objects.bulk_create(Seat(calendar=calendar, number=number) for number in missing)
    calendar.seats.filter(number__lte=many).update(on=True)
    calendar.seats.filter(number__gt=many).update(on=False)


def _save(row: Calendar | Service, problem: str) -> None:
    with taken.refused_as(ParameterError(problem, param="name")):
        row.save()


def _seen(calendar: Calendar) -> dict[str, Any]:
    seats = calendar.seats.filter(on=True).count()
    return {name: getattr(calendar, name) for name in SIMPLE} | {"seats": seats}


def _of_service(service: Service) -> dict[str, Any]:
    return {name: getattr(service, name) for name in OF_SERVICE}


def _about(calendar: Calendar) -> About:
    return About("calendar", str(calendar.id), calendar.name)
