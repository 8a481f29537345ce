"""When automation costs trust: verdicts only where the intervals say so, hours worked out by hand, few false alarms."""

from random import Random

import pytest

from conversations.insights.klarna import moving, weighing
from conversations.insights.klarna.weighing import Sample, Side, Topic, Verdict


def share(hits: int, of: int) -> Sample:
    rate = hits / of
    return Sample(of, rate, rate * (1 - rate))


def side(count: int, *, repeats: int, lasting: int, satisfied: int = 0, rated: int = 0) -> Side:
    samples = {"repeat_contact": share(repeats, count), "resolution_quality": share(lasting, count)} if count else {}
    if rated:
        samples["csat"] = share(satisfied, rated)
    return Side(count, samples)


NOBODY = Side(0, {})
COMPANY = side(1000, repeats=80, lasting=880, satisfied=340, rated=400)
PEOPLE = side(60, repeats=4, lasting=54, satisfied=26, rated=30)


@pytest.mark.parametrize(
    ("alone", "people", "expected"),
    [
        # 40 of 100 come again where people see 4 of 60: 33 points more, at least 16 at any confidence that matters.
        (side(100, repeats=40, lasting=58), PEOPLE, Verdict.COSTS),
        # 12 of 40 satisfied against 26 of 30: 57 points fewer, though nobody comes again.
        (side(400, repeats=28, lasting=360, satisfied=12, rated=40), PEOPLE, Verdict.COSTS),
        # As bad, but people have most of the topic already: 30 of 90.
        (side(30, repeats=18, lasting=10), PEOPLE, Verdict.WATCH),
        # 7% and 7% of many: certainly not 10 points worse.
        (side(400, repeats=28, lasting=360), PEOPLE, Verdict.WORKS),
        # Nobody of the desk had it: the company as a whole stands for people.
        (side(400, repeats=28, lasting=360), NOBODY, Verdict.WORKS),
        (side(12, repeats=1, lasting=11), NOBODY, Verdict.TOO_FEW),
        (side(2, repeats=0, lasting=2), PEOPLE, Verdict.PEOPLE),
        # 7 of 70 against 60 of 900: 3 points more, which may be 2 fewer or 13 more.
        (side(70, repeats=7, lasting=60), side(900, repeats=60, lasting=810), Verdict.UNCLEAR),
    ],
)
def test_a_topic_is_judged_only_where_intervals_say_so(alone: Side, people: Side, expected: Verdict) -> None:
    found = weighing.weigh([Topic("Refunds", alone, people, COMPANY)])[0]
    assert found.verdict == expected, found


@pytest.mark.parametrize(("change", "expected"), [(0.18, Verdict.WORKS), (-0.18, Verdict.COSTS)])
def test_a_mood_that_rises_less_costs_no_trust_and_one_that_sinks_does(change: float, expected: Verdict) -> None:
    """With people it rises by 0.41; with the assistant by 0.18, or it sinks by 0.18, both +- 0.03."""
    alone, people = side(400, repeats=28, lasting=360), side(60, repeats=4, lasting=54)
    moods = {"mood_change": Sample(400, change, 0.1, share=False)}
    others = {"mood_change": Sample(60, 0.41, 0.1, share=False)}
    topic = Topic("R", Side(400, {**alone.samples, **moods}), Side(60, {**people.samples, **others}), COMPANY)
    assert weighing.weigh([topic])[0].verdict == expected


def test_the_difference_has_newcombes_interval() -> None:
    """Newcombe's own example (1998, table II, method 10): 56 of 70 less 48 of 80 is 0.2, from 0.0524 to 0.3339."""
    low, high = weighing.apart(share(56, 70), share(48, 80))
    assert (round(low, 4), round(high, 4)) == (0.0524, 0.3339)


