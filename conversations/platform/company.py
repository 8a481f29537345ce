"""The company that runs Baton, a tenant like any other: its chat is on the public site, its people are operators."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.contrib.auth.hashers import make_password

from agents import tickets
from agents.models import Agent, Role, Team, TicketPurpose
from assistant.knowledge import articles as writing
from assistant.knowledge import store
from assistant.knowledge.articles import Draft
from assistant.models import Article
from conversations import articles as reading
from conversations.models import WidgetSettings
from conversations.platform import opening
from tenants import current, origins, pool, provisioning, slugs
from tenants.models import Tenant
from tenants.trail import audit
from tenants.trail.audit import About

SLUG, NAME = "baton", "Baton"
TAG = "about-baton"  # of the articles that come with the code
GREETING = (
    "Hello! Ask me about Baton: what it does, what it costs, how to start. A person takes over whenever you like."
)
QUICK_REPLIES = ("What is Baton?", "What does it cost?", "How do I get started?", "Talk to a person")
FOLDER = Path(__file__).parent / "articles"


@dataclass(frozen=True)
class Operator:
    """The first person of the platform's company; without a password they come in by a link."""

    name: str
    email: str
    password: str = ""


def make(operator: Operator) -> Tenant:
    """Make the platform's company, or bring its articles up to date; a second time changes nothing.

    The operator is made when the company has none; who is there stays as they are.
    """
    with provisioning.building():
        tenant = Tenant.objects.filter(is_platform=True).first() or _open()
        with current.entered(tenant):
            _make_operator(operator)
            _write_articles()
        pool.write_refill()
    with current.entered(tenant):
        store.current_index(str(tenant.schema_name))  # encoded once, so that no visitor waits for it
    return tenant


def link_for_operator(tenant: Tenant, *, origin: str) -> str:
    """An address that lets the first operator in once, within five minutes."""
    with current.entered(tenant):
        agent = Agent.objects.filter(is_operator=True, is_active=True).order_by("created_at").first()
        if agent is None:
            raise Agent.DoesNotExist("There is no active operator.")
        ticket = tickets.issue(agent, purpose=TicketPurpose.ENTRY)
    return f"{origins.first_of(tenant, seen_from=origin)}/enter/{ticket}"


@cache
def articles() -> dict[str, reading.Article]:
    """What the assistant of the public site knows, by title."""
    return {one.title: one for one in reading.read(FOLDER).values()}


def _open() -> Tenant:
    tenant = provisioning.add(SLUG, name=NAME, host=slugs.host_of(SLUG))
    tenant.is_platform = True
    tenant.save(update_fields=["is_platform"])
    with current.entered(tenant):
        opening.furnish(tenant, without=["upsell"])  # what it costs for many is in the articles
        WidgetSettings.objects.update(greeting=GREETING, quick_replies=list(QUICK_REPLIES))
    return tenant


def _make_operator(operator: Operator) -> None:
    if Agent.objects.filter(is_operator=True).exists():
        return
    made = Agent.objects.create(
        name=operator.name,
        email=operator.email.lower(),
        role=Role.OWNER,
        is_operator=True,
        languages=["en"],
        password=make_password(operator.password or None),  # without one, no password signs in
    )
    made.teams.set(Team.objects.all())
    audit.record("person.added", actor=audit.by_system(), about=About("agent", str(made.id), made.name))


def _write_articles() -> None:
    """Store what is new or changed in the articles that come with the code."""
    for stored in Article.objects.filter(tags__contains=[TAG]).exclude(title__in=articles()):
        writing.remove(stored)
    for title, one in articles().items():
        writing.merge(Draft(title, one.body, questions=one.questions, tags=(TAG, one.topic)))
