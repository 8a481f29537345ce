"""Opens a workspace for a company that proved its address: everything in one transaction, so it happens once or not."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlencode

from django.utils import timezone
from django.utils.translation import gettext, gettext_noop

from agents import people, tickets
from agents.models import Agent, Team, TicketPurpose
from assistant.models import AssistantSettings, KnowledgeVersion
from assistant.skills import awaiting
from billing import choice
from conversations.models import WidgetSettings
from escalation import defaults, versions
from tenants import current, origins, pool, provisioning, sign_ups, slugs, speaking
from tenants.models import SignUp, Tenant
from tenants.trail import audit
from tenants.trail.audit import About, Actor
from tenants.trail.models import ActorKind

TEAM = gettext_noop("Customer care")  # which the default rules pass upset customers to
GREETING = gettext_noop("Hello! I answer questions about {company} at once, and a person takes over whenever you like.")
PRESSED_TWICE = timedelta(minutes=1)


class LinkError(Exception):
    """The link leads to no workspace: unknown, or too old."""


@dataclass(frozen=True)
class Opened:
    """Where the new owner goes: with a ticket that lets them in once, or to the sign-in."""

    workspace: str  # origin
    path: str

    @property
    def address(self) -> str:
        """The whole address."""
        return self.workspace + self.path


def open_workspace(token: str, *, origin: str, address: str | None) -> Opened:
    """Make the workspace of the sign-up, once however often and at once it is asked for. Raises LinkError.

    Who asks again within a minute is the one who pressed twice, and gets in as well; later the link only leads to the
    sign-in. `origin` is the platform's, `address` the client's.
    """
    if sign_ups.found(token) is None:
        raise LinkError  # before the owner's rights are taken on
    with provisioning.building():
        asked = sign_ups.locked(token)
        if asked is None or sign_ups.ran_out(asked):
            raise LinkError
        tenant = asked.tenant if asked.verified_at else _make(asked, address=address)
        if tenant is None:  # it was made, and is gone since
            raise LinkError
        workspace, chosen = origins.first_of(tenant, seen_from=origin), choice.read(asked.plan, asked.interval)
        if asked.verified_at is None or asked.verified_at < timezone.now() - PRESSED_TWICE:
            return Opened(workspace, f"/sign-in/?{urlencode({'next': chosen.page})}" if chosen else "/sign-in/")
        with current.entered(tenant):
            ticket = tickets.issue(Agent.objects.get(email=asked.email), purpose=TicketPurpose.ENTRY)
        return Opened(workspace, f"/enter/{ticket}?{chosen.query}" if chosen else f"/enter/{ticket}")


def furnish(tenant: Tenant, *, without: Collection[str] = ()) -> Team:
    """What a company begins with, in the tenant entered now: rules in force, a team, a greeting, no knowledge.

    Rules whose trigger is among `without` are left out.

    It is worded in the language that is spoken now. What needs records is off, for there are none: who asks for their
    money back is answered from the articles, and not asked for the number of an order. Gives the team.
    """
    team = gettext(TEAM)
    versions.publish(defaults.spoken(team=team, without=without), by="Baton")
    WidgetSettings.objects.create(greeting=gettext(GREETING).format(company=tenant.name)[:300])
    AssistantSettings.objects.get_or_create(id=1)
    KnowledgeVersion.objects.get_or_create(id=1)
    awaiting.leave_off()
    return Team.objects.create(name=team)


def _make(asked: SignUp, *, address: str | None) -> Tenant:
    slug = slugs.free(asked.company)
    tenant = provisioning.add(
        slugs.schema_of(slug), name=asked.company, host=slugs.host_of(slug), time_zone=asked.time_zone
    )
    tenant.languages = [speaking.now()]
    tenant.save(update_fields=["languages"])
    with current.entered(tenant):
        team = furnish(tenant)
        owner = people.create_owner(asked.person, asked.email, asked.password)
        owner.teams.add(team)
        actor = Actor(ActorKind.AGENT, id=str(owner.id), name=owner.name, address=address)
        audit.record("workspace.opened", actor=actor, about=About("workspace", tenant.schema_name, tenant.name))
    asked.verified_at, asked.tenant = timezone.now(), tenant
    asked.password, asked.address = "", None  # no longer needed
    asked.save(update_fields=["verified_at", "tenant", "password", "address"])
    pool.write_refill()
    return tenant
