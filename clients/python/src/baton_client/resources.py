"""The operations of the API as methods; written by generate.py from the OpenAPI document, not by hand."""

from __future__ import annotations

from builtins import list as List
from typing import TYPE_CHECKING, Any, Literal, cast

from baton_client.calling import NOT_GIVEN, NotGiven, Resource, Upload, given
from baton_client.pages import Page

if TYPE_CHECKING:
    from baton_client import types


class AccountRecoveryCodesResource(Resource):
    """Operations on account/recovery_codes."""

    def create(self, *, password: str, idempotency_key: str | None = None) -> types.RecoveryCodeList:
        """Make ten new recovery codes.

        Codes for whoever has lost the app.

        Make ten new recovery codes.

        The old ones open nothing any more; 409 without a second factor.
        """
        return cast(
            "types.RecoveryCodeList",
            self._call(
                "POST", "/account/recovery_codes", body=given(password=password), idempotency_key=idempotency_key
            ),
        )


class AccountSessionsResource(Resource):
    """Operations on account/sessions."""

    def get(self) -> types.OwnSessionPage:
        """List your own sessions, the one seen last first.

        Where one is signed in.

        List your own sessions, the one seen last first.
        """
        return cast("types.OwnSessionPage", self._call("GET", "/account/sessions"))

    def delete_all(self) -> None:
        """End all of your own sessions but this one.

        Where one is signed in.

        End all of your own sessions but this one.
        """
        self._call("DELETE", "/account/sessions")

    def delete(self, session_id: str) -> None:
        """End one of your own sessions.

        One place where one is signed in.

        End one of your own sessions.
        """
        self._call("DELETE", "/account/sessions/{session_id}", ids={"session_id": session_id})


class AccountTotpResource(Resource):
    """Operations on account/totp."""

    def create(self, *, idempotency_key: str | None = None) -> types.TotpEnrolment:
        """Begin to set up a second factor.

        The second factor, an authenticator app.

        Begin to set up a second factor.

        The secret counts once a code of the app confirms it; 409 while a second factor is on.
        """
        return cast("types.TotpEnrolment", self._call("POST", "/account/totp", idempotency_key=idempotency_key))

    def replace(self, *, code: str) -> types.RecoveryCodeList:
        """Confirm the second factor by a code of the app, and get the recovery codes.

        The second factor, an authenticator app.

        Confirm the second factor by a code of the app, and get the recovery codes.

        409 where nothing was begun.
        """
        return cast("types.RecoveryCodeList", self._call("PUT", "/account/totp", body=given(code=code)))

    def delete(self, *, password: str) -> None:
        """Switch the second factor off.

        The second factor, an authenticator app.

        Switch the second factor off.

        409 where the company asks for one.
        """
        self._call("DELETE", "/account/totp", body=given(password=password))


class AccountResource(Resource):
    """Operations on account."""

    @property
    def recovery_codes(self) -> AccountRecoveryCodesResource:
        """Operations on account/recovery_codes."""
        return AccountRecoveryCodesResource(self._calls)

    @property
    def sessions(self) -> AccountSessionsResource:
        """Operations on account/sessions."""
        return AccountSessionsResource(self._calls)

    @property
    def totp(self) -> AccountTotpResource:
        """Operations on account/totp."""
        return AccountTotpResource(self._calls)

    def get(self) -> types.OwnAccount:
        """Get your own account.

        One's own account.

        Get your own account.
        """
        return cast("types.OwnAccount", self._call("GET", "/account"))

    def change(
        self, *, name: str | NotGiven = NOT_GIVEN, languages: List[str] | NotGiven = NOT_GIVEN
    ) -> types.OwnAccount:
        """Change your own name or languages.

        One's own account.

        Change your own name or languages.
        """
        return cast("types.OwnAccount", self._call("PATCH", "/account", body=given(name=name, languages=languages)))

    def password(self, *, current: str, new: str, idempotency_key: str | None = None) -> None:
        """Change your own password.

        Another password for oneself.

        Change your own password.

        All other sessions end.
        """
        self._call("POST", "/account/password", body=given(current=current, new=new), idempotency_key=idempotency_key)


class AgentSkillsResource(Resource):
    """Operations on agent_skills."""

    def get(self) -> types.AgentSkillRowPage:
        """List the skills of people, by name.

        What people know how to handle.

        List the skills of people, by name.
        """
        return cast("types.AgentSkillRowPage", self._call("GET", "/agent_skills"))

    def create(self, *, name: str, idempotency_key: str | None = None) -> types.AgentSkillRow:
        """Make a skill, which nobody has yet.

        What people know how to handle.

        Make a skill, which nobody has yet.
        """
        return cast(
            "types.AgentSkillRow",
            self._call("POST", "/agent_skills", body=given(name=name), idempotency_key=idempotency_key),
        )

    def change(self, skill_id: str, *, name: str) -> types.AgentSkillRow:
        """Rename a skill of people.

        One skill of people.

        Rename a skill of people.

        Rules that ask for the old name ask for nothing any more.
        """
        return cast(
            "types.AgentSkillRow",
            self._call("PATCH", "/agent_skills/{skill_id}", ids={"skill_id": skill_id}, body=given(name=name)),
        )

    def delete(self, skill_id: str) -> None:
        """Remove a skill, from those who have it too.

        One skill of people.

        Remove a skill, from those who have it too.
        """
        self._call("DELETE", "/agent_skills/{skill_id}", ids={"skill_id": skill_id})


