"""Every secret that is sealed in a tenant's tables: sealed anew under the key of now, or for another name."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from allauth.mfa.models import Authenticator
from django.db.models import Model, QuerySet

from agents import idempotency, letters, second_factor, sign_on
from agents.models import IdempotentRequest, SignOn
from assistant.connector import wanted
from assistant.engines import wishes
from assistant.models import AssistantSettings, Connector
from conversations.identity import secrets as identity
from conversations.models import IdentitySettings, WebhookEndpoint
from conversations.webhooks import secrets as webhooks
from tenants import current, sealing
from tenants.models import Job
from tenants.sealing import SealBrokenError

Json = dict[str, Any]


@dataclass(frozen=True)
class Column:
    """A column that holds sealed texts, or none; `place` is what the text of the row `{id}` is bound to."""

    model: type[Model]
    field: str
    place: str


@dataclass(frozen=True)
class Resealed:
    """How many secrets there are, how many were sealed anew, and which nobody can read any more."""

    found: int = 0
    renewed: int = 0
    broken: tuple[str, ...] = ()

    def __add__(self, other: "Resealed") -> "Resealed":
        return Resealed(self.found + other.found, self.renewed + other.renewed, (*self.broken, *other.broken))


COLUMNS = (
    Column(SignOn, "client_secret", sign_on.PLACE),
    Column(IdempotentRequest, "answer", idempotency.PLACE),
    Column(AssistantSettings, "model_key", wishes.PLACE),
    Column(Connector, "secret", wanted.PLACE),
    Column(Connector, "old_secret", wanted.OLD_PLACE),
    Column(IdentitySettings, "secret", identity.SECRET),
    Column(IdentitySettings, "previous_secret", identity.PREVIOUS),
    Column(WebhookEndpoint, "secret", webhooks.PLACE),
    Column(WebhookEndpoint, "previous_secret", webhooks.OLD_PLACE),
)


def company(*, of: str = "") -> Resealed:
    """Seal anew what is not sealed under the key of now, in the tenant entered now.

    `of` is the schema for which all was sealed, where that was another. A secret that changes meanwhile is left as it
    becomes. May be stopped, and begun again.
    """
    total = Resealed()
    for column in COLUMNS:
        rows: QuerySet[Any] = QuerySet(column.model)
        for row in rows.exclude(**{column.field: ""}).only("pk", column.field).iterator():
            total += _renew(row, column.field, getattr(row, column.field), place=column.place.format(id=row.pk), of=of)
    for row in Authenticator.objects.iterator():
        total += _renew_json(row, "data", ("secret", "seed", "migrated_codes"), place=second_factor.PLACE, of=of)
    for job in Job.objects.filter(schema_name=current.schema_name(), kind=letters.RESET).iterator():
        total += _renew_json(job, "ids", ("to",), place=letters.PLACE, of=of)
    return total


def _renew(row: Model, field: str, sealed: str, *, place: str, of: str) -> Resealed:
    try:
        fresh = sealing.renewed(sealed, place=place, of=of)
    except SealBrokenError:
        return Resealed(1, 0, (_name(row, field),))
    return Resealed(1, 0 if fresh == sealed else _write(row, field, sealed, fresh))


def _renew_json(row: Model, field: str, names: tuple[str, ...], *, place: str, of: str) -> Resealed:
    """The sealed texts that lie in a JSON object under these names, singly or as a list."""
    told: Json = getattr(row, field)
    texts = [text for name in names for text in _texts(told.get(name))]
    try:
        fresh = {text: sealing.renewed(text, place=place, of=of) for text in texts}
    except SealBrokenError:
        return Resealed(len(texts), 0, (_name(row, field),))
    if all(before == after for before, after in fresh.items()):
        return Resealed(len(texts))
    changed = {**told, **{name: _replaced(told[name], fresh) for name in names if told.get(name)}}
    return Resealed(len(texts), len(texts) * _write(row, field, told, changed))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        yield from value


def _replaced(value: Any, fresh: dict[str, str]) -> Any:
    return fresh[value] if isinstance(value, str) else [fresh[one] for one in value]


def _write(row: Model, field: str, before: Any, after: Any) -> int:
    """Write it unless it changed meanwhile; gives how many rows were written."""
    same: QuerySet[Any] = QuerySet(type(row)).filter(**{"pk": row.pk, field: before})
    return same.update(**{field: after})


def _name(row: Model, field: str) -> str:
    return f"{current.schema_name()}.{row._meta.db_table}.{field} of {row.pk}"
