"""When those who wait are told anew: as soon as the line moved, and every now and then while somebody stands in it."""

from datetime import datetime

from agents.models import Team
from tenants import jobs

MOVED, LATER = "queue_moved", "queue_later"
WHOLE_DESK = "desk"  # stands for no team


def expect(team: Team | None) -> None:
    """Tell them soon; several moves at once are told as one."""
    _write(MOVED, team, None)


def expect_later(team: Team | None, at: datetime) -> None:
    """Tell them then, if the line did not move before."""
    _write(LATER, team, at)


def team_of(ids: jobs.Ids) -> Team | None:
    """The team that the job is about; Team.DoesNotExist when it is gone."""
    named = str(ids["team_id"])
    return None if named == WHOLE_DESK else Team.objects.get(pk=named)


def _write(kind: str, team: Team | None, at: datetime | None) -> None:
    named = WHOLE_DESK if team is None else str(team.id)
    jobs.write(kind, {"team_id": named}, key=named, run_at=at)