class AppointmentsResource(Resource):
    """Operations on appointments."""

    def list(
        self,
        *,
        calendar_id: str | NotGiven = NOT_GIVEN,
        email: str | NotGiven = NOT_GIVEN,
        state: Literal["booked", "done", "missed", "cancelled", ""] | NotGiven = NOT_GIVEN,
        since: str | NotGiven = NOT_GIVEN,
        until: str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
    ) -> Page[types.AppointmentRow]:
        """List appointments, the earliest first.

        List appointments, the earliest first.
        """
        return cast(
            "Page[types.AppointmentRow]",
            self._page(
                "GET",
                "/appointments",
                query=given(
                    calendar_id=calendar_id,
                    email=email,
                    state=state,
                    since=since,
                    until=until,
                    limit=limit,
                    cursor=cursor,
                ),
            ),
        )

    def create(
        self,
        *,
        service_id: str,
        starts_at: str,
        name: str,
        email: str,
        note: str | NotGiven = NOT_GIVEN,
        language: Literal["en", "de", "fr", "es", "it", "pt", "nl"] | NotGiven = NOT_GIVEN,
        remind: bool | NotGiven = NOT_GIVEN,
        tell: bool | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
    ) -> types.AppointmentRow:
        """Book an appointment for a customer.

        Book an appointment for a customer.

        409 when the time is not free; 404 when there is no such service.
        """
        return cast(
            "types.AppointmentRow",
            self._call(
                "POST",
                "/appointments",
                body=given(
                    service_id=service_id,
                    starts_at=starts_at,
                    name=name,
                    email=email,
                    note=note,
                    language=language,
                    remind=remind,
                    tell=tell,
                ),
                idempotency_key=idempotency_key,
            ),
        )

    def get(self, appointment_id: str) -> types.AppointmentRow:
        """Get an appointment.

        Get an appointment.
        """
        return cast(
            "types.AppointmentRow",
            self._call("GET", "/appointments/{appointment_id}", ids={"appointment_id": appointment_id}),
        )

    def change(
        self, appointment_id: str, *, version: int, starts_at: str, tell: bool | NotGiven = NOT_GIVEN
    ) -> types.AppointmentRow:
        """Move an appointment to another time.

        Move an appointment to another time.

        409 when that is not free, or when the appointment was changed meanwhile.
        """
        return cast(
            "types.AppointmentRow",
            self._call(
                "PATCH",
                "/appointments/{appointment_id}",
                ids={"appointment_id": appointment_id},
                body=given(version=version, tell=tell, starts_at=starts_at),
            ),
        )

    def cancel(
        self,
        appointment_id: str,
        *,
        version: int,
        tell: bool | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
    ) -> types.AppointmentRow:
        """Cancel an appointment, so that its time is free again.

        Cancel an appointment, so that its time is free again.
        """
        return cast(
            "types.AppointmentRow",
            self._call(
                "POST",
                "/appointments/{appointment_id}/cancel",
                ids={"appointment_id": appointment_id},
                body=given(version=version, tell=tell),
                idempotency_key=idempotency_key,
            ),
        )

    def close(
        self, appointment_id: str, *, version: int, state: Literal["done", "missed"], idempotency_key: str | None = None
    ) -> types.AppointmentRow:
        """Say whether the customer of an appointment came.

        Say whether the customer of an appointment came.
        """
        return cast(
            "types.AppointmentRow",
            self._call(
                "POST",
                "/appointments/{appointment_id}/close",
                ids={"appointment_id": appointment_id},
                body=given(version=version, state=state),
                idempotency_key=idempotency_key,
            ),
        )

    def restore(
        self,
        appointment_id: str,
        *,
        version: int,
        tell: bool | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
    ) -> types.AppointmentRow:
        """Let a cancelled appointment stand again.

        Let a cancelled appointment stand again.

        409 when its time was given away.
        """
        return cast(
            "types.AppointmentRow",
            self._call(
                "POST",
                "/appointments/{appointment_id}/restore",
                ids={"appointment_id": appointment_id},
                body=given(version=version, tell=tell),
                idempotency_key=idempotency_key,
            ),
        )


class CalendarExceptionsResource(Resource):
    """Operations on calendar_exceptions."""

    def delete(self, exception_id: str) -> None:
        """Delete an exception, so that the usual hours hold again.

        Delete an exception, so that the usual hours hold again.
        """
        self._call("DELETE", "/calendar_exceptions/{exception_id}", ids={"exception_id": exception_id})


class CalendarsExceptionsResource(Resource):
    """Operations on calendars/exceptions."""

    def create(
        self,
        calendar_id: str,
        *,
        first: str,
        last: str,
        hours: List[types.CalendarHoursForm] | NotGiven = NOT_GIVEN,
        reason: str | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
    ) -> types.CalendarExceptionRow:
        """Add days on which a calendar has other hours, or none.

        Add days on which a calendar has other hours, or none.
        """
        return cast(
            "types.CalendarExceptionRow",
            self._call(
                "POST",
                "/calendars/{calendar_id}/exceptions",
                ids={"calendar_id": calendar_id},
                body=given(first=first, last=last, hours=hours, reason=reason),
                idempotency_key=idempotency_key,
            ),
        )


class CalendarsServicesResource(Resource):
    """Operations on calendars/services."""

    def create(
        self,
        calendar_id: str,
        *,
        name: str,
        minutes: int,
        also: List[str] | NotGiven = NOT_GIVEN,
        pause_minutes: int | NotGiven = NOT_GIVEN,
        on: bool | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
    ) -> types.ServiceRow:
        """Add a service to a calendar.

        Add a service to a calendar.
        """
        return cast(
            "types.ServiceRow",
            self._call(
                "POST",
                "/calendars/{calendar_id}/services",
                ids={"calendar_id": calendar_id},
                body=given(name=name, also=also, minutes=minutes, pause_minutes=pause_minutes, on=on),
                idempotency_key=idempotency_key,
            ),
        )


class CalendarsResource(Resource):
    """Operations on calendars."""

    @property
    def exceptions(self) -> CalendarsExceptionsResource:
        """Operations on calendars/exceptions."""
        return CalendarsExceptionsResource(self._calls)

    @property
    def services(self) -> CalendarsServicesResource:
        """Operations on calendars/services."""
        return CalendarsServicesResource(self._calls)

    def list(self) -> types.CalendarRowPage:
        """List all calendars with their services and exceptions, by name.

        Whose time customers book.

        List all calendars with their services and exceptions, by name.
        """
        return cast("types.CalendarRowPage", self._call("GET", "/calendars"))

    def create(
        self,
        *,
        name: str,
        zone: str,
        place: str | NotGiven = NOT_GIVEN,
        hours: List[types.CalendarWeekdayForm] | NotGiven = NOT_GIVEN,
        seats: int | NotGiven = NOT_GIVEN,
        step_minutes: int | NotGiven = NOT_GIVEN,
        lead_hours: int | NotGiven = NOT_GIVEN,
        horizon_days: int | NotGiven = NOT_GIVEN,
        change_hours: int | NotGiven = NOT_GIVEN,
        remind_hours: int | NotGiven = NOT_GIVEN,
        on: bool | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
    ) -> types.CalendarRow:
        """Create a calendar.

        Whose time customers book.

        Create a calendar.
        """
        return cast(
            "types.CalendarRow",
            self._call(
                "POST",
                "/calendars",
                body=given(
                    name=name,
                    place=place,
                    zone=zone,
                    hours=hours,
                    seats=seats,
                    step_minutes=step_minutes,
                    lead_hours=lead_hours,
                    horizon_days=horizon_days,
                    change_hours=change_hours,
                    remind_hours=remind_hours,
                    on=on,
                ),
                idempotency_key=idempotency_key,
            ),
        )

    def get(self, calendar_id: str) -> types.CalendarRow:
        """Get a calendar.

        Get a calendar.
        """
        return cast(
            "types.CalendarRow", self._call("GET", "/calendars/{calendar_id}", ids={"calendar_id": calendar_id})
        )

    def change(
        self,
        calendar_id: str,
        *,
        name: str | NotGiven = NOT_GIVEN,
        place: str | NotGiven = NOT_GIVEN,
        zone: str | NotGiven = NOT_GIVEN,
        hours: List[types.CalendarWeekdayForm] | NotGiven = NOT_GIVEN,
        seats: int | NotGiven = NOT_GIVEN,
        step_minutes: int | NotGiven = NOT_GIVEN,
        lead_hours: int | NotGiven = NOT_GIVEN,
        horizon_days: int | NotGiven = NOT_GIVEN,
        change_hours: int | NotGiven = NOT_GIVEN,
        remind_hours: int | NotGiven = NOT_GIVEN,
        on: bool | NotGiven = NOT_GIVEN,
    ) -> types.CalendarRow:
        """Change the named fields of a calendar.

        Change the named fields of a calendar.

        Appointments that stand are kept, whatever the hours and seats are from now on.
        """
        return cast(
            "types.CalendarRow",
            self._call(
                "PATCH",
                "/calendars/{calendar_id}",
                ids={"calendar_id": calendar_id},
                body=given(
                    name=name,
                    place=place,
                    zone=zone,
                    hours=hours,
                    seats=seats,
                    step_minutes=step_minutes,
                    lead_hours=lead_hours,
                    horizon_days=horizon_days,
                    change_hours=change_hours,
                    remind_hours=remind_hours,
                    on=on,
                ),
            ),
        )

    def delete(self, calendar_id: str) -> None:
        """Delete a calendar in which there was never an appointment.

        Delete a calendar in which there was never an appointment.

        409 where there was one: switch it off instead.
        """
        self._call("DELETE", "/calendars/{calendar_id}", ids={"calendar_id": calendar_id})


