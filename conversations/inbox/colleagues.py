"""The people of the desk, as somebody who passes a conversation on looks at them."""

from typing_extensions import TypedDict

from agents import people
from agents.models import Presence
from conversations import offers, wire


class DeskColleague(TypedDict):
    """An agent as somebody to pass a conversation to."""

    id: str
    name: str
    presence: Presence
    teams: list[wire.Named]
    load: int
    """Conversations in their hands."""
    capacity: int


def agents() -> list[DeskColleague]:
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
