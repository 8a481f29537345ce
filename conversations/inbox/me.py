"""Who is signed in, as the console needs it."""

from typing import Any

from agents import people
from agents.models import Agent
from conversations import wire
from tenants import current

Json = dict[str, Any]


def me(agent: Agent) -> Json:
    """The agent with presence and teams, and the company they work for."""
    company = current.tenant()
    return {
        "id": agent.id,
        "name": agent.name,
        "email": agent.email,
        "role": agent.role,
        "presence": people.presence(agent).value,
        "teams": [wire.team(team) for team in agent.teams.all()],
        "company": {"name": company.name, "accent": company.accent},
    }