class CustomersNotesResource(Resource):
    """Operations on customers/notes."""

    def create(self, customer_id: str, *, text: str, idempotency_key: str | None = None) -> types.CustomerNoteRow:
        """Add a note about a customer, which only the desk sees.

        What colleagues should know about a customer.

        Add a note about a customer, which only the desk sees.
        """
        return cast(
            "types.CustomerNoteRow",
            self._call(
                "POST",
                "/customers/{customer_id}/notes",
                ids={"customer_id": customer_id},
                body=given(text=text),
                idempotency_key=idempotency_key,
            ),
        )

    def delete(self, customer_id: str, note_id: str) -> None:
        """Remove a note about a customer for good.

        Remove a note about a customer for good.
        """
        self._call(
            "DELETE", "/customers/{customer_id}/notes/{note_id}", ids={"customer_id": customer_id, "note_id": note_id}
        )


class CustomersResource(Resource):
    """Operations on customers."""

    @property
    def notes(self) -> CustomersNotesResource:
        """Operations on customers/notes."""
        return CustomersNotesResource(self._calls)


class InvitationsResource(Resource):
    """Operations on invitations."""

    def get(
        self,
        *,
        pending: bool | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
    ) -> Page[types.InvitationRow]:
        """List the invitations, the newest first.

        Asking people to join by mail.

        List the invitations, the newest first.
        """
        return cast(
            "Page[types.InvitationRow]",
            self._page("GET", "/invitations", query=given(pending=pending, limit=limit, cursor=cursor)),
        )

    def create(
        self,
        *,
        email: str,
        name: str | NotGiven = NOT_GIVEN,
        role: Literal["owner", "admin", "supervisor", "agent", "viewer"] | NotGiven = NOT_GIVEN,
        team_ids: List[str] | NotGiven = NOT_GIVEN,
        agent: str | None = None,
        idempotency_key: str | None = None,
    ) -> types.InvitationRow:
        """Invite somebody by mail.

        Asking people to join by mail.

        Invite somebody by mail.

        The letter leaves soon. 403 for a role above one's own, and where no seat is left.
        """
        return cast(
            "types.InvitationRow",
            self._call(
                "POST",
                "/invitations",
                body=given(email=email, name=name, role=role, team_ids=team_ids),
                agent=agent,
                idempotency_key=idempotency_key,
            ),
        )

    def delete(self, invitation_id: str, *, agent: str | None = None) -> None:
        """Revoke an invitation.

        One invitation.

        Revoke an invitation.

        Its link opens nothing any more; 409 when it was accepted or revoked before.
        """
        self._call("DELETE", "/invitations/{invitation_id}", ids={"invitation_id": invitation_id}, agent=agent)

    def resend(
        self, invitation_id: str, *, agent: str | None = None, idempotency_key: str | None = None
    ) -> types.InvitationRow:
        """Send an invitation again.

        Another letter, with another link.

        Send an invitation again.

        The link of the letter before opens nothing any more; 409 when it was accepted or revoked.
        """
        return cast(
            "types.InvitationRow",
            self._call(
                "POST",
                "/invitations/{invitation_id}/resend",
                ids={"invitation_id": invitation_id},
                agent=agent,
                idempotency_key=idempotency_key,
            ),
        )


class OrdersResource(Resource):
    """Operations on orders."""

    def list(
        self,
        *,
        search: str | NotGiven = NOT_GIVEN,
        state: str | NotGiven = NOT_GIVEN,
        key: str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
    ) -> Page[types.OrderRecord]:
        """List the orders, the newest first.

        What customers bought.

        List the orders, the newest first.
        """
        return cast(
            "Page[types.OrderRecord]",
            self._page("GET", "/orders", query=given(search=search, state=state, key=key, limit=limit, cursor=cursor)),
        )

    def create(
        self,
        *,
        number: str,
        email: str,
        state: Literal[
            "placed",
            "payment_failed",
            "paid",
            "packed",
            "partly_shipped",
            "shipped",
            "delivered",
            "returned",
            "refunded",
            "cancelled",
        ],
        placed_at: str,
        total: str,
        name: str | NotGiven = NOT_GIVEN,
        shipped_at: str | None | NotGiven = NOT_GIVEN,
        delivered_at: str | None | NotGiven = NOT_GIVEN,
        refunded: str | NotGiven = NOT_GIVEN,
        currency: str | NotGiven = NOT_GIVEN,
        address: types.Address | NotGiven = NOT_GIVEN,
        tracking: str | NotGiven = NOT_GIVEN,
        tracking_url: str | NotGiven = NOT_GIVEN,
        items: List[types.OrderItemFields] | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
    ) -> types.OrderRecord:
        """Add an order; 409 when another has its number.

        What customers bought.

        Add an order; 409 when another has its number.
        """
        return cast(
            "types.OrderRecord",
            self._call(
                "POST",
                "/orders",
                body=given(
                    number=number,
                    email=email,
                    name=name,
                    state=state,
                    placed_at=placed_at,
                    shipped_at=shipped_at,
                    delivered_at=delivered_at,
                    total=total,
                    refunded=refunded,
                    currency=currency,
                    address=address,
                    tracking=tracking,
                    tracking_url=tracking_url,
                    items=items,
                ),
                idempotency_key=idempotency_key,
            ),
        )

    def get(self, record_id: str) -> types.OrderRecord:
        """Fetch an order.

        One order.

        Fetch an order.
        """
        return cast("types.OrderRecord", self._call("GET", "/orders/{record_id}", ids={"record_id": record_id}))

    def change(
        self,
        record_id: str,
        *,
        number: str | NotGiven = NOT_GIVEN,
        email: str | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        state: Literal[
            "placed",
            "payment_failed",
            "paid",
            "packed",
            "partly_shipped",
            "shipped",
            "delivered",
            "returned",
            "refunded",
            "cancelled",
        ]
        | NotGiven = NOT_GIVEN,
        placed_at: str | NotGiven = NOT_GIVEN,
        shipped_at: str | None | NotGiven = NOT_GIVEN,
        delivered_at: str | None | NotGiven = NOT_GIVEN,
        total: str | NotGiven = NOT_GIVEN,
        refunded: str | NotGiven = NOT_GIVEN,
        currency: str | NotGiven = NOT_GIVEN,
        address: types.Address | NotGiven = NOT_GIVEN,
        tracking: str | NotGiven = NOT_GIVEN,
        tracking_url: str | NotGiven = NOT_GIVEN,
        items: List[types.OrderItemFields] | NotGiven = NOT_GIVEN,
    ) -> types.OrderRecord:
        """Change the named fields of an order; 409 when another has its new number.

        One order.

        Change the named fields of an order; 409 when another has its new number.
        """
        return cast(
            "types.OrderRecord",
            self._call(
                "PATCH",
                "/orders/{record_id}",
                ids={"record_id": record_id},
                body=given(
                    number=number,
                    email=email,
                    name=name,
                    state=state,
                    placed_at=placed_at,
                    shipped_at=shipped_at,
                    delivered_at=delivered_at,
                    total=total,
                    refunded=refunded,
                    currency=currency,
                    address=address,
                    tracking=tracking,
                    tracking_url=tracking_url,
                    items=items,
                ),
            ),
        )

    def delete(self, record_id: str) -> None:
        """Remove an order for good.

        One order.

        Remove an order for good.
        """
        self._call("DELETE", "/orders/{record_id}", ids={"record_id": record_id})

    def bulk(self, *, data: List[dict[str, Any] | None], idempotency_key: str | None = None) -> types.WrittenRecords:
        """Write up to 500 orders, each by its number.

        Many at once, as from another system's nightly export.

        Write up to 500 orders, each by its number.

        One that is not there yet is added, one that is there gets the fields that are told. One that is wrong is told by its place, and stops no other.
        """
        return cast(
            "types.WrittenRecords",
            self._call("POST", "/orders/bulk", body=given(data=data), idempotency_key=idempotency_key),
        )


