"""Asking somebody by mail to join: the link's secret is derived from the row, and only its digest is stored."""

import hashlib
from collections.abc import Sequence
from datetime import timedelta
from typing import Literal

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext

from agents import entitled, roster, seats
from agents.errors import NotPossibleError
from agents.models import Agent, Invitation, Presence, Role
from tenants import current, taken
from tenants.errors import NotFoundError, ParameterError, RateLimitedError
from tenants.trail import audit
from tenants.trail.audit import About, Actor

SALT = "baton.invitation"
State = Literal["open", "accepted", "expired", "revoked"]
GOOD_FOR = timedelta(days=7)
MOST_AN_HOUR = 100
LONGEST = 100  # characters of a link's secret that are looked at


def listed() -> QuerySet[Invitation]:
    """All invitations, the newest first."""
    return Invitation.objects.select_related("invited_by").prefetch_related("teams").order_by("-created_at", "-pk")


def pending() -> QuerySet[Invitation]:
    """Those that were neither accepted nor revoked, also when they expired; the newest first."""
    return listed().filter(accepted_at__isnull=True, revoked_at__isnull=True)


def open_now() -> QuerySet[Invitation]:
    """Those that somebody may accept now."""
    return Invitation.objects.filter(accepted_at__isnull=True, revoked_at__isnull=True, expires_at__gt=timezone.now())


def state(invitation: Invitation) -> State:
    """What became of it."""
    if invitation.accepted_at is not None:
        return "accepted"
    if invitation.revoked_at is not None:
        return "revoked"
    return "open" if invitation.expires_at > timezone.now() else "expired"


@transaction.atomic
def make(by: Agent, email: str, *, name: str, role: Role, team_ids: Sequence[str], actor: Actor) -> Invitation:
    """Invite an address; a letter must follow.

    Raises NotYoursError for a role above one's own, ParameterError when the address is here or invited already or a
    team is none, RateLimitedError after many within an hour; SeatsFullError unless a seat is left, which an invitation
    does not take yet, and SettingsLockedError.
    """
    roster.check_may_give(by, role)
    entitled.check_unlocked()
    _check_seat(role)
    found = roster.teams(list(team_ids))
    address = email.lower()
    if Agent.objects.filter(email__iexact=address).exists():
        raise ParameterError(gettext("email: somebody with this address is here already."), param="email")
    now = timezone.now()
    if Invitation.objects.filter(created_at__gt=now - timedelta(hours=1)).count() >= MOST_AN_HOUR:
        raise RateLimitedError(gettext("Many were invited within the hour. Go on a little later."), retry_after=600)
    open_for_address = Invitation.objects.filter(email=address, accepted_at__isnull=True, revoked_at__isnull=True)
    open_for_address.filter(expires_at__lte=now).update(revoked_at=now)
    made = Invitation(email=address, name=name, role=role, invited_by=by, created_at=now)
    _renew(made)
    with taken.refused_as(
        ParameterError(gettext("email: this address is invited already. Send it again instead."), param="email")
    ):
        made.save()
    made.teams.set(found)
    _record("person.invited", made, actor)
    return made


@transaction.atomic
def renew(by: Agent, invitation_id: str, *, actor: Actor) -> Invitation:
    """Let the invitation be good for a week from now, by another link; a letter must follow.

    Raises NotFoundError, NotYoursError; NotPossibleError when it was accepted or revoked.
    """
    found = _held(by, invitation_id)
    _renew(found)
    found.sent_at = None
    found.save()
    _record("invitation.sent_again", found, actor)
    return found


@transaction.atomic
def revoke(by: Agent, invitation_id: str, *, actor: Actor) -> None:
    """Nobody can accept it any more. Raises as `renew`."""
    found = _held(by, invitation_id)
    found.revoked_at = timezone.now()
    found.save(update_fields=["revoked_at"])
    _record("invitation.revoked", found, actor)


def by_token(secret: str) -> Invitation | None:
    """The open invitation with this link; None when there is none, whatever the reason."""
    return None if len(secret) > LONGEST else open_now().filter(digest=_digest(secret)).first()


@transaction.atomic
def accept(invitation: Invitation, *, name: str, password: str | None) -> Agent | None:
    """The new agent with the role and teams of the invitation, and with a usable password when one is given.

    None when somebody else accepted it, or an admin revoked it, a moment before. SeatsFullError when the last seat was
    taken meanwhile; the invitation stays open.
    """
    held = open_now().select_for_update().filter(pk=invitation.pk).first()
    if held is None or Agent.objects.filter(email__iexact=held.email).exists():
        return None
    _check_seat(Role(held.role))
    agent = Agent(name=name, email=held.email, role=held.role, presence=Presence.OFFLINE, tour_due=True)
    agent.set_password(password)
    agent.save()
    agent.teams.set(held.teams.all())
    held.accepted_at = timezone.now()
    held.save(update_fields=["accepted_at"])
    return agent


def token(invitation: Invitation) -> str:
    """The secret of the link in the letter; another one each time that the invitation is renewed.

    It stays the same when the key changes before the letter leaves.
    """
    told = f"{current.schema_name()}:{invitation.id}:{invitation.expires_at.timestamp()}"
    keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    found = [salted_hmac(SALT, told, secret=key, algorithm="sha256").hexdigest() for key in keys]
    return next((one for one in found if _digest(one) == invitation.digest), found[0])


def was_sent(invitation: Invitation) -> None:
    """The letter has left."""
    Invitation.objects.filter(pk=invitation.pk).update(sent_at=timezone.now())


def _check_seat(role: Role) -> None:
    """SeatsFullError when somebody in this role would need a seat that is not there."""
    if role != Role.VIEWER:
        seats.check_left()


def _renew(invitation: Invitation) -> None:
    invitation.expires_at = timezone.now() + GOOD_FOR
    invitation.digest = _digest(token(invitation))


def _held(by: Agent, invitation_id: str) -> Invitation:
    try:
        found = Invitation.objects.select_for_update().filter(pk=invitation_id).first()
    except ValidationError:
        found = None
    if found is None:
        raise NotFoundError(gettext("There is no such invitation here."), param="id")
    roster.check_may_give(by, Role(found.role))
    if found.accepted_at or found.revoked_at:
        raise NotPossibleError(gettext("This invitation was accepted or revoked. Invite the person anew."))
    return found


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode(errors="replace")).hexdigest()


def _record(action: str, invitation: Invitation, actor: Actor) -> None:
    about = About("invitation", str(invitation.id), invitation.email)
    audit.record(action, actor=actor, about=about, changes={"role": (None, invitation.role)})
