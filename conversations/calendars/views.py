"""Calendars and appointments over REST: each view parses, loads with permission, makes one call and renders."""

from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import actors
from agents.permissions import Right, may
from assistant.appointments import calendars
from assistant.skills import awaiting
from conversations.calendars import forms, keeping, showing
from conversations.settings.forms import body, parsed
from tenants.openapi.operation import operation
from tenants.openapi.shapes import Listed

READ, WRITE = "records:read", "records:write"


class CalendarView(APIView):
    """A view that everybody reads and admins write."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_RECORDS, to_change=Right.WRITE_SKILLS)]
    scopes = {"GET": READ, "POST": WRITE, "PATCH": WRITE, "DELETE": WRITE}


class CalendarsView(CalendarView):
    """`GET`, `POST /calendars`: whose time customers book."""

    @operation(Listed[showing.CalendarRow])
    def get(self, _request: Request) -> Response:
        """List all calendars with their services and exceptions, by name."""
        return Response(showing.calendars())

    @operation(showing.CalendarRow, asks=forms.CalendarForm, status=201)
    def post(self, request: Request) -> Response:
        """Create a calendar."""
        made = calendars.create(body(request, forms.CalendarForm), actor=actors.of(request))
        return Response(showing.calendar(showing.access_calendar(str(made.id))), status=201)


class OneCalendarView(CalendarView):
    """`GET`, `PATCH`, `DELETE /calendars/{id}`."""

    @operation(showing.CalendarRow)
    def get(self, _request: Request, calendar_id: str) -> Response:
        """Get a calendar."""
        return Response(showing.calendar(showing.access_calendar(calendar_id)))

    @operation(showing.CalendarRow, asks=forms.CalendarForm, partial=True)
    def patch(self, request: Request, calendar_id: str) -> Response:
        """Change the named fields of a calendar.

        Appointments that stand are kept, whatever the hours and seats are from now on.
        """
        known = showing.access_calendar(calendar_id)
        fields = parsed(forms.CalendarForm, request.data, partial=True)
        calendars.change(str(known.id), fields, actor=actors.of(request))
        return Response(showing.calendar(showing.access_calendar(calendar_id)))

    @operation(errors=(409,))
    def delete(self, request: Request, calendar_id: str) -> Response:
        """Delete a calendar in which there was never an appointment.

        409 where there was one: switch it off instead.
        """
        calendars.remove(showing.access_calendar(calendar_id), actor=actors.of(request))
        return Response(status=204)


class ServicesView(CalendarView):
    """`POST /calendars/{id}/services`."""

    @operation(showing.ServiceRow, asks=forms.ServiceForm, status=201)
    def post(self, request: Request, calendar_id: str) -> Response:
        """Add a service to a calendar."""
        known = showing.access_calendar(calendar_id)
        made = calendars.add_service(known, body(request, forms.ServiceForm), actor=actors.of(request))
        awaiting.came(awaiting.CALENDARS, actor=actors.of(request))
        return Response(showing.service(made), status=201)


class ServiceView(CalendarView):
    """`PATCH`, `DELETE /services/{id}`."""

    @operation(showing.ServiceRow, asks=forms.ServiceForm, partial=True)
    def patch(self, request: Request, service_id: str) -> Response:
        """Change the named fields of a service.

        Appointments that stand keep their length.
        """
        known = showing.access_service(service_id)
        fields = parsed(forms.ServiceForm, request.data, partial=True)
        return Response(showing.service(calendars.change_service(str(known.id), fields, actor=actors.of(request))))

    @operation()
    def delete(self, request: Request, service_id: str) -> Response:
        """Delete a service.

        Appointments for it stand.
        """
        calendars.remove_service(showing.access_service(service_id), actor=actors.of(request))
        return Response(status=204)


class OpeningsView(CalendarView):
    """`GET /services/{id}/openings`."""

    @operation(Listed[showing.OpeningRow], query=forms.OpeningsQuery)
    def get(self, request: Request, service_id: str) -> Response:
        """List the free times of a service, as customers are offered them, of two months at most."""
        found = showing.access_service(service_id)
        return Response(showing.openings(found, **parsed(forms.OpeningsQuery, request.query_params)))


class ExceptionsView(CalendarView):
    """`POST /calendars/{id}/exceptions`."""

    @operation(showing.CalendarExceptionRow, asks=forms.CalendarExceptionForm, status=201)
    def post(self, request: Request, calendar_id: str) -> Response:
        """Add days on which a calendar has other hours, or none."""
        known = showing.access_calendar(calendar_id)
        made = calendars.add_exception(known, body(request, forms.CalendarExceptionForm), actor=actors.of(request))
        return Response(showing.exception(made), status=201)


class ExceptionView(CalendarView):
    """`DELETE /calendar_exceptions/{id}`."""

    @operation()
    def delete(self, request: Request, exception_id: str) -> Response:
        """Delete an exception, so that the usual hours hold again."""
        calendars.remove_exception(showing.access_exception(exception_id), actor=actors.of(request))
        return Response(status=204)


class AppointmentView(APIView):
    """A view that everybody reads and agents write."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_RECORDS, to_change=Right.WRITE_CONVERSATIONS)]
    scopes = {"GET": READ, "POST": WRITE, "PATCH": WRITE}