class PeopleResource(Resource):
    """Operations on people."""

    def get(self) -> types.AgentList:
        """List the people who work here, by name.

        Everybody, also those who are switched off.

        List the people who work here, by name.
        """
        return cast("types.AgentList", self._call("GET", "/people"))

    def change(
        self,
        agent_id: str,
        *,
        name: str | NotGiven = NOT_GIVEN,
        role: Literal["owner", "admin", "supervisor", "agent", "viewer"] | NotGiven = NOT_GIVEN,
        team_ids: List[str] | NotGiven = NOT_GIVEN,
        capacity: int | NotGiven = NOT_GIVEN,
        languages: List[str] | NotGiven = NOT_GIVEN,
        skills: List[types.SkillLevelForm] | NotGiven = NOT_GIVEN,
        shifts: List[types.StretchForm] | NotGiven = NOT_GIVEN,
        time_zone: str | NotGiven = NOT_GIVEN,
        agent: str | None = None,
    ) -> types.AgentRow:
        """Change a person.

        Role, teams, capacity, languages, skills, shifts, name.

        Change a person.

        409 `last_owner` when the company would have no owner; 403 above one's own role, and where no seat is left.
        """
        return cast(
            "types.AgentRow",
            self._call(
                "PATCH",
                "/people/{agent_id}",
                ids={"agent_id": agent_id},
                body=given(
                    name=name,
                    role=role,
                    team_ids=team_ids,
                    capacity=capacity,
                    languages=languages,
                    skills=skills,
                    shifts=shifts,
                    time_zone=time_zone,
                ),
                agent=agent,
            ),
        )

    def deactivate(
        self, agent_id: str, *, agent: str | None = None, idempotency_key: str | None = None
    ) -> types.AgentRow:
        """Switch a person off.

        Switch a person off.

        Switch a person off.

        Their sessions end, and what they did stays. 409 for oneself and for the last owner.
        """
        return cast(
            "types.AgentRow",
            self._call(
                "POST",
                "/people/{agent_id}/deactivate",
                ids={"agent_id": agent_id},
                agent=agent,
                idempotency_key=idempotency_key,
            ),
        )

    def reactivate(
        self, agent_id: str, *, agent: str | None = None, idempotency_key: str | None = None
    ) -> types.AgentRow:
        """Let a person in again, with the role that they had.

        Let a person in again.

        Let a person in again, with the role that they had.

        403 where no seat is left.
        """
        return cast(
            "types.AgentRow",
            self._call(
                "POST",
                "/people/{agent_id}/reactivate",
                ids={"agent_id": agent_id},
                agent=agent,
                idempotency_key=idempotency_key,
            ),
        )

    def reset_second_factor(
        self, agent_id: str, *, agent: str | None = None, idempotency_key: str | None = None
    ) -> types.AgentRow:
        """Switch off the second factor of a person.

        For a person who lost their app and their recovery codes.

        Switch off the second factor of a person.

        Their sessions end, and they are told by mail; 409 without a second factor, and for oneself.
        """
        return cast(
            "types.AgentRow",
            self._call(
                "POST",
                "/people/{agent_id}/reset_second_factor",
                ids={"agent_id": agent_id},
                agent=agent,
                idempotency_key=idempotency_key,
            ),
        )

    def sign_out(
        self, agent_id: str, *, agent: str | None = None, idempotency_key: str | None = None
    ) -> types.AgentRow:
        """Sign a person out of every browser.

        End all sessions of a person.

        Sign a person out of every browser.

        They may sign in again.
        """
        return cast(
            "types.AgentRow",
            self._call(
                "POST",
                "/people/{agent_id}/sign_out",
                ids={"agent_id": agent_id},
                agent=agent,
                idempotency_key=idempotency_key,
            ),
        )


class PersonsResource(Resource):
    """Operations on persons."""

    def list(
        self,
        *,
        search: str | NotGiven = NOT_GIVEN,
        state: str | NotGiven = NOT_GIVEN,
        key: str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
    ) -> Page[types.PersonRecord]:
        """List the persons, the one changed last first.

        What the company's own systems know of customers.

        List the persons, the one changed last first.
        """
        return cast(
            "Page[types.PersonRecord]",
            self._page("GET", "/persons", query=given(search=search, state=state, key=key, limit=limit, cursor=cursor)),
        )

    def create(
        self,
        *,
        email: str,
        name: str | NotGiven = NOT_GIVEN,
        phone: str | NotGiven = NOT_GIVEN,
        address: types.Address | NotGiven = NOT_GIVEN,
        attributes: dict[str, Any] | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
    ) -> types.PersonRecord:
        """Add a person; 409 when another has its e-mail address.

        What the company's own systems know of customers.

        Add a person; 409 when another has its e-mail address.
        """
        return cast(
            "types.PersonRecord",
            self._call(
                "POST",
                "/persons",
                body=given(email=email, name=name, phone=phone, address=address, attributes=attributes),
                idempotency_key=idempotency_key,
            ),
        )

    def get(self, record_id: str) -> types.PersonRecord:
        """Fetch a person.

        One person.

        Fetch a person.
        """
        return cast("types.PersonRecord", self._call("GET", "/persons/{record_id}", ids={"record_id": record_id}))

    def change(
        self,
        record_id: str,
        *,
        email: str | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        phone: str | NotGiven = NOT_GIVEN,
        address: types.Address | NotGiven = NOT_GIVEN,
        attributes: dict[str, Any] | NotGiven = NOT_GIVEN,
    ) -> types.PersonRecord:
        """Change the named fields of a person; 409 when another has its new e-mail address.

        One person.

        Change the named fields of a person; 409 when another has its new e-mail address.
        """
        return cast(
            "types.PersonRecord",
            self._call(
                "PATCH",
                "/persons/{record_id}",
                ids={"record_id": record_id},
                body=given(email=email, name=name, phone=phone, address=address, attributes=attributes),
            ),
        )

    def delete(self, record_id: str) -> None:
        """Remove a person for good.

        One person.

        Remove a person for good.
        """
        self._call("DELETE", "/persons/{record_id}", ids={"record_id": record_id})

    def bulk(self, *, data: List[dict[str, Any] | None], idempotency_key: str | None = None) -> types.WrittenRecords:
        """Write up to 500 persons, each by its e-mail address.

        Many at once, as from another system's nightly export.

        Write up to 500 persons, each by its e-mail address.

        One that is not there yet is added, one that is there gets the fields that are told. One that is wrong is told by its place, and stops no other.
        """
        return cast(
            "types.WrittenRecords",
            self._call("POST", "/persons/bulk", body=given(data=data), idempotency_key=idempotency_key),
        )


