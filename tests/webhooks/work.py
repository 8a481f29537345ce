"""What workers do for webhooks, at once, and time that passes by moving the rows."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import psycopg
from django.utils import timezone

from conversations import tasks
from conversations.models import WebhookDelivery, WebhookDeliveryState, WebhookEndpoint, WebhookEvent
from conversations.webhooks import delivering, events, planning
from conversations.webhooks.planning import OPEN
from tenants import current, jobs
from tenants.jobs import Lane
from tenants.models import Job

OUT = Lane((events.FAN_OUT, planning.QUICK, planning.SLOW), only=True)


def happens(type: str = "customer.erased", *, many: int = 1) -> list[WebhookEvent]:  # noqa: A002  as the standard has it
    """So many events of a type."""
    return [events.publish(type, {"customer_id": f"cus_{number}"}) for number in range(many)]


def deliver() -> None:
    """Do all that is due."""
    while jobs.run_next(tasks.work, OUT):
        pass


def later() -> None:
    """All that waits is due now, and no endpoint rests any more."""
    past = timezone.now() - timedelta(seconds=1)
    WebhookDelivery.objects.filter(state__in=OPEN).update(next_at=past)
    WebhookEndpoint.objects.update(rests_until=None)
    Job.objects.filter(kind__in=OUT.kinds).update(run_at=past)


def check_i11(endpoint: WebhookEndpoint, got: list[str]) -> None:
    """Each event was delivered and came, is dead and visible, or is due with a job that looks after it."""
    for delivery in endpoint.deliveries.all():
        match delivery.state:
            case WebhookDeliveryState.DELIVERED:
                assert str(delivery.event_id) in got
            case WebhookDeliveryState.DEAD:
                assert delivery.last_problem
            case _:
                looked_after = Job.objects.filter(kind__in=OUT.kinds, key=str(endpoint.id))
                assert looked_after.exists(), delivery.log
    assert {str(one) for one in endpoint.deliveries.values_list("event_id", flat=True)} == {
        str(one) for one in WebhookEvent.objects.values_list("id", flat=True)
    }


@contextmanager
def somebody_at(endpoint: WebhookEndpoint) -> Iterator[None]:
    """Another worker has the endpoint during the block."""
    place = current.connection.settings_dict
    address = {"host": place["HOST"], "port": place["PORT"], "user": place["USER"], "password": place["PASSWORD"]}
    with psycopg.connect(dbname=place["NAME"], **address) as other:
        other.execute(delivering.LOCK, [current.lock_key(f"webhook {endpoint.id}")])
        yield
