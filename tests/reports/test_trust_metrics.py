"""Each metric of trust, from a few episodes by hand; the expected figure is worked out in each docstring."""

from datetime import timedelta
from typing import Any

import pytest

from conversations.models import EndedBy, Episode
from tenants.models import Tenant
from tests.reports.asked import A_DAY, MAY, figure, of_may, value
from tests.reports.stretches import HOUR, episode

pytestmark = pytest.mark.usefixtures("in_acme")
ENDED = MAY + HOUR
PEOPLE: dict[str, Any] = {"part": "agent"}


def test_resolution_quality() -> None:
    """Six ended. One was opened again after 2 days, one customer came again, one got no answer: 3 of 6 stayed solved.

    One that was opened again after 9 days did stay solved for a week. The merged one and the open one do not count.
    """
    episode(MAY)
    episode(MAY, part="both")
    episode(MAY, reopened_at=ENDED + 9 * A_DAY)
    episode(MAY, reopened_at=ENDED + 2 * A_DAY)
    episode(MAY, repeat_at=ENDED + A_DAY)
    episode(MAY, part="nobody")
    episode(MAY, ended_by=EndedBy.MERGED)
    episode(MAY, lasted=None)
    assert value("resolution_quality") == (0.5, 6)


def test_what_ended_less_than_a_week_ago_waits() -> None:
    """Asked 7 days after the first ended, an hour before that of the second: only the first counts."""
    episode(MAY)
    episode(MAY + HOUR, repeat_at=MAY + 3 * HOUR)
    asked = of_may(now=ENDED + 7 * A_DAY)
    assert value("resolution_quality", asked) == (1.0, 1)
    assert value("repeat_contact", asked) == (0.0, 1)
    assert value("resolution_quality") == (0.5, 2)


def test_repeat_contact() -> None:
    """Of four that ended, one customer came again on the topic; one that was opened again is no repeat: 1 of 4."""
    episode(MAY, repeat_at=ENDED + A_DAY)
    episode(MAY, reopened_at=ENDED + A_DAY)
    episode(MAY)
    episode(MAY)
    assert value("repeat_contact") == (0.25, 4)


def test_reopened_and_the_second_part_counts_by_itself() -> None:
    """A conversation was opened again after an hour, and then stayed solved: two episodes ended, 1 of 2 was reopened.

    So one half stayed solved.
    """
    episode(MAY, reopened_at=ENDED + HOUR)
    episode(ENDED + HOUR, number=2)
    assert value("reopened") == (0.5, 2)
    assert value("resolution_quality") == (0.5, 2)
    assert value("volume") == (2.0, 2)


def test_satisfaction_by_who_held_it() -> None:
    """Ratings 5, 4, 2 of the assistant and 3, 5 of people: 3 of 5 are 4 or more; 2 of 3; 1 of 2. One did not rate."""
    for stars, holder in ((5, "assistant"), (4, "assistant"), (2, "assistant"), (3, "agent"), (5, "agent")):
        episode(MAY, surveyed=True, satisfaction=stars, rated_holder=holder)
    episode(MAY, surveyed=True)
    assert value("csat") == (0.6, 5)
    assert value("csat_assistant") == (0.6667, 3)
    assert value("csat_agent") == (0.5, 2)


def test_effort_rating_and_response_rate() -> None:
    """Asked four times; answered with 5, 2 and 4: the mean is 11 / 3, three of four answered. One was never asked."""
    for ease in (5, 2, 4):
        episode(MAY, surveyed=True, effort=ease)
    episode(MAY, surveyed=True)
    episode(MAY)
    assert value("effort_rating") == (3.6667, 3)
    assert value("survey_response") == (0.75, 4)


def test_effort_score() -> None:
    """3 turns, 1 asked again, 2 said again, 1 passed on are 7 points; 2 turns are 2 points: 4.5 on average."""
    episode(MAY, customer_turns=3, reasks=1, repeats=2, transfers=1)
    episode(MAY, customer_turns=2)
    assert value("effort_score") == (4.5, 2)


def test_turns_and_being_asked_again() -> None:
    """4, 1 and 1 turns: 2 on average. Asked again twice, never, once: 1 on average."""
    for turns, reasks in ((4, 2), (1, 0), (1, 1)):
        episode(MAY, customer_turns=turns, reasks=reasks)
    assert value("customer_turns") == (2.0, 3)
    assert value("reasks") == (1.0, 3)