class ProductsResource(Resource):
    """Operations on products."""

    def list(
        self,
        *,
        search: str | NotGiven = NOT_GIVEN,
        state: str | NotGiven = NOT_GIVEN,
        key: str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
    ) -> Page[types.ProductRecord]:
        """List the products, the newest first.

        What is sold.

        List the products, the newest first.
        """
        return cast(
            "Page[types.ProductRecord]",
            self._page(
                "GET", "/products", query=given(search=search, state=state, key=key, limit=limit, cursor=cursor)
            ),
        )

    def create(
        self,
        *,
        sku: str,
        name: str,
        price: str,
        category: str | NotGiven = NOT_GIVEN,
        description: str | NotGiven = NOT_GIVEN,
        currency: str | NotGiven = NOT_GIVEN,
        stock: int | NotGiven = NOT_GIVEN,
        attributes: dict[str, Any] | NotGiven = NOT_GIVEN,
        variants: List[dict[str, Any]] | NotGiven = NOT_GIVEN,
        url: str | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
    ) -> types.ProductRecord:
        """Add a product; 409 when another has its SKU.

        What is sold.

        Add a product; 409 when another has its SKU.
        """
        return cast(
            "types.ProductRecord",
            self._call(
                "POST",
                "/products",
                body=given(
                    sku=sku,
                    name=name,
                    category=category,
                    description=description,
                    price=price,
                    currency=currency,
                    stock=stock,
                    attributes=attributes,
                    variants=variants,
                    url=url,
                ),
                idempotency_key=idempotency_key,
            ),
        )

    def get(self, record_id: str) -> types.ProductRecord:
        """Fetch a product.

        One product.

        Fetch a product.
        """
        return cast("types.ProductRecord", self._call("GET", "/products/{record_id}", ids={"record_id": record_id}))

    def change(
        self,
        record_id: str,
        *,
        sku: str | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        category: str | NotGiven = NOT_GIVEN,
        description: str | NotGiven = NOT_GIVEN,
        price: str | NotGiven = NOT_GIVEN,
        currency: str | NotGiven = NOT_GIVEN,
        stock: int | NotGiven = NOT_GIVEN,
        attributes: dict[str, Any] | NotGiven = NOT_GIVEN,
        variants: List[dict[str, Any]] | NotGiven = NOT_GIVEN,
        url: str | NotGiven = NOT_GIVEN,
    ) -> types.ProductRecord:
        """Change the named fields of a product; 409 when another has its new SKU.

        One product.

        Change the named fields of a product; 409 when another has its new SKU.
        """
        return cast(
            "types.ProductRecord",
            self._call(
                "PATCH",
                "/products/{record_id}",
                ids={"record_id": record_id},
                body=given(
                    sku=sku,
                    name=name,
                    category=category,
                    description=description,
                    price=price,
                    currency=currency,
                    stock=stock,
                    attributes=attributes,
                    variants=variants,
                    url=url,
                ),
            ),
        )

    def delete(self, record_id: str) -> None:
        """Remove a product for good.

        One product.

        Remove a product for good.
        """
        self._call("DELETE", "/products/{record_id}", ids={"record_id": record_id})

    def bulk(self, *, data: List[dict[str, Any] | None], idempotency_key: str | None = None) -> types.WrittenRecords:
        """Write up to 500 products, each by its SKU.

        Many at once, as from another system's nightly export.

        Write up to 500 products, each by its SKU.

        One that is not there yet is added, one that is there gets the fields that are told. One that is wrong is told by its place, and stops no other.
        """
        return cast(
            "types.WrittenRecords",
            self._call("POST", "/products/bulk", body=given(data=data), idempotency_key=idempotency_key),
        )


class RecordImportsDismissResource(Resource):
    """Operations on record_imports/dismiss."""

    def create(self, import_id: str, *, idempotency_key: str | None = None) -> types.RecordImportWhole:
        """End an import without storing anything; 409 when it is stored already.

        The end of an import that nobody wants.

        End an import without storing anything; 409 when it is stored already.
        """
        return cast(
            "types.RecordImportWhole",
            self._call(
                "POST",
                "/record_imports/{import_id}/dismiss",
                ids={"import_id": import_id},
                idempotency_key=idempotency_key,
            ),
        )


class RecordImportsRowsResource(Resource):
    """Operations on record_imports/rows."""

    def get(
        self,
        import_id: str,
        *,
        action: Literal["create", "update", "same", "problem", ""] | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
    ) -> Page[types.RecordImportLine]:
        """List the lines of an import in the order of the file, once it was read.

        What its lines would do, or did.

        List the lines of an import in the order of the file, once it was read.
        """
        return cast(
            "Page[types.RecordImportLine]",
            self._page(
                "GET",
                "/record_imports/{import_id}/rows",
                ids={"import_id": import_id},
                query=given(action=action, limit=limit, cursor=cursor),
            ),
        )


