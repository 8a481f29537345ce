"""Calendars and appointments over REST: each view parses, loads with permission, makes one call and renders."""

from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import actors
from agents.permissions import Right, may
from assistant.appointments import calendars
from conversations.calendars import forms, keeping, showing
from conversations.settings.forms import body, parsed

READ, WRITE = "records:read", "records:write"


class CalendarView(APIView):
    """A view that everybody reads and admins write."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_RECORDS, to_change=Right.WRITE_SKILLS)]
    scopes = {"GET": READ}


class CalendarsView(CalendarView):
    """`GET`, `POST /calendars`."""

    def get(self, _request: Request) -> Response:
        """All calendars, by name."""
        return Response({"data": showing.calendars(), "has_more": False, "next_cursor": None})

    def post(self, request: Request) -> Response:
        """201 with the new calendar."""
        made = calendars.create(body(request, forms.CalendarForm), actor=actors.of(request))
        return Response(showing.calendar(showing.access_calendar(str(made.id))), status=201)


class OneCalendarView(CalendarView):
    """`GET`, `PATCH`, `DELETE /calendars/{id}`."""

    def get(self, _request: Request, calendar_id: str) -> Response:
        """The calendar."""
        return Response(showing.calendar(showing.access_calendar(calendar_id)))

    def patch(self, request: Request, calendar_id: str) -> Response:
        """Change what is named."""
        known = showing.access_calendar(calendar_id)
        fields = parsed(forms.CalendarForm, request.data, partial=True)
        calendars.change(str(known.id), fields, actor=actors.of(request))
        return Response(showing.calendar(showing.access_calendar(calendar_id)))

    def delete(self, request: Request, calendar_id: str) -> Response:
        """204; 409 when there was ever an appointment in it."""
        calendars.remove(showing.access_calendar(calendar_id), actor=actors.of(request))
        return Response(status=204)


class ServicesView(CalendarView):
    """`POST /calendars/{id}/services`."""

    def post(self, request: Request, calendar_id: str) -> Response:
        """201 with the new service."""
        known = showing.access_calendar(calendar_id)
        made = calendars.add_service(known, body(request, forms.ServiceForm), actor=actors.of(request))
        return Response(showing.service(made), status=201)


class ServiceView(CalendarView):
    """`PATCH`, `DELETE /services/{id}`."""

    def patch(self, request: Request, service_id: str) -> Response:
        """Change what is named."""
        known = showing.access_service(service_id)
        fields = parsed(forms.ServiceForm, request.data, partial=True)
        return Response(showing.service(calendars.change_service(str(known.id), fields, actor=actors.of(request))))

    def delete(self, request: Request, service_id: str) -> Response:
        """204; appointments for it stand."""
        calendars.remove_service(showing.access_service(service_id), actor=actors.of(request))
        return Response(status=204)


class OpeningsView(CalendarView):
    """`GET /services/{id}/openings`."""

    def get(self, request: Request, service_id: str) -> Response:
        """The times that customers are offered, of two months at most."""
        found = showing.access_service(service_id)
        return Response(showing.openings(found, **parsed(forms.OpeningsQuery, request.query_params)))


class ExceptionsView(CalendarView):
    """`POST /calendars/{id}/exceptions`."""

    def post(self, request: Request, calendar_id: str) -> Response:
        """201 with the days on which other hours hold."""
        known = showing.access_calendar(calendar_id)
        made = calendars.add_exception(known, body(request, forms.ExceptionForm), actor=actors.of(request))
        return Response(showing.exception(made), status=201)


class ExceptionView(CalendarView):
    """`DELETE /calendar_exceptions/{id}`."""

    def delete(self, request: Request, exception_id: str) -> Response:
        """204; the usual hours hold again."""
        calendars.remove_exception(showing.access_exception(exception_id), actor=actors.of(request))
        return Response(status=204)


class AppointmentView(APIView):
    """A view that everybody reads and agents write."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_RECORDS, to_change=Right.WRITE_CONVERSATIONS)]
    scopes = {"GET": READ, "POST": WRITE, "PATCH": WRITE}


class AppointmentsView(AppointmentView):
    """`GET`, `POST /appointments`."""

    def get(self, request: Request) -> Response:
        """A page, the earliest first."""
        return Response(showing.page(**parsed(forms.AppointmentsQuery, request.query_params)))

    def post(self, request: Request) -> Response:
        """201 with the new appointment; 409 when the time is not free."""
        made = keeping.book(body(request, forms.BookingForm), actor=actors.of(request))
        return Response(showing.appointment(made), status=201)


class OneAppointmentView(AppointmentView):
    """`GET`, `PATCH /appointments/{id}`."""

    def get(self, _request: Request, appointment_id: str) -> Response:
        """The appointment."""
        return Response(showing.appointment(showing.access_appointment(appointment_id)))

    def patch(self, request: Request, appointment_id: str) -> Response:
        """Give it another time; 409 when that is not free, or the appointment was changed meanwhile."""
        known = showing.access_appointment(appointment_id)
        moved = keeping.move(known, body(request, forms.MoveForm), actor=actors.of(request))
        return Response(showing.appointment(moved))


class CancelView(AppointmentView):
    """`POST /appointments/{id}/cancel`."""

    def post(self, request: Request, appointment_id: str) -> Response:
        """The time is free again."""
        known = showing.access_appointment(appointment_id)
        gone = keeping.cancel(known, body(request, forms.ChangeForm), actor=actors.of(request))
        return Response(showing.appointment(gone))


class RestoreView(AppointmentView):
    """`POST /appointments/{id}/restore`."""

    def post(self, request: Request, appointment_id: str) -> Response:
        """A cancelled one stands again; 409 when its time was given away."""
        known = showing.access_appointment(appointment_id)
        back = keeping.bring_back(known, body(request, forms.ChangeForm), actor=actors.of(request))
        return Response(showing.appointment(back))


class CloseView(AppointmentView):
    """`POST /appointments/{id}/close`."""

    def post(self, request: Request, appointment_id: str) -> Response:
        """Say that the customer came, or did not."""
        known = showing.access_appointment(appointment_id)
        closed = keeping.close(known, body(request, forms.CloseForm), actor=actors.of(request))
        return Response(showing.appointment(closed))
