"""The tenant's connector as it is set up; its secrets are sealed at rest."""

from dataclasses import dataclass
from typing import Literal, get_args

from django.utils import timezone

from assistant.connector.exchange import Endpoint
from assistant.models import Connector
from tenants import sealing

PLACE, OLD_PLACE = "connector.secret.1", "connector.old_secret.1"
Subject = Literal["orders", "products", "tickets", "persons"]
SUBJECTS: tuple[Subject, ...] = get_args(Subject)


@dataclass(frozen=True)
class Wanted:
    """What goes through the connector, and where it is."""

    endpoint: Endpoint
    reads: frozenset[str]
    acts: frozenset[str]
    keeps: bool


def stored() -> Connector:
    """The row, or how it would be."""
    return Connector.objects.first() or Connector()


def of_tenant() -> Wanted | None:
    """The connector of the tenant entered now, when it is on; SealBrokenError when its secret cannot be read."""
    row = Connector.objects.filter(on=True).first()
    return None if row is None else of(row)


def of(row: Connector) -> Wanted:
    """The connector of this row, on or not."""
    now = timezone.now()
    keys = [sealing.unseal(row.secret, place=PLACE)] if row.secret else []
    if row.old_secret and row.old_until is not None and row.old_until > now:
        keys.append(sealing.unseal(row.old_secret, place=OLD_PLACE))
    endpoint = Endpoint(row.address, tuple(keys), float(row.seconds))
    keeps = row.keeps_until is not None and row.keeps_until > now
    return Wanted(endpoint, frozenset(row.reads), frozenset(row.acts), keeps)