class RecordImportsResource(Resource):
    """Operations on record_imports."""

    @property
    def dismiss(self) -> RecordImportsDismissResource:
        """Operations on record_imports/dismiss."""
        return RecordImportsDismissResource(self._calls)

    @property
    def rows(self) -> RecordImportsRowsResource:
        """Operations on record_imports/rows."""
        return RecordImportsRowsResource(self._calls)

    def list(
        self, *, limit: int | NotGiven = NOT_GIVEN, cursor: str | NotGiven = NOT_GIVEN
    ) -> Page[types.RecordImportBrief]:
        """List the imports of records, the newest first.

        CSV files of records.

        List the imports of records, the newest first.
        """
        return cast(
            "Page[types.RecordImportBrief]",
            self._page("GET", "/record_imports", query=given(limit=limit, cursor=cursor)),
        )

    def create(
        self,
        *,
        kind: Literal["orders", "products", "persons", "tickets"] | NotGiven = NOT_GIVEN,
        file: str | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
    ) -> types.RecordImportWhole:
        """Send a CSV file of records of one kind.

        CSV files of records.

        Send a CSV file of records of one kind.

        The answer tells its columns and what they are likely to be; nothing is read before you say how.
        """
        return cast(
            "types.RecordImportWhole",
            self._call(
                "POST",
                "/record_imports",
                body=given(kind=kind, file=file),
                multipart=True,
                idempotency_key=idempotency_key,
            ),
        )

    def get(self, import_id: str) -> types.RecordImportWhole:
        """Fetch an import of records, with how far it is.

        One import.

        Fetch an import of records, with how far it is.
        """
        return cast(
            "types.RecordImportWhole", self._call("GET", "/record_imports/{import_id}", ids={"import_id": import_id})
        )

    def apply(self, import_id: str, *, idempotency_key: str | None = None) -> types.RecordImportWhole:
        """Store every line of an import that has no problem.

        The last step, after its lines were looked at.

        Store every line of an import that has no problem.

        A job does it; 409 unless the import waits for that.
        """
        return cast(
            "types.RecordImportWhole",
            self._call(
                "POST",
                "/record_imports/{import_id}/apply",
                ids={"import_id": import_id},
                idempotency_key=idempotency_key,
            ),
        )

    def read(
        self,
        import_id: str,
        *,
        mapping: dict[str, str],
        attributes: List[str] | NotGiven = NOT_GIVEN,
        dates: Literal["iso", "day_first", "month_first"] | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
    ) -> types.RecordImportWhole:
        """Read the file of an import with these columns; nothing is stored yet.

        The second step, after the file was sent.

        Read the file of an import with these columns; nothing is stored yet.

        A job does it; 409 when the import is stored already.
        """
        return cast(
            "types.RecordImportWhole",
            self._call(
                "POST",
                "/record_imports/{import_id}/read",
                ids={"import_id": import_id},
                body=given(mapping=mapping, attributes=attributes, dates=dates),
                idempotency_key=idempotency_key,
            ),
        )

    def undo(self, import_id: str, *, idempotency_key: str | None = None) -> types.RecordImportWhole:
        """Take back what an import stored and nobody changed since.

        Within a week.

        Take back what an import stored and nobody changed since.

        A job does it; 409 after a week, or when nothing was stored.
        """
        return cast(
            "types.RecordImportWhole",
            self._call(
                "POST",
                "/record_imports/{import_id}/undo",
                ids={"import_id": import_id},
                idempotency_key=idempotency_key,
            ),
        )


class RecordsResource(Resource):
    """Operations on records."""

    def get(self) -> types.RecordCountPage:
        """Count the records of each kind, and tell where they come from.

        The kinds of records.

        Count the records of each kind, and tell where they come from.
        """
        return cast("types.RecordCountPage", self._call("GET", "/records"))


class RoutingResource(Resource):
    """Operations on routing."""

    def get(self) -> types.Routing:
        """Get how conversations find people.

        How conversations find people.

        Get how conversations find people.
        """
        return cast("types.Routing", self._call("GET", "/routing"))

    def change(
        self,
        *,
        accept_seconds: int | NotGiven = NOT_GIVEN,
        least_level: int | NotGiven = NOT_GIVEN,
        idle_seconds: int | NotGiven = NOT_GIVEN,
        grace_seconds: int | NotGiven = NOT_GIVEN,
        ladder: List[types.LadderStepForm] | NotGiven = NOT_GIVEN,
        teams: List[types.TeamTimerForm] | NotGiven = NOT_GIVEN,
    ) -> types.Routing:
        """Change how conversations find people.

        How conversations find people.

        Change how conversations find people.

        It counts from the next choice on.
        """
        return cast(
            "types.Routing",
            self._call(
                "PATCH",
                "/routing",
                body=given(
                    accept_seconds=accept_seconds,
                    least_level=least_level,
                    idle_seconds=idle_seconds,
                    grace_seconds=grace_seconds,
                    ladder=ladder,
                    teams=teams,
                ),
            ),
        )


class RulesCatalogueResource(Resource):
    """Operations on rules/catalogue."""

    def get(self) -> types.RuleCatalogue:
        """Get all that rules may look at, do and name.

        What rules may be made of in this company.

        Get all that rules may look at, do and name.
        """
        return cast("types.RuleCatalogue", self._call("GET", "/rules/catalogue"))


class RulesDraftResource(Resource):
    """Operations on rules/draft."""

    def get(self) -> types.RulesDraft:
        """Get the draft of the rules, with all that is to be said of it.

        The next rules, as somebody is changing them.

        Get the draft of the rules, with all that is to be said of it.

        404 without one.
        """
        return cast("types.RulesDraft", self._call("GET", "/rules/draft"))

    def replace(
        self, *, document: dict[str, Any], revision: int, based_on: int | None | NotGiven = NOT_GIVEN
    ) -> types.RulesDraft:
        """Keep a draft of the rules, right or not.

        The next rules, as somebody is changing them.

        Keep a draft of the rules, right or not.

        What keeps it from being published is told with its place. 409 when somebody else changed it since.
        """
        return cast(
            "types.RulesDraft",
            self._call("PUT", "/rules/draft", body=given(document=document, revision=revision, based_on=based_on)),
        )

    def delete(self, *, revision: int | None | NotGiven = NOT_GIVEN) -> types.RulesDraft:
        """Throw the draft of the rules away.

        The next rules, as somebody is changing them.

        Throw the draft of the rules away.

        What comes back is the draft as it was, so that it can be put again.
        """
        return cast("types.RulesDraft", self._call("DELETE", "/rules/draft", query=given(revision=revision)))

    def publish(
        self, *, revision: int, note: str | NotGiven = NOT_GIVEN, idempotency_key: str | None = None
    ) -> types.RulesVersion:
        """Publish the draft of the rules as the next version.

        From then on it decides.

        Publish the draft of the rules as the next version.

        422 names the place that is wrong, 409 says who changed the draft since.
        """
        return cast(
            "types.RulesVersion",
            self._call(
                "POST",
                "/rules/draft/publish",
                body=given(note=note, revision=revision),
                idempotency_key=idempotency_key,
            ),
        )


class RulesVersionsDiffResource(Resource):
    """Operations on rules/versions/diff."""

    def get(self, number: str, *, against: int | None | NotGiven = NOT_GIVEN) -> types.RulesComparison:
        """Compare a version of the rules with another one, in words.

        Two versions beside each other.

        Compare a version of the rules with another one, in words.

        Without `against` it is the version before.
        """
        return cast(
            "types.RulesComparison",
            self._call("GET", "/rules/versions/{number}/diff", ids={"number": number}, query=given(against=against)),
        )


