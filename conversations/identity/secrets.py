"""The secret by which the company's own server signs who a customer is: made here, shown once, kept sealed."""

import secrets as random
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext

from conversations.models import Customer, IdentitySettings, Proof, ProvenHow
from tenants import sealing
from tenants.errors import BatonError
from tenants.trail import audit
from tenants.trail.audit import About, Actor

Json = dict[str, Any]
SECRET, PREVIOUS = "conversations.identity.secret", "conversations.identity.previous_secret"
PREFIX = "idsec_"
STAYS = timedelta(days=7)  # that the old secret still counts, so that nobody is shut out while it is changed
USED_EVERY = timedelta(minutes=5)
ABOUT = About("identity", name="Signed identity")


class NoSecretError(BatonError):
    """Identity cannot be enforced before there is a secret."""

    status = 409
    code = "identity_has_no_secret"


def stored() -> IdentitySettings:
    """The settings, as they are without a row too. One query."""
    return IdentitySettings.objects.first() or IdentitySettings()


def enforced() -> bool:
    """Whether customers with an identity must show it again once it ran out."""
    return stored().enforce


def good_now(settings: IdentitySettings) -> list[str]:
    """The secrets that count, the newest first."""
    found = [sealing.unseal(settings.secret, place=SECRET)] if settings.secret else []
    if settings.previous_secret and settings.previous_until and settings.previous_until > timezone.now():
        found.append(sealing.unseal(settings.previous_secret, place=PREVIOUS))
    return found


@transaction.atomic
def rotate(*, keep_old: bool, actor: Actor) -> str:
    """A new secret, told this once; the old one counts for another week.

    Unless it is not to be kept, as when somebody else has it: then all that it ever signed is over at once too.
    """
    settings, now = _locked(), timezone.now()
    made = PREFIX + random.token_urlsafe(32)
    old = sealing.unseal(settings.secret, place=SECRET) if settings.secret and keep_old else ""
    settings.previous_secret = sealing.seal(old, place=PREVIOUS) if old else ""
    settings.previous_until = now + STAYS if old else None
    first = not settings.secret
    settings.secret, settings.made_at = sealing.seal(made, place=SECRET), now
    settings.save()
    if not keep_old:
        Proof.objects.filter(how=ProvenHow.IDENTITY).delete()
        Customer.objects.exclude(external_id="").update(generation=F("generation") + 1)
    changes: audit.Changes = {"identity_secret": (None, None)}  # told to have changed, never shown
    action = "identity.secret_made" if first else "identity.secret_rotated"
    audit.record(action, actor=actor, about=ABOUT, changes=changes)
    return made


@transaction.atomic
def end_old(*, actor: Actor) -> None:
    """The secret before this one counts no more."""
    settings = _locked()
    if settings.previous_secret:
        settings.previous_secret, settings.previous_until = "", None
        settings.save()
        audit.record("identity.old_secret_ended", actor=actor, about=ABOUT)


@transaction.atomic
def enforce(*, on: bool, actor: Actor) -> None:
    """Enforce the signature or not; NoSecretError when there is none that anybody could use."""
    settings = _locked()
    if on and not settings.secret:
        raise NoSecretError(gettext("Make a secret first; without one nobody could show who they are."))
    if settings.enforce != on:
        changes = audit.changed({"enforce": settings.enforce}, {"enforce": on})
        settings.enforce = on
        settings.save(update_fields=["enforce"])
        audit.record("identity.changed", actor=actor, about=ABOUT, changes=changes)


def note_use(settings: IdentitySettings) -> None:
    """Keep that a signature was good just now, every few minutes at most."""
    now: datetime = timezone.now()
    if settings.last_used_at is None or settings.last_used_at < now - USED_EVERY:
        IdentitySettings.objects.update(last_used_at=now)


def _locked() -> IdentitySettings:
    IdentitySettings.objects.get_or_create(id=1)
    return IdentitySettings.objects.select_for_update().get()
