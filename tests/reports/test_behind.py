"""Every number opens its conversations: the list behind it is the number's own, in each part, at each hour."""

from datetime import date, datetime, timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from agents.models import Team
from conversations.insights import behind, figuring
from conversations.insights.asking import Asked
from conversations.insights.behind import Wanted
from conversations.insights.dimensions import DIMENSIONS
from conversations.insights.intervals import Figure
from conversations.insights.measures import Mean, Parts, Rates, Share
from conversations.insights.metric import Unit
from conversations.insights.metrics import METRICS
from conversations.insights.periods import Period, Step
from conversations.models import EndedBy, Episode, Part
from tenants.models import Tenant
from tests import cast
from tests.reports.stretches import unsaved

BERLIN = ZoneInfo("Europe/Berlin")
# Clocks go back on 25 October 2026 in Berlin: that day has 25 hours, and 2 o'clock comes twice.
BEGINS = datetime(2026, 10, 20, tzinfo=BERLIN)
NOW = datetime(2026, 11, 20, 12, tzinfo=BERLIN)
ASKED = Asked(Period(date(2026, 10, 22), date(2026, 11, 4), BERLIN), NOW, rates=Rates(40.0, 2.0))
PEOPLE = 3
EITHER = (True, False)


@pytest.fixture
def past(in_acme: Tenant) -> None:
    """Some hundred episodes of anything, around the end of summer time."""
    chance = Random(4)
    agents = [cast.agent(f"agent-{number}", online=False) for number in range(PEOPLE)]
    teams = [*Team.objects.all(), Team.objects.create(name="Second line")]
    made = []
    for _ in range(110):
        began = BEGINS + timedelta(minutes=chance.randrange(18 * 24 * 60))
        ended = began + timedelta(minutes=chance.randrange(3000))
        lasted = ended - began if chance.random() < 0.85 else None
        fields = _anything(chance, ended if lasted else None)
        who = {"agent": chance.choice([None, *agents]), "team": chance.choice([None, *teams])}
        made.append(unsaved(began, lasted=lasted, **who, **fields))
    Episode.objects.bulk_create(made)


def _anything(chance: Random, ended: datetime | None) -> dict[str, Any]:
    def some(*values: Any) -> Any:
        return chance.choice((None, *values))

    back = some("reopened_at", "repeat_at")
    came = {} if ended is None or back is None else {back: ended + timedelta(days=chance.random() * 10)}
    counts = ("customer_turns", "reasks", "repeats", "transfers", "handovers", "promises_kept", "promises_broken")
    missed = some(*EITHER)
    return {
        "part": chance.choice(Part.values),
        "ended_by": "" if ended is None else chance.choice(EndedBy.values),
        "topic": chance.choice(("", "Delivery", "Returns, and refunds")),
        "trigger": chance.choice(("", "anger")),
        "language": chance.choice(("en", "de")),
        "channel": chance.choice(("widget", "email")),
        "rules_version": chance.randrange(3),
        "knowledge_number": chance.choice((0, 7, 12)),
        **{name: chance.randrange(3) for name in (*counts, "sla_met", "sla_missed")},
        **{name: some(0, 5, 90, 4000) for name in ("person_wait", "first_reply", "assistant_first_reply")},
        "person_first_reply": some(60, 700),
        "handle_seconds": chance.randrange(900),
        "model_tokens": chance.randrange(3) * 700,
        "mood_start": some(-0.5, 0.0, 0.5),
        "mood_end": some(-0.5, 0.0, 0.5),
        "churn": some(0.1, 0.5, 0.9),
        "saved": some(*EITHER),
        "needless": some(*EITHER),
        "missed": missed,
        "review_weight": None if missed is None else 1.0 + chance.random() * 9,
        "surveyed": chance.random() < 0.5,
        "satisfaction": some(1, 3, 4, 5),
        "effort": some(1, 3, 5),
        "rated_holder": chance.choice(("assistant", "agent")),
        **came,
    }


@pytest.mark.usefixtures("past")
def test_the_list_behind_a_number_is_what_it_counts() -> None:
    for key, found in figuring.figures(ASKED, [*METRICS]).items():
        rows = list(behind.found(ASKED, Wanted(key)))
        hits, others = (set(behind.found(ASKED, Wanted(key, which))) for which in ("hit", "missed_hit"))
        assert found is not None, "the past has some of everything"
        assert hits | others == set(rows), key
        assert not hits & others, key
        _agree(found, rows, hits, key=key)


def _agree(found: Figure, rows: list[Episode], hits: set[Episode], *, key: str) -> None:
    measure, values = METRICS[key].measure, [float(getattr(one, "value")) for one in rows]  # noqa: B009  annotated
    if isinstance(measure, Parts):
        good = sum(getattr(one, measure.good) for one in rows)
        assert found.of == good + sum(getattr(one, measure.bad) for one in rows)
        assert found.value == pytest.approx(good / found.of)
        return
    assert found.of == len(rows)
    if isinstance(measure, Share):
        assert found.value == pytest.approx(len(hits) / len(rows))
    elif isinstance(measure, Mean):
        assert found.value == pytest.approx(sum(values) / len(rows))
    elif METRICS[key].unit == Unit.SECONDS:
        assert found.value == pytest.approx((sorted(values)[(len(rows) - 1) // 2] + sorted(values)[len(rows) // 2]) / 2)
    elif METRICS[key].unit == Unit.MONEY:
        assert found.value == pytest.approx(sum(values) / len(hits))
    elif METRICS[key].unit == Unit.COUNT:
        assert found.value == pytest.approx(sum(values))


@pytest.mark.usefixtures("past")
def test_each_row_of_a_breakdown_is_what_the_filter_of_it_gives() -> None:
    """So weekdays, hours and what has no team are told apart by both in the same way, also as clocks are changed."""
    keys = ["resolution_quality", "csat", "time_to_person", "promises_kept", "volume", "backlog"]
    for by in DIMENSIONS:
        parts = figuring.breakdown(ASKED, keys, by)
        assert len(parts) > 1, by
        for part in parts[:6]:
            alone = Asked(ASKED.period, NOW, {by: (part.key,)}, ASKED.rates)
            assert figuring.figures(alone, keys) == part.figures, (by, part.name)
        several = Asked(ASKED.period, NOW, {by: tuple(part.key for part in parts)}, ASKED.rates)
        assert figuring.figures(several, keys) == figuring.figures(ASKED, keys), by


@pytest.mark.usefixtures("past")
def test_each_point_of_a_course_is_the_figure_of_its_days() -> None:
    keys = [*METRICS]
    for step in Step:
        cut, points = figuring.series(ASKED, keys, step)
        assert sum(one.days for one in cut) == ASKED.period.days
        for place, period in enumerate(cut):
            figures = figuring.figures(ASKED.within(period), keys)
            assert {key: _round(points[key][place]) for key in keys} == {key: _round(figures[key]) for key in keys}


def _round(one: Figure | None) -> object:
    return one and tuple(None if each is None else round(each, 6) for each in (one.value, one.low, one.high, one.of))


@pytest.mark.usefixtures("in_acme")
def test_what_has_not_begun_yet_is_no_point() -> None:
    today = Asked(Period(NOW.date(), NOW.date() + timedelta(days=2), BERLIN), NOW)
    _, points = figuring.series(today, ["volume", "backlog"], Step.DAY)
    assert [one and one.value for one in points["volume"]] == [0, None, None]
    assert [one and one.value for one in points["backlog"]] == [0, None, None]
