"""Is this process alive, and can the whole story be played?"""

from datetime import datetime, timedelta

from django.db import DatabaseError, connection
from django.utils import timezone

from tenants.models import Heartbeat

STALE = timedelta(seconds=30)
WORKER, SWEEPER, MESSAGES = "worker", "sweeper", "messages"
NEEDED = (WORKER, SWEEPER)


def beat(name: str, *, now: datetime | None = None) -> None:
    """Write a sign of life of the kind of process `name`."""
    Heartbeat.objects.update_or_create(name=name, defaults={"at": now or timezone.now()})


def checks() -> dict[str, str]:
    """Each part with "ok" or what is wrong with it."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        seen = dict(Heartbeat.objects.values_list("name", "at"))
    except DatabaseError:
        return {"database": "does not answer, or is not migrated"}
    oldest = timezone.now() - STALE
    return {
        "database": "ok",
        **{name: "ok" if seen.get(name, oldest) > oldest else "no sign of life" for name in NEEDED},
    }
