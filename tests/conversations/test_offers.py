"""A waiting conversation is offered to one person for a time, then to the next; every choice says why."""

from datetime import timedelta
from typing import Any

import pytest
from django.db.models import F
from django.test import Client

from agents import dispatching, people, roster
from agents.models import Agent, Presence, Role, RoutingSettings, Skill, SkillLevel, Team
from conversations import control, log, matching, offers, steps
from conversations.inbox import writes
from conversations.models import Conversation, Customer, Holder, OfferEnd, RoutingChoice
from tenants.jobs import Lease
from tenants.models import Job
from tenants.trail import audit
from tests import cast, stored
from tests.conversations.doors import API, error

ME = audit.by_system("the tests")


def queued(name: str, **fields: Any) -> Conversation:
    """A conversation that begins to wait for customer care, and is routed."""
    talk = cast.says(cast.customer(name), "Hello")
    with log.writing(str(talk.id)) as held:
        control.transfer(held, team=Team.objects.get(name="Customer care"), offered_to=None)
        for field, value in fields.items():
            setattr(held, field, value)
        offers.route(held, cause="handed_over")
    return held


def decline(client: Client, talk: Conversation) -> Any:
    """Not me."""
    return client.post(f"{API}/{talk.id}/decline", {"epoch": talk.epoch}, content_type="application/json")


def desk_moves() -> None:
    """The job runs that somebody's coming or going wrote."""
    assert Job.objects.filter(kind=people.MOVED).exists()
    Job.objects.filter(kind=people.MOVED).delete()
    matching.work(Lease(cast.new_id(), cast.new_id(), "acme", people.MOVED, {}, 1))


def later(talk: Conversation, by: timedelta) -> Conversation:
    """So much time goes by, and the timer runs."""
    moments = ("due_at", "waiting_since", "offered_until", "look_again_at", "held_since")
    Conversation.objects.filter(pk=talk.pk).update(**{moment: F(moment) - by for moment in moments})
    steps.take(str(talk.id))
    talk.refresh_from_db()
    return talk


def test_declining_asks_the_next_and_leaves_alone_who_declined(desk: Client, bob: Agent, carol: Customer) -> None:
    talk = queued("erin")
    assert (talk.offered_to, talk.offered_until is not None) == (bob, True)
    alice = cast.agent("alice")
    row = decline(desk, talk).json()
    assert row["offered_to"]["id"] == alice.id
    last, first = RoutingChoice.objects.filter(conversation=talk)
    assert (first.end, last.end, last.cause) == (OfferEnd.DECLINED, OfferEnd.OPEN, "declined")
    before = stored.everything()
    assert error(decline(desk, talk)) == (409, "not_possible_now", None)
    assert stored.everything() == before


def test_an_offer_stands_for_the_teams_own_time(bob: Agent) -> None:
    Team.objects.update(accept_seconds=20)
    talk = queued("erin")
    assert talk.waiting_since is not None
    assert talk.offered_until is not None
    assert abs(talk.offered_until - talk.waiting_since - timedelta(seconds=20)) < timedelta(seconds=2)
    assert talk.due_at == talk.offered_until
    alice = cast.agent("alice")
    talk = later(talk, timedelta(seconds=21))
    assert talk.offered_to == alice


def test_the_desk_reads_why_somebody_was_chosen(desk: Client, bob: Agent) -> None:
    cast.agent("alice", online=False)
    talk = queued("erin")
    (choice,) = desk.get(f"{API}/{talk.id}/routing").json()["data"]
    assert choice["agent"] == {"id": bob.id, "name": "Bob Example"}
    assert choice["why"] == "the only one who can take it now (0 of 4)"
    assert choice["need"] == {"team": "Customer care", "language": "en", "skill": None, "level": None}
    told = {one["name"]: one["verdict"] for one in choice["candidates"]}
    assert told == {"Alice Example": "offline", "Bob Example": "chosen"}


def test_who_comes_online_is_offered_the_oldest_that_fits(bob: Agent) -> None:
    people.set_presence(str(bob.id), Presence.OFFLINE)
    Job.objects.filter(kind=people.MOVED).delete()
    brakes = Skill.objects.create(name="Brakes")
    needs_more, old, young = queued("a", skill=brakes), queued("b"), queued("c")
    Agent.objects.update(capacity=1)
    people.came(str(bob.id))
    desk_moves()
    found = {one.id: one.offered_to for one in Conversation.objects.select_related("offered_to")}
    assert (found[needs_more.id], found[old.id], found[young.id]) == (None, bob, None)


def test_a_rules_skill_goes_to_who_has_it_and_after_a_while_to_others(bob: Agent) -> None:
    alice, brakes = cast.agent("alice"), Skill.objects.create(name="Brakes")
    known = SkillLevel.objects.create(agent=alice, skill=brakes, level=2)
    talk = queued("erin", skill=brakes)
    assert (talk.offered_to, talk.look_again_at is not None) == (None, True)
    talk = later(talk, timedelta(seconds=61))
    assert (talk.offered_to, talk.routing_choices.all()[0].widened) == (alice, ["level"])
    known.delete()
    talk = queued("frank", skill=brakes)
    talk = later(talk, timedelta(seconds=121))
    assert talk.offered_to is not None


