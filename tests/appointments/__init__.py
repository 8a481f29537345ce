"""Calendars and appointments: what is offered, booked, moved, cancelled and reminded of."""
