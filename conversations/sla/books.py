"""The company's policies with the hours that they count in; kept in each process under the version that a row names."""

import time
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from agents import entitled, timetable
from agents.models import Team
from billing.plans import Feature
from conversations.models import SlaBook, SlaHours, SlaPolicy
from conversations.sla.worktime import AROUND_THE_CLOCK, Worktime
from tenants import current, jobs

RECOUNT = "sla_recount"  # the kind of the job that sets all clocks by new policies
MOST_KEPT = 500
KEPT_SECONDS = 6 * 3600.0  # the days that a worktime knows move on
MINUTE = 60


@dataclass(frozen=True)
class Policy:
    """What is promised, in seconds of the time that counts; None where nothing is."""

    id: str
    first_reply: int | None
    next_reply: int | None
    resolution: int | None
    worktime: Worktime


@dataclass(frozen=True)
class Book:
    """All policies by team and priority; None and "" stand for all."""

    policies: Mapping[tuple[str | None, str], SlaPolicy]
    worktimes: Mapping[str | None, Worktime]

    def policy(self, team_id: str | None, priority: str) -> Policy | None:
        """The most exact one for a conversation of this team and priority: the team counts for more."""
        for key in ((team_id, priority), (team_id, ""), (None, priority), (None, "")):
            if key in self.policies:
                return self._of(self.policies[key], team_id)
        return None

    def _of(self, row: SlaPolicy, team_id: str | None) -> Policy:
        by_team = self.worktimes.get(team_id, self.worktimes[None])
        return Policy(
            id=str(row.id),
            first_reply=_seconds(row.first_reply),
            next_reply=_seconds(row.next_reply),
            resolution=_seconds(row.resolution),
            worktime=AROUND_THE_CLOCK if row.hours == SlaHours.ALWAYS else by_team,
        )


_kept: dict[tuple[str, UUID], tuple[float, Book]] = {}


def known(schema: str, version: UUID) -> Book | None:
    """The book of this version if this process has it; asks the database nothing."""
    kept = _kept.get((schema, version))
    return kept[1] if kept is not None and time.monotonic() - kept[0] < KEPT_SECONDS else None


def of(version: UUID) -> Book:
    """The book of this version, of the tenant entered now. Three queries where the process does not have it yet."""
    schema = current.schema_name()
    found = known(schema, version)
    if found is None:
        found = load()
        _kept[schema, version] = (time.monotonic(), found)
        if len(_kept) > MOST_KEPT:
            _kept.pop(next(iter(_kept)))
    return found


def load() -> Book:
    """The book as the database has it now."""
    policies = {(_id(row.team_id), row.priority): row for row in SlaPolicy.objects.all()}
    return Book(policies, worktimes())


def worktimes() -> Mapping[str | None, Worktime]:
    """When each team is at work, by its id, and under None when anybody is."""
    names = dict(Team.objects.values_list("id", "name"))
    weeks, today = timetable.of_company().teams, timezone.now().date()
    if not weeks:
        return {None: AROUND_THE_CLOCK}
    return {
        None: Worktime.of(weeks.values(), today),
        **{str(key): Worktime.of([weeks[name]], today) for key, name in names.items() if name in weeks},
    }


@transaction.atomic
def renew() -> None:
    """The policies, or the hours that they count in, are others now: every process reads them anew.

    To be called in the transaction of the change. All clocks that run are set by them soon. While the plan has no
    promises the policies stay, and no clock runs by them.
    """
    if SlaPolicy.objects.exists() and entitled.has(Feature.SLA):
        SlaBook.objects.update_or_create(pk=1, defaults={"version": uuid.uuid4()})
    elif not SlaBook.objects.all().delete()[0]:
        return
    jobs.write(RECOUNT, {"after": ""}, key=RECOUNT)


def follow() -> None:
    """Let clocks run while the plan has promises, and rest while it has none. Two queries where nothing changed."""
    if SlaBook.objects.exists() != (SlaPolicy.objects.exists() and entitled.has(Feature.SLA)):
        renew()


def _seconds(minutes: int | None) -> int | None:
    return None if minutes is None else minutes * MINUTE


def _id(key: object) -> str | None:
    return None if key is None else str(key)
