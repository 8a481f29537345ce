"""Why an appointment cannot be made, moved or cancelled."""

from tenants.errors import BatonError


class NotFreeError(BatonError):
    """The time is not to be had: taken, outside of the hours, or past."""

    status = 409
    code = "time_not_free"


class AppointmentChangedError(BatonError):
    """Somebody changed the appointment meanwhile, or it stands no more."""

    status = 409
    code = "appointment_changed"
