"""The tenant's calendars: what is offered, and the one writer of appointments."""