class AppointmentsView(AppointmentView):
    """`GET`, `POST /appointments`."""

    @operation(Listed[showing.AppointmentRow], query=forms.AppointmentsQuery, errors=(404,))
    def get(self, request: Request) -> Response:
        """List appointments, the earliest first."""
        return Response(showing.page(**parsed(forms.AppointmentsQuery, request.query_params)))

    @operation(showing.AppointmentRow, asks=forms.AppointmentForm, status=201, errors=(404, 409))
    def post(self, request: Request) -> Response:
        """Book an appointment for a customer.

        409 when the time is not free; 404 when there is no such service.
        """
        made = keeping.book(body(request, forms.AppointmentForm), actor=actors.of(request))
        return Response(showing.appointment(made), status=201)


class OneAppointmentView(AppointmentView):
    """`GET`, `PATCH /appointments/{id}`."""

    @operation(showing.AppointmentRow)
    def get(self, _request: Request, appointment_id: str) -> Response:
        """Get an appointment."""
        return Response(showing.appointment(showing.access_appointment(appointment_id)))

    @operation(showing.AppointmentRow, asks=forms.AppointmentMoveForm, errors=(409,))
    def patch(self, request: Request, appointment_id: str) -> Response:
        """Move an appointment to another time.

        409 when that is not free, or when the appointment was changed meanwhile.
        """
        known = showing.access_appointment(appointment_id)
        moved = keeping.move(known, body(request, forms.AppointmentMoveForm), actor=actors.of(request))
        return Response(showing.appointment(moved))


class CancelView(AppointmentView):
    """`POST /appointments/{id}/cancel`."""

    @operation(showing.AppointmentRow, asks=forms.AppointmentChangeForm, errors=(409,))
    def post(self, request: Request, appointment_id: str) -> Response:
        """Cancel an appointment, so that its time is free again."""
        known = showing.access_appointment(appointment_id)
        gone = keeping.cancel(known, body(request, forms.AppointmentChangeForm), actor=actors.of(request))
        return Response(showing.appointment(gone))


class RestoreView(AppointmentView):
    """`POST /appointments/{id}/restore`."""

    @operation(showing.AppointmentRow, asks=forms.AppointmentChangeForm, errors=(409,))
    def post(self, request: Request, appointment_id: str) -> Response:
        """Let a cancelled appointment stand again.

        409 when its time was given away.
        """
        known = showing.access_appointment(appointment_id)
        back = keeping.bring_back(known, body(request, forms.AppointmentChangeForm), actor=actors.of(request))
        return Response(showing.appointment(back))


class CloseView(AppointmentView):
    """`POST /appointments/{id}/close`."""

    @operation(showing.AppointmentRow, asks=forms.AppointmentClosingForm, errors=(409,))
    def post(self, request: Request, appointment_id: str) -> Response:
        """Say whether the customer of an appointment came."""
        known = showing.access_appointment(appointment_id)
        closed = keeping.close(known, body(request, forms.AppointmentClosingForm), actor=actors.of(request))
        return Response(showing.appointment(closed))