def test_how_many_are_needed_is_told() -> None:
    """Of 1000 others 8% come again and 88% last.

    Repeats: 3.8415 x 0.0736 = 0.28273; 0.01 - 0.00028 leaves 0.0097173, so 29.1, rounded up 30. Lasting: 3.8415 x
    0.1056 = 0.40566; 0.0144 - 0.00041 leaves 0.0139943, so 28.99, rounded up 29. The larger one counts.
    """
    found = weighing.weigh([Topic("Refunds", side(12, repeats=1, lasting=11), NOBODY, COMPANY)])[0]
    assert found.needed == 30


def test_many_topics_make_each_accusation_harder() -> None:
    """18 of 100 against 80 of 1000 is clear for one topic by itself, and not for one of forty."""
    suspect = Topic("Refunds", side(100, repeats=18, lasting=80), NOBODY, COMPANY)
    others = [Topic(f"{n}", side(100, repeats=8, lasting=88), NOBODY, COMPANY) for n in range(39)]
    assert weighing.weigh([suspect])[0].verdict == Verdict.COSTS
    assert weighing.weigh([suspect, *others])[0].verdict != Verdict.COSTS


def test_few_checks_accuse_anything_where_nothing_differs() -> None:
    """200 checks of 8 topics in which the assistant is as good as people: at most one in twenty accuses one."""
    chance, accused = Random(5), 0

    def drawn(count: int) -> Side:
        repeats = sum(chance.random() < 0.12 for _ in range(count))
        satisfied = sum(chance.random() < 0.8 for _ in range(count // 4))
        lasting = sum(chance.random() < 0.85 for _ in range(count))
        return side(count, repeats=repeats, lasting=lasting, satisfied=satisfied, rated=count // 4)

    for _ in range(200):
        topics = [Topic(f"{n}", drawn(80), drawn(40), COMPANY) for n in range(8)]
        accused += any(one.worse for one in weighing.weigh(topics))
    assert accused <= 10


def test_moving_a_topic_is_told_in_hours_seats_and_money() -> None:
    """365.25 / 12 = 30.4375 days a month.

    600 conversations in 60 days are 304.375 a month. At 12 minutes each (720 s, n = 100, standard deviation 200 s, so
    720 +- 39.2 s) that is 60.875 hours, 57.561 to 64.189; half a seat of 120 hours; at 40 an hour 2435.
    """
    topic = Topic("Refunds", side(600, repeats=180, lasting=400), PEOPLE, COMPANY)
    found = moving.move(topic, Sample(100, 720, 200.0**2, share=False), days=60, an_hour=40)
    assert found is not None
    assert found.conversations == pytest.approx(304.375)
    assert (found.hours.value, found.hours.low, found.hours.high) == pytest.approx((60.875, 57.561, 64.189), abs=1e-3)
    assert found.seats.value == pytest.approx(60.875 / 120)
    assert found.cost is not None
    assert found.cost.value == pytest.approx(2435)


def test_spared_repeats_are_told_only_where_there_would_certainly_be_fewer() -> None:
    """30% against 4 of 60 (6.67%): 23.33 points fewer of 304.375 a month are 71.02."""
    handling = Sample(100, 720, 200.0**2, share=False)
    bad = moving.move(
        Topic("Refunds", side(600, repeats=180, lasting=400), PEOPLE, COMPANY), handling, days=60, an_hour=None
    )
    fine = moving.move(
        Topic("Refunds", side(600, repeats=45, lasting=540), PEOPLE, COMPANY), handling, days=60, an_hour=None
    )
    assert bad is not None
    assert bad.repeats_spared is not None
    assert bad.repeats_spared.value == pytest.approx(71.02, abs=0.01)
    assert fine is not None
    assert fine.repeats_spared is None


def test_nothing_is_told_of_hours_that_nobody_worked() -> None:
    topic = Topic("Refunds", side(600, repeats=180, lasting=400), NOBODY, COMPANY)
    assert moving.move(topic, Sample(0, 0, 0, share=False), days=60, an_hour=40) is None