def test_repeats_after_handover() -> None:
    """Three handovers were answered by people, after one of them the customer said two things again: 1 of 3.

    A handover that nobody answered, and a conversation without one, do not count.
    """
    for again in (2, 0, 0):
        episode(MAY, handovers=1, repeats=again, **PEOPLE)
    episode(MAY, handovers=1)
    episode(MAY)
    assert value("repeats_after_handover") == (0.3333, 3)


def test_transfers_count_where_people_had_a_part() -> None:
    """Passed on twice, never, once, never with people: 3 / 4. That of the assistant alone does not count."""
    for times, part in ((2, "agent"), (0, "both"), (1, "both"), (0, "agent")):
        episode(MAY, transfers=times, part=part)
    episode(MAY)
    assert value("transfers") == (0.75, 4)


def test_time_to_a_person_when_one_was_needed() -> None:
    """Waits of 60, 600 and 120 s: the middle one is 120 s. 5 s of a needless handover count not, nor who still waits.

    The seconds of the assistant before, an hour each, are no part of it.
    """
    for seconds in (60, 600, 120):
        episode(MAY, person_wait=seconds, handovers=1, assistant_seconds=3600, needless=False, **PEOPLE)
    episode(MAY, person_wait=5, handovers=1, needless=True, **PEOPLE)
    episode(MAY, lasted=None, handovers=1, part="nobody")
    assert value("time_to_person") == (120.0, 3)


def test_missed_escalations_are_weighted() -> None:
    """Reviewed: a miss that stands for 10, and three right ones that stand for 10, 30 and 50: 10 of 100, from 4."""
    for weight, missed in ((10.0, True), (10.0, False), (30.0, False), (50.0, False)):
        episode(MAY, missed=missed, review_weight=weight)
    episode(MAY)
    assert value("missed_escalations") == (0.1, 4)


def test_needless_escalations() -> None:
    """Four labelled handovers, one of them as not needed; a fifth without a label does not count: 1 of 4."""
    for needless in (True, False, False, False, None):
        episode(MAY, handovers=1, needless=needless, **PEOPLE)
    assert value("needless_escalations") == (0.25, 4)


def test_mood_change() -> None:
    """From -0.5 to 0.5 is +1; from 0.2 to 0.0 is -0.2: 0.4 on average. Who wrote once has no end: not counted."""
    episode(MAY, mood_start=-0.5, mood_end=0.5)
    episode(MAY, mood_start=0.2, mood_end=0.0)
    episode(MAY, mood_start=-0.9)
    assert value("mood_change") == (0.4, 2)


def test_churn_risk_and_saves() -> None:
    """Risks of 0.9, 0.5, 0.2 and 0.49: two of four are at risk. One of the two ended well."""
    for risk, saved in ((0.9, True), (0.5, False), (0.2, None), (0.49, None), (None, None)):
        episode(MAY, churn=risk, saved=saved)
    assert value("churn_risk") == (0.5, 4)
    assert value("saves") == (0.5, 2)


def test_promises_kept() -> None:
    """Two kept and one broken in one conversation, one kept in another: 3 of 4. One that is still open is neither."""
    episode(MAY, promises=3, promises_kept=2, promises_broken=1)
    episode(MAY, promises=2, promises_kept=1)
    episode(MAY, promises=1)
    assert value("promises_kept") == (0.75, 4)


@pytest.mark.parametrize("key", ["csat", "effort_rating", "time_to_person", "saves", "promises_kept", "mood_change"])
def test_what_nobody_knows_is_no_figure(key: str) -> None:
    episode(MAY)
    assert figure(key) is None


def test_an_episode_counts_on_the_day_on_which_it_ended_in_the_company_s_zone(in_acme: Tenant) -> None:
    """Ended on 31 May at 21:59 and 22:01 in UTC, which is 23:59 on that day and 0:01 on 1 June in Berlin."""
    midnight = MAY.replace(day=31, hour=22, minute=0)
    for minutes in (-1, 1):
        ended = midnight + timedelta(minutes=minutes)
        episode(ended - HOUR, satisfaction=5, rated_holder="agent")
    assert value("csat") == (1.0, 1)
    assert Episode.objects.count() == 2
