"""Waits of before, as a team's past holds them."""

from datetime import timedelta

from django.utils import timezone

from agents.models import Team
from conversations.models import Conversation, Ended, WaitPromise
from conversations.waiting import team_times
from tests import cast


def history(team: Team | None, count: int, *, told: tuple[int, int] | None = None) -> list[WaitPromise]:
    """So many waits at place 1 of a team with the seats that it has now, each taken after up to ten minutes."""
    now = timezone.now()
    crew = team_times.crew(team, team_times.everybody())
    talk = Conversation.objects.create(customer=cast.customer("past"), due_at=now)
    low, high = told or (None, None)
    return WaitPromise.objects.bulk_create(
        WaitPromise(
            conversation=talk,
            team=team,
            epoch=10_000 + number + WaitPromise.objects.count(),
            told_at=now - timedelta(hours=number + 1),
            place=1,
            at_work=crew.at_work,
            seats=crew.seats,
            free=crew.free,
            hour=team_times.of(team, now).hour_of_week(now),
            low=low,
            high=high,
            ended=Ended.TAKEN,
            ended_at=now - timedelta(hours=number + 1) + timedelta(seconds=6 * number),
            waited=6.0 * number,
        )
        for number in range(count)
    )
