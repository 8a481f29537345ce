"""Who is signed in, as the console needs it."""

from typing_extensions import TypedDict

from agents import dispatching, people, shifts
from agents.models import Agent, Presence, Role
from agents.permissions import Right, rights_of
from conversations import wire
from conversations.inbox import plan
from conversations.translating import speaking
from tenants import branding, current, hosts


class MyCompany(TypedDict):
    """The company that somebody works for."""

    name: str
    accent: str


class MyWorkspace(TypedDict):
    """The workspace of the company."""

    name: str
    host: str
    logo_url: str | None
    accent: str
    requires_totp: bool
    """Owners and admins need a second factor."""
    closing_at: str | None


class Me(TypedDict):
    """Who is signed in."""

    id: str
    name: str
    email: str
    role: Role
    language: str
    """Of the console; empty where it is the browser's."""
    tour_due: bool
    """The tour of the console was neither gone through nor skipped yet."""
    speaks: list[str]
    """Languages for customers, at least one."""
    reads: str
    """The language that customers' words are translated into."""
    presence: Presence
    presence_by_hand: bool
    """Then it does not come back by itself."""
    on_shift: bool
    """Outside of their shift they are offered only what nobody else can take."""
    idle_seconds: int
    """Without input until they count as away."""
    teams: list[wire.Named]
    company: MyCompany
    rights: list[Right]
    is_operator: bool
    """Sees the operators' pages of the platform."""
    workspace: MyWorkspace
    plan: plan.MyPlan
    billing_notice: plan.MyBillingNotice | None
    """Only for who sees the billing page."""


def me(agent: Agent) -> Me:
    """The agent with presence and teams, the company they work for, and its plan."""
    company, stands = current.tenant(), plan.shown(agent)
    return {
        "id": agent.id,
        "name": agent.name,
        "email": agent.email,
        "role": Role(agent.role),
        "language": agent.language,
        "tour_due": agent.tour_due,
        "speaks": speaking.spoken(agent),
        "reads": speaking.read_by(agent),
        "presence": people.presence(agent),
        "presence_by_hand": agent.presence_by_hand,
        "on_shift": shifts.works_now(agent),
        "idle_seconds": int(dispatching.of_company().idle.total_seconds()),
        "teams": [{"id": team.id, "name": team.name} for team in agent.teams.all()],
        "company": {"name": company.name, "accent": company.accent},
        "rights": sorted(rights_of(agent)),
        "is_operator": agent.is_operator,
        "workspace": {
            "name": company.name,
            "host": hosts.primary(company),
            "logo_url": branding.logo_path(company),
            "accent": company.accent,
            "requires_totp": company.requires_totp,
            "closing_at": wire.stamp(company.closing_at) if company.closing_at else None,
        },
        "plan": stands["plan"],
        "billing_notice": stands["billing_notice"],
    }
