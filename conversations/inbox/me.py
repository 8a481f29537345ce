"""Who is signed in, as the console needs it."""

from typing import Any

from agents import dispatching, people
from agents.models import Agent
from agents.permissions import rights_of
from conversations import wire
from conversations.inbox import plan
from tenants import branding, current, hosts

Json = dict[str, Any]


def me(agent: Agent) -> Json:
    """The agent with presence and teams, the company they work for, and its plan."""
    company = current.tenant()
    return {
        "id": agent.id,
        "name": agent.name,
        "email": agent.email,
        "role": agent.role,
        "presence": people.presence(agent).value,
        "presence_by_hand": agent.presence_by_hand,
        "idle_seconds": int(dispatching.of_company().idle.total_seconds()),
        "teams": [wire.team(team) for team in agent.teams.all()],
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
        **plan.shown(agent),
    }
