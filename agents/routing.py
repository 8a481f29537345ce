"""Who should take a conversation: a pure choice among the people of a team."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Need:
    """What the conversation asks for: a team (None: any) and the customer's language."""

    team_id: str | None
    language: str


@dataclass(frozen=True)
class Candidate:
    """An agent as routing sees one; `load` counts the conversations held now."""

    agent_id: str
    team_ids: frozenset[str]
    languages: frozenset[str]
    online: bool
    load: int
    capacity: int
    idle_since: datetime


@dataclass(frozen=True)
class Choice:
    """The agent to offer it to, or None when nobody can take it now, and the reason in words."""

    agent_id: str | None
    why: str


def choose(need: Need, candidates: Sequence[Candidate]) -> Choice:
    """The least loaded of those able, online and under capacity; of equals the longest idle.

    Who speaks the customer's language comes before who does not; nobody is refused for the language alone, because a
    person who answers in a second language beats nobody.
    """
    able = [c for c in candidates if need.team_id is None or need.team_id in c.team_ids]
    if not able:
        return Choice(None, "nobody is in the team")
    online = [c for c in able if c.online]
    if not online:
        return Choice(None, f"none of {len(able)} in the team is online")
    free = [c for c in online if c.load < c.capacity]
    if not free:
        return Choice(None, f"all {len(online)} online are at capacity")
    best = min(free, key=lambda c: (need.language not in c.languages, c.load, c.idle_since, c.agent_id))
    return Choice(best.agent_id, f"least loaded ({best.load} of {best.capacity}) of {len(free)} free")
