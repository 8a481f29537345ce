"""The people of the desk, as somebody who passes a conversation on looks at them."""

from typing import Any

from agents import people
from conversations import offers

Json = dict[str, Any]


def agents() -> list[Json]:
    """Everybody who takes conversations, by name."""
    loads = offers.held()
    return [
        {
            "id": agent.id,
            "name": agent.name,
            "presence": people.presence(agent),
            "teams": [{"id": team.id, "name": team.name} for team in agent.teams.all()],
            "load": loads.get(str(agent.id), 0),
            "capacity": agent.capacity,
        }
        for agent in people.who_take_conversations().prefetch_related("teams")
    ]
