"""Removals that the matrix must notice: each takes one guard out of the product, for the length of a block."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from django.core import signing

from agents.models import Agent, BrowserSession
from conversations.models import Customer
from conversations.widget import visitors
from tenants.models import DomainClaim
from tests.isolation import matrix, table
from tests.isolation.matrix import Wrong
from tests.isolation.playing import Player
from tests.isolation.stage import Company


@dataclass(frozen=True)
class Removal:
    """What stands in the place of a guard, `module:name` or `module:Class.name`, and the question that it is put to."""

    guard: str
    instead: Callable[..., Any]
    question: Callable[[Player, Company], Wrong]


def _end_anybodys(_agent: Agent, public_id: str) -> BrowserSession | None:
    found = BrowserSession.objects.filter(public_id=public_id).first()
    if found is not None:
        found.delete()
    return found


def _known_from_anywhere(text: str | None) -> Customer | None:
    try:
        claims = signing.loads(text or "", salt=visitors.SALT)
    except signing.BadSignature:
        return None
    return Customer(id=claims["customer"], language=claims["language"])


REMOVALS = {
    "a permission check": Removal(
        "agents.permissions:HasRight.has_permission",
        lambda _self, request, _view: isinstance(request.user, Agent),
        lambda player, theirs: matrix.by_role(player, theirs, table.people(), "viewer"),
    ),
    "the tenant in the look-up of a domain": Removal(
        "conversations.settings.domains:access_claim",
        lambda claim_id: DomainClaim.objects.get(pk=claim_id),
        lambda player, theirs: matrix.with_foreign_things(player, theirs, table.company()),
    ),
    "the tenant in a visitor's token": Removal(
        "conversations.widget.visitors:known",
        _known_from_anywhere,
        lambda player, theirs: matrix.with_foreign_proof(player, theirs, table.widget()),
    ),
    "whose session it is that ends": Removal(
        "agents.sessions:end",
        _end_anybodys,
        lambda player, _theirs: matrix.with_somebody_elses(player, table.account()),
    ),
    "the scope of a token": Removal(
        "agents.permissions:_check_scope",
        lambda *_asked, **_by: None,
        lambda player, _theirs: matrix.by_token(player, table.company()),
    ),
    "the operators' door": Removal(
        "config.operators.doors:is_operator",
        lambda request: isinstance(request.user, Agent),
        lambda player, theirs: matrix.by_role(player, theirs, table.operators(), "owner"),
    ),
}


@contextmanager
def removed(removal: Removal) -> Iterator[None]:
    """Be without the guard."""
    with replaced(removal.guard, removal.instead):
        yield


@contextmanager
def replaced(target: str, other: Any) -> Iterator[None]:
    """Let what `module:name` or `module:Class.name` names be something else."""
    module, path = target.split(":")
    owner: Any = import_module(module)
    *classes, name = path.split(".")
    for part in classes:
        owner = getattr(owner, part)
    before = owner.__dict__[name]
    setattr(owner, name, other)
    try:
        yield
    finally:
        setattr(owner, name, before)
