"""Lists draw once a week from what they look for, reproducibly, and put nothing into the queue twice."""

from datetime import timedelta
from random import Random

from django.test import Client

from agents.models import Agent
from conversations.assessments import drawing, plans
from conversations.models import (
    Assessment,
    Episode,
    Oversight,
    OversightAct,
    SamplingDraw,
    SamplingPick,
    SamplingPlan,
    Scorecard,
)
from conversations.quality import drawing as reviews
from tests.assessments import sheets
from tests.quality.past import ago, send
from tests.there import there


def test_a_week_is_drawn_once_and_the_same_seed_draws_the_same(card: Scorecard, bob: Agent, sue: Agent) -> None:
    for number in range(6):
        sheets.episode(bob if number % 2 else sue, ended=ago(1 + number / 2))
    sheets.episode(bob, ended=ago(9))
    plan = sheets.plan(card, per_week=4, spread_by="agent")
    (draw,) = drawing.draw_due(sheets.now())
    picks = list(SamplingPick.objects.filter(draw=draw).select_related("assessment"))
    assert sorted(one.stratum for one in picks) == sorted([str(bob.id)] * 2 + [str(sue.id)] * 2)
    assert {round(one.probability, 3) for one in picks} == {0.667}
    assert sum(of for _, of, _ in draw.strata) == 6
    again = {one.key for one in drawing.again(draw)}
    drawn = {str(one.assessment.conversation_id) for one in picks}
    assert {str(one.conversation_id) for one in Episode.objects.filter(id__in=again)} == drawn
    assert drawing.draw_due(sheets.now() + timedelta(days=6)) == []
    assert len(drawing.draw_due(sheets.now() + timedelta(days=8))) == 1
    assert SamplingDraw.objects.filter(plan=plan).count() == 2
    (listed,) = plans.listed()
    last = there(listed["last"])
    assert (last["of"], last["drawn"]) == (0, 0)  # the newer one, of a week without any


def test_the_daily_look_draws_for_the_lists_too(card: Scorecard, bob: Agent) -> None:
    sheets.episode(bob)
    sheets.plan(card)
    reviews.draw(sheets.now(), Random(1))
    assert drawing.draw_due(sheets.now())
    assert Assessment.objects.count() == 1


def test_weeks_in_which_nothing_ran_are_caught_up_four_at_most(card: Scorecard, bob: Agent) -> None:
    plan = sheets.plan(card)
    drawing.catch_up(plan, sheets.now() - timedelta(weeks=10))
    assert len(drawing.catch_up(plan, sheets.now())) == 4


def test_what_two_lists_draw_is_assessed_once_and_counts_for_both(card: Scorecard, bob: Agent) -> None:
    sheets.episode(bob, satisfaction=1)
    sheets.plan(card)
    sheets.plan(card, "low_satisfaction")
    drawing.draw_due(sheets.now())
    assert (Assessment.objects.count(), SamplingPick.objects.count()) == (1, 2)


def test_a_share_goes_to_a_second_person(card: Scorecard, bob: Agent) -> None:
    for _ in range(4):
        sheets.episode(bob)
    sheets.plan(card, second_share=1.0)
    drawing.draw_due(sheets.now())
    firsts = Assessment.objects.filter(second_of=None)
    assert firsts.count() == 4
    assert all(one.second.happened_at == one.happened_at for one in firsts)


def test_each_list_finds_what_it_looks_for_and_nothing_else(card: Scorecard, bob: Agent) -> None:
    before = ago(2) - timedelta(days=30)
    made = {
        "low_satisfaction": sheets.episode(bob, satisfaction=2),
        "": sheets.episode(bob, satisfaction=3, needless=False, late=False),
        "reopened": sheets.episode(bob, ended=before, reopened_at=ago(1)),
        "repeat_contact": sheets.episode(bob, ended=before, repeat_at=ago(1)),
        "needless_handover": sheets.episode(bob, needless=True),
        "late_handover": sheets.episode(bob, late=True),
        "high_risk": sheets.episode(bob),
        "dismissed_risk": sheets.episode(bob),
    }
    talks = {name: sheets.conversation_of(one) for name, one in made.items()}
    Oversight.objects.create(conversation=talks["high_risk"], risk=10, highest=80)
    act = {"kind": "dismissal", "by": bob, "reason": "harmless", "ended_at": ago(2), "state": "ended"}
    began = made["dismissed_risk"].began_at + timedelta(minutes=5)
    OversightAct.objects.create(conversation=talks["dismissed_risk"], at=began, **act)
    for wanted, meant in made.items():
        if wanted:
            found = drawing.look(sheets.plan(card, wanted), ago(7), ago(0), seed="s").picked
            assert [one.key for one in found] == [meant.id], wanted


def test_new_agents_are_those_of_their_first_eight_weeks(card: Scorecard, bob: Agent, sue: Agent) -> None:
    Agent.objects.filter(pk=sue.pk).update(created_at=ago(70))
    sheets.episode(sue)
    fresh = sheets.episode(bob)
    sheets.plan(card, "new_agent")
    drawing.draw_due(sheets.now())
    assert [one.conversation for one in Assessment.objects.all()] == [fresh.conversation]


def test_a_card_about_the_assistant_is_no_agents_affair(company: object, bob: Agent) -> None:
    sheets.episode(bob, part="both")
    sheets.episode(bob, part="agent")
    sheets.plan(sheets.card("Answers", "assistant"))
    drawing.draw_due(sheets.now())
    assert [one.agent for one in Assessment.objects.all()] == [None]


def test_a_list_is_made_looked_at_changed_and_removed(sues: Client, card: Scorecard, bob: Agent) -> None:
    for _ in range(5):
        sheets.episode(bob)
    wish = {"name": "A few", "scorecard_id": card.id, "wanted": "random", "per_week": 3, "spread_by": "agent"}
    seen = send(sues, "post", "sampling_plans/preview", 200, **wish)
    assert seen == {"strata": [{"name": "Bob Example", "of": 5, "drawn": 3}], "of": 5, "drawn": 3}
    assert not Assessment.objects.exists()
    made = send(sues, "post", "sampling_plans", 201, **wish)
    (listed,) = send(sues, "get", "sampling_plans", 200)["data"]
    assert (listed["id"], listed["last"]["of"], listed["last"]["drawn"], listed["last"]["done"]) == (
        made["id"],
        5,
        3,
        0,
    )
    assert send(sues, "patch", f"sampling_plans/{made['id']}", 200, is_active=False)["is_active"] is False
    assert drawing.draw_due(sheets.now() + timedelta(weeks=2)) == []
    for wrong, param in (({"per_week": 0}, "per_week"), ({"wanted": "fun"}, "wanted"), ({"team_id": "x"}, "team_id")):
        assert send(sues, "post", "sampling_plans", 422, **{**wish, **wrong})["error"]["param"] == param
    send(sues, "delete", f"sampling_plans/{made['id']}", 204)
    assert (SamplingPlan.objects.count(), Assessment.objects.count()) == (0, 3)