def test_whoever_gets_free_is_offered_what_waits(bob: Agent) -> None:
    Agent.objects.update(capacity=1)
    held = writes.take_over(str(queued("a").id), bob, epoch=2)
    waiting = queued("b")
    assert waiting.offered_to is None
    writes.resolve(str(held.id), epoch=held.epoch)
    desk_moves()
    waiting.refresh_from_db()
    assert waiting.offered_to == bob


@pytest.mark.parametrize("how", ["more capacity", "back from idling", "a skill", "another's refusal"])
def test_whatever_makes_somebody_able_lets_them_be_asked_at_once(how: str, bob: Agent) -> None:
    skill = Skill.objects.create(name="Brakes")
    Agent.objects.update(capacity=0 if how == "more capacity" else 4)
    if how == "back from idling":
        people.idles(str(bob.id))
    talk = queued("erin", **({"skill": skill} if how == "a skill" else {}))
    if how == "another's refusal":
        alice = cast.agent("alice")
        talk = writes.decline(str(talk.id), bob, epoch=talk.epoch)
        assert talk.offered_to == alice
        return
    assert talk.offered_to is None
    match how:
        case "more capacity":
            roster.change(cast.agent("olga", Role.OWNER), str(bob.id), {"capacity": 2}, actor=ME)
        case "a skill":
            wanted = {"skills": [{"skill_id": skill.id, "level": 4}]}
            roster.change(cast.agent("olga", Role.OWNER), str(bob.id), wanted, actor=ME)
        case _:
            people.is_back(str(bob.id))
    desk_moves()
    talk.refresh_from_db()
    assert talk.offered_to == bob


def test_an_offer_to_who_goes_away_goes_to_the_next_at_once(bob: Agent) -> None:
    talk = queued("erin")
    alice = cast.agent("alice")
    people.set_presence(str(bob.id), Presence.AWAY, by_hand=True)
    desk_moves()
    talk.refresh_from_db()
    assert talk.offered_to == alice
    assert [one.end for one in talk.routing_choices.all()] == [OfferEnd.OPEN, OfferEnd.WITHDRAWN]


def test_the_customers_last_agent_comes_first_while_there_is_room(bob: Agent) -> None:
    erin, alice = cast.customer("erin"), cast.agent("alice")
    talk = cast.says(erin, "Hello")
    talk = writes.take_over(str(talk.id), alice, epoch=talk.epoch)
    writes.resolve(str(talk.id), epoch=talk.epoch)
    talk = cast.says(erin, "Hello again")
    with log.writing(str(talk.id)) as again:
        control.transfer(again, team=Team.objects.get(), offered_to=None)
        choice = offers.route(again, cause="handed_over")
    assert (choice.agent, choice.why) == (alice, "had this customer last, and has room (0 of 4)")


def test_that_there_is_still_nobody_is_written_down_once(bob: Agent) -> None:
    people.set_presence(str(bob.id), Presence.OFFLINE)
    talk = queued("erin")
    for _ in range(3):
        talk = later(talk, timedelta(seconds=5))
    assert talk.routing_choices.count() == 1
    talk = later(talk, timedelta(hours=1))
    assert talk.routing_choices.count() == 2
    assert talk.holder == Holder.QUEUE


def test_settings_hold_for_the_next_choice_and_a_wrong_ladder_is_refused(acme_client: Client, bob: Agent) -> None:
    cast.agent("alice", Role.ADMIN)
    admin = cast.signed_in(acme_client, "alice@example.com")
    ladder = [{"drops": "skill", "after_seconds": 30}, {"drops": "language", "after_seconds": 0}]
    team = Team.objects.get()
    wanted = {"ladder": ladder, "grace_seconds": 90, "teams": [{"id": team.id, "accept_seconds": 25}]}
    told = admin.patch("/api/v1/routing", wanted, content_type="application/json").json()
    assert [rung["drops"] for rung in told["ladder"]] == ["language", "skill"]
    assert (told["grace_seconds"], told["teams"][0]["accept_seconds"]) == (90, 25)
    assert dispatching.of_company().accept_of(Team.objects.get()) == timedelta(seconds=25)
    before = RoutingSettings.objects.values().get()
    twice = admin.patch("/api/v1/routing", {"ladder": [ladder[0], ladder[0]]}, content_type="application/json")
    assert error(twice) == (422, "parameter_invalid", "ladder")
    assert error(admin.patch("/api/v1/routing", {"grace_seconds": 5}, content_type="application/json"))[0] == 422
    assert RoutingSettings.objects.values().get() == before


def test_a_choice_costs_few_queries(bob: Agent, django_assert_max_num_queries: Any) -> None:
    for name in ("x", "y", "z"):
        cast.agent(name)
    talk = queued("erin")
    with log.writing(str(talk.id)) as held, django_assert_max_num_queries(8):
        offers.route(held, cause="waited")  # lock, settings, people, held, offered, this wait, who, insert
