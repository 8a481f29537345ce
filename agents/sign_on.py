"""The company's own OpenID Connect provider: its settings, and whom it brings."""

from dataclasses import dataclass
from typing import Any

from allauth.socialaccount.models import SocialAccount
from django.db import transaction
from django.utils import timezone

from agents import entitled
from agents.models import Agent, Role, SignOn
from billing.plans import Feature
from tenants import sealing
from tenants.trail import audit
from tenants.trail.audit import About, Actor

PROVIDER = "company"  # the name of the one provider in allauth's tables
PLACE = "agents_signon.client_secret.1"
SHOWN = ("issuer", "client_id", "only")  # in the audit log


@dataclass(frozen=True)
class Brought:
    """Somebody the provider vouches for."""

    subject: str
    email: str
    name: str
    email_verified: bool


def provider() -> SignOn | None:
    """The provider of the company entered now, if it has one."""
    return SignOn.objects.first()


def in_use() -> SignOn | None:
    """The provider by which people may sign in now: none where the plan has no single sign-on."""
    found = provider()
    return found if found is not None and entitled.has(Feature.SSO) else None


def password_is_enough(agent: Agent, provider: SignOn | None) -> bool:
    """Whether the agent may sign in with a password; owners always may, should the provider be away."""
    return provider is None or not provider.only or agent.role == Role.OWNER


def secret_of(row: SignOn) -> str:
    """What we prove ourselves with at the provider."""
    return sealing.unseal(row.client_secret, place=PLACE)


@transaction.atomic
def save(row: SignOn, *, secret: str | None, actor: Actor) -> None:
    """Store the settings, the secret only when there is a new one; with another issuer its people are forgotten."""
    before = provider()
    if before is not None and before.issuer != row.issuer:
        forget_people()
    if secret is not None:
        row.client_secret = sealing.seal(secret, place=PLACE)
    elif before is not None:
        row.client_secret = before.client_secret
    if before is not None:
        row.paused_at = before.paused_at
    row.save(force_update=before is not None)
    was = {field: getattr(before, field) for field in SHOWN} if before is not None else {}
    changes = audit.changed(was, {field: getattr(row, field) for field in SHOWN})
    audit.record("sign_on.changed", actor=actor, about=About("sign_on", "1", row.issuer), changes=changes)


@transaction.atomic
def remove(*, actor: Actor) -> None:
    """The company has no provider any more."""
    before = provider()
    if before is not None:
        before.delete()
        forget_people()
        audit.record("sign_on.removed", actor=actor, about=About("sign_on", "1", before.issuer))


def forget_people() -> None:
    """Nobody is known by the provider's name for them any more."""
    SocialAccount.objects.filter(provider=PROVIDER).delete()


@transaction.atomic
def known(brought: Brought) -> Agent | None:
    """The agent whom the provider names, switched off or not; by its own name for them, else once by the address.

    An address counts unless the provider says that nobody proved it.
    """
    linked: Any = SocialAccount.objects.select_related("user").filter(provider=PROVIDER, uid=brought.subject).first()
    if linked is not None:
        return linked.user if isinstance(linked.user, Agent) else None
    if not brought.email_verified:
        return None
    agent = Agent.objects.select_for_update().filter(email__iexact=brought.email).first()
    if agent is None or SocialAccount.objects.filter(provider=PROVIDER, user=agent).exists():
        return None
    link(agent, brought)
    return agent


def link(agent: Agent, brought: Brought) -> None:
    """From now on the provider's name for them leads to the agent, whatever the address."""
    SocialAccount.objects.create(user=agent, provider=PROVIDER, uid=brought.subject, last_login=timezone.now())