class RulesVersionsResource(Resource):
    """Operations on rules/versions."""

    @property
    def diff(self) -> RulesVersionsDiffResource:
        """Operations on rules/versions/diff."""
        return RulesVersionsDiffResource(self._calls)

    def list(
        self, *, limit: int | NotGiven = NOT_GIVEN, cursor: int | None | NotGiven = NOT_GIVEN
    ) -> Page[types.RulesVersion]:
        """List the versions of the rules, the newest first, with what each changed.

        All rules that were ever in force.

        List the versions of the rules, the newest first, with what each changed.
        """
        return cast(
            "Page[types.RulesVersion]", self._page("GET", "/rules/versions", query=given(limit=limit, cursor=cursor))
        )

    def get(self, number: str) -> types.WholeRulesVersion:
        """Get a version of the rules, with its rules.

        One of all that were ever in force.

        Get a version of the rules, with its rules.
        """
        return cast("types.WholeRulesVersion", self._call("GET", "/rules/versions/{number}", ids={"number": number}))

    def restore(
        self, number: str, *, note: str | NotGiven = NOT_GIVEN, idempotency_key: str | None = None
    ) -> types.RulesVersion:
        """Publish the rules of an older version again, as a new version.

        What was in force decides again.

        Publish the rules of an older version again, as a new version.
        """
        return cast(
            "types.RulesVersion",
            self._call(
                "POST",
                "/rules/versions/{number}/restore",
                ids={"number": number},
                body=given(note=note),
                idempotency_key=idempotency_key,
            ),
        )


class RulesResource(Resource):
    """Operations on rules."""

    @property
    def catalogue(self) -> RulesCatalogueResource:
        """Operations on rules/catalogue."""
        return RulesCatalogueResource(self._calls)

    @property
    def draft(self) -> RulesDraftResource:
        """Operations on rules/draft."""
        return RulesDraftResource(self._calls)

    @property
    def versions(self) -> RulesVersionsResource:
        """Operations on rules/versions."""
        return RulesVersionsResource(self._calls)

    def get(self) -> types.RulesInForce:
        """Get the rules in force and the draft of the next ones.

        When a person takes over, and what else rules do.

        Get the rules in force and the draft of the next ones.
        """
        return cast("types.RulesInForce", self._call("GET", "/rules"))


class ServicesOpeningsResource(Resource):
    """Operations on services/openings."""

    def get(self, service_id: str, *, first: str, last: str) -> types.OpeningRowPage:
        """List the free times of a service, as customers are offered them, of two months at most.

        List the free times of a service, as customers are offered them, of two months at most.
        """
        return cast(
            "types.OpeningRowPage",
            self._call(
                "GET",
                "/services/{service_id}/openings",
                ids={"service_id": service_id},
                query=given(first=first, last=last),
            ),
        )


class ServicesResource(Resource):
    """Operations on services."""

    @property
    def openings(self) -> ServicesOpeningsResource:
        """Operations on services/openings."""
        return ServicesOpeningsResource(self._calls)

    def change(
        self,
        service_id: str,
        *,
        name: str | NotGiven = NOT_GIVEN,
        also: List[str] | NotGiven = NOT_GIVEN,
        minutes: int | NotGiven = NOT_GIVEN,
        pause_minutes: int | NotGiven = NOT_GIVEN,
        on: bool | NotGiven = NOT_GIVEN,
    ) -> types.ServiceRow:
        """Change the named fields of a service.

        Change the named fields of a service.

        Appointments that stand keep their length.
        """
        return cast(
            "types.ServiceRow",
            self._call(
                "PATCH",
                "/services/{service_id}",
                ids={"service_id": service_id},
                body=given(name=name, also=also, minutes=minutes, pause_minutes=pause_minutes, on=on),
            ),
        )

    def delete(self, service_id: str) -> None:
        """Delete a service.

        Delete a service.

        Appointments for it stand.
        """
        self._call("DELETE", "/services/{service_id}", ids={"service_id": service_id})


class SsoResource(Resource):
    """Operations on sso."""

    def get(self) -> types.SignOnSettings | None:
        """Get the provider of single sign-on, or null where there is none.

        The company's own OpenID Connect provider.

        Get the provider of single sign-on, or null where there is none.
        """
        return cast("types.SignOnSettings | None", self._call("GET", "/sso"))

    def replace(
        self,
        *,
        issuer: str,
        client_id: str,
        client_secret: str | NotGiven = NOT_GIVEN,
        only: bool | NotGiven = NOT_GIVEN,
    ) -> types.SignOnSettings:
        """Set the provider of single sign-on.

        The company's own OpenID Connect provider.

        Set the provider of single sign-on.

        A secret that is left out stays, as long as the provider is the same.
        """
        return cast(
            "types.SignOnSettings",
            self._call(
                "PUT", "/sso", body=given(issuer=issuer, client_id=client_id, client_secret=client_secret, only=only)
            ),
        )

    def delete(self) -> None:
        """Remove the provider of single sign-on.

        The company's own OpenID Connect provider.

        Remove the provider of single sign-on.

        Everybody signs in with a password again.
        """
        self._call("DELETE", "/sso")

    def test(self, *, idempotency_key: str | None = None) -> types.SignOnTest:
        """Test whether the provider can be reached, and is who it should be.

        Can the provider be reached, and is it who it should be?

        Test whether the provider can be reached, and is who it should be.

        409 while there is none.
        """
        return cast("types.SignOnTest", self._call("POST", "/sso/test", idempotency_key=idempotency_key))


class TeamsResource(Resource):
    """Operations on teams."""

    def get(self) -> types.TeamRowPage:
        """List the teams, by name.

        The teams of the company.

        List the teams, by name.
        """
        return cast("types.TeamRowPage", self._call("GET", "/teams"))

    def create(self, *, name: str, idempotency_key: str | None = None) -> types.TeamRow:
        """Make a team, which has nobody yet.

        The teams of the company.

        Make a team, which has nobody yet.
        """
        return cast(
            "types.TeamRow", self._call("POST", "/teams", body=given(name=name), idempotency_key=idempotency_key)
        )

    def change(self, team_id: str, *, name: str) -> types.TeamRow:
        """Rename a team.

        One team.

        Rename a team.
        """
        return cast(
            "types.TeamRow", self._call("PATCH", "/teams/{team_id}", ids={"team_id": team_id}, body=given(name=name))
        )

    def delete(self, team_id: str) -> None:
        """Dissolve a team.

        One team.

        Dissolve a team.

        Its people and conversations stay.
        """
        self._call("DELETE", "/teams/{team_id}", ids={"team_id": team_id})


