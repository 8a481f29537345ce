"""Each metric of volume, from a few episodes by hand; the expected figure is worked out in each docstring."""

import pytest

from conversations.insights.measures import Rates
from conversations.models import EndedBy
from tests.reports.asked import A_DAY, MAY, figure, of_may, value
from tests.reports.stretches import HOUR, episode

pytestmark = pytest.mark.usefixtures("in_acme")


def test_volume() -> None:
    """Three began in May, one of them is still open; one that was merged away and one of April do not count."""
    episode(MAY)
    episode(MAY + A_DAY, lasted=40 * A_DAY)
    episode(MAY, lasted=None)
    episode(MAY, ended_by=EndedBy.MERGED)
    episode(MAY - 10 * A_DAY, lasted=20 * A_DAY)
    assert value("volume") == (3.0, 3)


def test_none_is_a_number() -> None:
    assert value("volume") == (0.0, 0)
    assert figure("model_tokens") is None


def test_backlog_at_the_end_of_the_period() -> None:
    """At the end of May: one of April that goes on, and one that ends in June. What ended in May is over."""
    episode(MAY - 10 * A_DAY, lasted=None)
    episode(MAY, lasted=40 * A_DAY)
    episode(MAY)
    episode(MAY + 40 * A_DAY, lasted=None)
    assert value("backlog") == (2.0, 2)
    assert value("backlog", of_may(now=MAY + HOUR / 2)) == (3.0, 3), "now, while all three are open"


def test_first_replies_are_medians_and_never_mix() -> None:
    """By anybody 2, 4 and 90 s: 4. By the assistant 2 and 4: 3. By people 90 and 600: 345."""
    episode(MAY, first_reply=2, assistant_first_reply=2)
    episode(MAY, first_reply=4, assistant_first_reply=4, person_first_reply=600, part="both")
    episode(MAY, first_reply=90, person_first_reply=90, part="agent")
    assert value("first_reply") == (4.0, 3)
    assert value("first_reply_assistant") == (3.0, 2)
    assert value("first_reply_agent") == (345.0, 2)


def test_handle_time_is_of_people_alone() -> None:
    """People worked 60, 120 and 600 s: 120. The assistant's hours count nowhere, nor what it had alone."""
    for seconds in (60, 120, 600):
        episode(MAY, part="both", handle_seconds=seconds, assistant_seconds=9000)
    episode(MAY, assistant_seconds=5000)
    assert value("handle_time") == (120.0, 3)


def test_clocks_kept() -> None:
    """Three clocks in time and one late in two conversations: 3 of 4."""
    episode(MAY, sla_met=2, sla_missed=1)
    episode(MAY, sla_met=1)
    episode(MAY)
    assert value("sla_met") == (0.75, 4)


def test_share_of_the_assistant_and_deflection() -> None:
    """Four were answered, in two the assistant alone spoke: 2 of 4. It spoke in three, of which one stayed with it.

    One in which it spoke alone was handed over, and nobody came. One that nobody answered counts in neither.
    """
    episode(MAY)
    episode(MAY, handovers=1)
    episode(MAY, handovers=1, part="both")
    episode(MAY, handovers=1, part="agent")
    episode(MAY, part="nobody")
    assert value("assistant_share") == (0.5, 4)
    assert value("deflection") == (0.3333, 3)


def test_cost_of_a_lasting_resolution() -> None:
    """At 60 an hour and 2 a million tokens: half an hour is 30, 500,000 tokens are 1, and a quarter of an hour 15.

    46 in all, for two conversations that stayed solved of three: 23 each.
    """
    episode(MAY, part="agent", handle_seconds=1800)
    episode(MAY, model_tokens=500_000)
    episode(MAY, part="agent", handle_seconds=900, repeat_at=MAY + A_DAY)
    assert value("cost_per_resolution", of_may(rates=Rates(hour=60.0, tokens=2.0))) == (23.0, 3)
    assert figure("cost_per_resolution") is None, "nobody said what an hour costs"


def test_tokens() -> None:
    """1,000 and 2,500 tokens, and none of an engine that uses none: 3,500 for three conversations."""
    for tokens in (1000, 2500, 0):
        episode(MAY, model_tokens=tokens)
    assert value("model_tokens") == (3500.0, 3)
