"""Lets a tenant use the service."""

from collections.abc import Sequence

from django.conf import LazySettings

from assistant.connector.wanted import PLACE, SUBJECTS
from assistant.models import Connector
from tenants import sealing
from tests.connector_server.serving import Service


def use(
    service: Service, settings: LazySettings, *, reads: Sequence[str] = SUBJECTS, acts: Sequence[str] = ()
) -> Connector:
    """Let the tenant entered now take these records from the service, and give it these kinds of act."""
    settings.BATON_ALLOW_LOOPBACK = True
    fields = {
        "on": True,
        "address": service.address,
        "secret": sealing.seal(service.key, place=PLACE),
        "reads": list(reads),
        "acts": list(acts),
        "seconds": 1,
    }
    return Connector.objects.update_or_create(id=1, defaults=fields)[0]