class TicketsResource(Resource):
    """Operations on tickets."""

    def list(
        self,
        *,
        search: str | NotGiven = NOT_GIVEN,
        state: str | NotGiven = NOT_GIVEN,
        key: str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
    ) -> Page[types.TicketRecord]:
        """List the tickets, the one changed last first.

        What is worked on for customers.

        List the tickets, the one changed last first.
        """
        return cast(
            "Page[types.TicketRecord]",
            self._page("GET", "/tickets", query=given(search=search, state=state, key=key, limit=limit, cursor=cursor)),
        )

    def create(
        self,
        *,
        number: str,
        email: str,
        subject: str,
        name: str | NotGiven = NOT_GIVEN,
        state: Literal["open", "waiting", "solved", "closed"] | NotGiven = NOT_GIVEN,
        opened_at: str | NotGiven = NOT_GIVEN,
        updated_at: str | NotGiven = NOT_GIVEN,
        newest: str | NotGiven = NOT_GIVEN,
        entries: List[types.TicketEntryFields] | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
    ) -> types.TicketRecord:
        """Add a ticket; 409 when another has its number.

        What is worked on for customers.

        Add a ticket; 409 when another has its number.
        """
        return cast(
            "types.TicketRecord",
            self._call(
                "POST",
                "/tickets",
                body=given(
                    number=number,
                    email=email,
                    name=name,
                    subject=subject,
                    state=state,
                    opened_at=opened_at,
                    updated_at=updated_at,
                    newest=newest,
                    entries=entries,
                ),
                idempotency_key=idempotency_key,
            ),
        )

    def get(self, record_id: str) -> types.TicketRecord:
        """Fetch a ticket.

        One ticket.

        Fetch a ticket.
        """
        return cast("types.TicketRecord", self._call("GET", "/tickets/{record_id}", ids={"record_id": record_id}))

    def change(
        self,
        record_id: str,
        *,
        number: str | NotGiven = NOT_GIVEN,
        email: str | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        subject: str | NotGiven = NOT_GIVEN,
        state: Literal["open", "waiting", "solved", "closed"] | NotGiven = NOT_GIVEN,
        opened_at: str | NotGiven = NOT_GIVEN,
        updated_at: str | NotGiven = NOT_GIVEN,
        newest: str | NotGiven = NOT_GIVEN,
        entries: List[types.TicketEntryFields] | NotGiven = NOT_GIVEN,
    ) -> types.TicketRecord:
        """Change the named fields of a ticket; 409 when another has its new number.

        One ticket.

        Change the named fields of a ticket; 409 when another has its new number.
        """
        return cast(
            "types.TicketRecord",
            self._call(
                "PATCH",
                "/tickets/{record_id}",
                ids={"record_id": record_id},
                body=given(
                    number=number,
                    email=email,
                    name=name,
                    subject=subject,
                    state=state,
                    opened_at=opened_at,
                    updated_at=updated_at,
                    newest=newest,
                    entries=entries,
                ),
            ),
        )

    def delete(self, record_id: str) -> None:
        """Remove a ticket for good.

        One ticket.

        Remove a ticket for good.
        """
        self._call("DELETE", "/tickets/{record_id}", ids={"record_id": record_id})

    def bulk(self, *, data: List[dict[str, Any] | None], idempotency_key: str | None = None) -> types.WrittenRecords:
        """Write up to 500 tickets, each by its number.

        Many at once, as from another system's nightly export.

        Write up to 500 tickets, each by its number.

        One that is not there yet is added, one that is there gets the fields that are told. One that is wrong is told by its place, and stops no other.
        """
        return cast(
            "types.WrittenRecords",
            self._call("POST", "/tickets/bulk", body=given(data=data), idempotency_key=idempotency_key),
        )


class TokensResource(Resource):
    """Operations on tokens."""

    def get(self) -> types.TokenList:
        """List the tokens, and the scopes that one may be given.

        What programs show instead of a session.

        List the tokens, and the scopes that one may be given.
        """
        return cast("types.TokenList", self._call("GET", "/tokens"))

    def create(
        self,
        *,
        name: str,
        scopes: List[
            Literal[
                "conversations:read",
                "conversations:write",
                "handover:write",
                "channels:write",
                "customers:read",
                "customers:write",
                "customers:erase",
                "knowledge:read",
                "knowledge:write",
                "records:read",
                "records:write",
                "rules:read",
                "rules:write",
                "skills:read",
                "skills:write",
                "assistant:read",
                "assistant:write",
                "people:read",
                "people:write",
                "settings:read",
                "settings:write",
                "quality:read",
                "quality:write",
                "reports:read",
                "reports:write",
                "webhooks:read",
                "webhooks:write",
                "audit:read",
                "exports:write",
                "billing:read",
            ]
        ],
        expires_at: str | None | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
    ) -> types.NewToken:
        """Make a token, and get its secret, which is told this once.

        What programs show instead of a session.

        Make a token, and get its secret, which is told this once.
        """
        return cast(
            "types.NewToken",
            self._call(
                "POST",
                "/tokens",
                body=given(name=name, scopes=scopes, expires_at=expires_at),
                idempotency_key=idempotency_key,
            ),
        )

    def delete(self, token_id: str) -> None:
        """Revoke a token.

        One token.

        Revoke a token.

        The next request with it is refused.
        """
        self._call("DELETE", "/tokens/{token_id}", ids={"token_id": token_id})


class Api(Resource):
    """Operations on everything."""

    @property
    def account(self) -> AccountResource:
        """Operations on account."""
        return AccountResource(self._calls)

    @property
    def agent_skills(self) -> AgentSkillsResource:
        """Operations on agent_skills."""
        return AgentSkillsResource(self._calls)

    @property
    def appointments(self) -> AppointmentsResource:
        """Operations on appointments."""
        return AppointmentsResource(self._calls)

    @property
    def calendar_exceptions(self) -> CalendarExceptionsResource:
        """Operations on calendar_exceptions."""
        return CalendarExceptionsResource(self._calls)

    @property
    def calendars(self) -> CalendarsResource:
        """Operations on calendars."""
        return CalendarsResource(self._calls)

    @property
    def customers(self) -> CustomersResource:
        """Operations on customers."""
        return CustomersResource(self._calls)

    @property
    def invitations(self) -> InvitationsResource:
        """Operations on invitations."""
        return InvitationsResource(self._calls)

    @property
    def orders(self) -> OrdersResource:
        """Operations on orders."""
        return OrdersResource(self._calls)

    @property
    def people(self) -> PeopleResource:
        """Operations on people."""
        return PeopleResource(self._calls)

    @property
    def persons(self) -> PersonsResource:
        """Operations on persons."""
        return PersonsResource(self._calls)

    @property
    def products(self) -> ProductsResource:
        """Operations on products."""
        return ProductsResource(self._calls)

    @property
    def record_imports(self) -> RecordImportsResource:
        """Operations on record_imports."""
        return RecordImportsResource(self._calls)

    @property
    def records(self) -> RecordsResource:
        """Operations on records."""
        return RecordsResource(self._calls)

    @property
    def routing(self) -> RoutingResource:
        """Operations on routing."""
        return RoutingResource(self._calls)

    @property
    def rules(self) -> RulesResource:
        """Operations on rules."""
        return RulesResource(self._calls)

    @property
    def services(self) -> ServicesResource:
        """Operations on services."""
        return ServicesResource(self._calls)

    @property
    def sso(self) -> SsoResource:
        """Operations on sso."""
        return SsoResource(self._calls)

    @property
    def teams(self) -> TeamsResource:
        """Operations on teams."""
        return TeamsResource(self._calls)

    @property
    def tickets(self) -> TicketsResource:
        """Operations on tickets."""
        return TicketsResource(self._calls)

    @property
    def tokens(self) -> TokensResource:
        """Operations on tokens."""
        return TokensResource(self._calls)
