"""The one writer of audit entries: who did what to which thing, in the transaction of the doing."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder

from tenants.trail.models import ActorKind, AuditEntry

HIDDEN = "(not shown)"
SECRET = re.compile(r"password|secret|digest|recovery_code|totp_key")
LONGEST_VALUE = 2000  # letters; what is longer is cut, the entry says that it changed and how it began

Changes = Mapping[str, tuple[Any, Any]]


@dataclass(frozen=True)
class Actor:
    """Who did it, from where, in which request; `via_…` is the token of a program that did it for them, if one did."""

    kind: ActorKind
    id: str = ""
    name: str = ""
    address: str | None = None
    request_id: str = ""
    via_id: str = ""
    via_name: str = ""


@dataclass(frozen=True)
class About:
    """The thing that it was done to."""

    kind: str
    id: str = ""
    name: str = ""


NOTHING: Changes = {}


def record(action: str, *, actor: Actor, about: About, changes: Changes = NOTHING) -> AuditEntry:
    """Write down that `actor` did `action` (dotted, past tense) to `about`, in the transaction under way.

    `changes` is {field: (before, after)}; a field whose name tells of a secret shows neither value.
    """
    return AuditEntry.objects.create(
        actor_kind=actor.kind,
        actor_id=actor.id,
        actor_name=_cut(actor.name, AuditEntry.actor_name.field.max_length),
        action=action,
        object_kind=about.kind,
        object_id=about.id,
        object_name=_cut(about.name, AuditEntry.object_name.field.max_length),
        changes={field: _shown(field, pair) for field, pair in changes.items()},
        address=actor.address,
        request_id=actor.request_id,
        via_id=actor.via_id,
        via_name=actor.via_name,
    )


def by_system(name: str = "Baton") -> Actor:
    """Baton itself: a job, a command, a retention rule."""
    return Actor(kind=ActorKind.SYSTEM, name=name)


def changed(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
    """The fields of `after` that differ from `before`, as `record` wants them."""
    return {field: (before.get(field), value) for field, value in after.items() if before.get(field) != value}


def _shown(field: str, pair: tuple[Any, Any]) -> list[Any]:
    if SECRET.search(field):
        return [HIDDEN, HIDDEN]
    plain: list[Any] = json.loads(json.dumps(list(pair), cls=DjangoJSONEncoder))
    return [_cut(value, LONGEST_VALUE) if isinstance(value, str) else value for value in plain]


def _cut(text: str, most: int | None) -> str:
    return text if most is None or len(text) <= most else text[: most - 1] + "…"
