"""API tokens: what a program shows instead of a session. Only a digest of the secret is stored."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from agents.models import ApiToken

# What a token may be given, in the words in which an admin chooses.
SCOPES: Mapping[str, str] = {
    "conversations:read": "Read conversations and their messages",
    "customers:read": "Read customers",
    "customers:erase": "Erase customers for good",
    "knowledge:read": "Read knowledge articles",
    "knowledge:write": "Write, import and delete knowledge articles",
    "people:read": "Read the people and teams of the company",
    "settings:read": "Read the company's settings",
    "audit:read": "Read and export the audit log",
    "exports:write": "Export the company's data",
}
USE_NOTED_EVERY = timedelta(minutes=1)
LONGEST = 100  # characters of a secret that are looked at


@dataclass(frozen=True)
class Token:
    """A program that came with a token: stands where a person would as `request.user`."""

    id: str
    name: str
    scopes: frozenset[str]
    is_active: bool = True
    is_authenticated: bool = True
    is_anonymous: bool = False

    @property
    def pk(self) -> str:
        """The id, as the framework asks for it."""
        return self.id


def known(secret: str) -> Token | None:
    """The token with this secret in the tenant entered now; None when it is unknown, revoked, or too old."""
    if len(secret) > LONGEST:
        return None
    now = timezone.now()
    good = ApiToken.objects.filter(Q(expires_at__isnull=True) | Q(expires_at__gt=now), revoked_at__isnull=True)
    found = good.filter(digest=digest(secret)).first()
    if found is None:
        return None
    if found.last_used_at is None or found.last_used_at < now - USE_NOTED_EVERY:
        ApiToken.objects.filter(pk=found.pk).update(last_used_at=now)
    return Token(id=str(found.id), name=found.name, scopes=frozenset(found.scopes))


def digest(secret: str) -> str:
    """How a secret is stored; it is random enough to need no salt and no slow hash."""
    return hashlib.sha256(secret.encode(errors="replace")).hexdigest()
