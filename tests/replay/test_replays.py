"""Replays as jobs: asked for, carried out page by page, cancelled; and the conversations behind their numbers."""

from copy import deepcopy
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from agents.models import Agent
from conversations.models import Customer, ReplayedConversation, RuleReplay
from conversations.rules_replay import reading, running
from escalation.defaults import DEFAULT_RULES
from tenants import jobs
from tenants.models import Job, Tenant
from tests import cast
from tests.clients import HostClient
from tests.replay import stored
from tests.replay.conftest import posted
from tests.replay.test_counting import WELCOME, with_rule

GOLD = {"plan": "gold"}
DAY = timedelta(days=1)


@pytest.fixture
def carol(company: Tenant) -> Customer:
    return cast.customer()


def ask(client: Client, **more: Any) -> Any:
    now = timezone.now()
    asked = {"document": with_rule(WELCOME), "from": (now - 30 * DAY).isoformat(), "to": now.isoformat(), **more}
    return posted(client, "rules/replays", asked)


def done(client: Client, **more: Any) -> Any:
    """A replay and its result, when its job ran."""
    answer = ask(client, **more)
    assert answer.status_code == 201, answer.content
    run()
    return client.get(f"/api/v1/rules/replays/{answer.json()['id']}").json()


def run() -> None:
    """Do the jobs of replays that wait, and those that they write."""
    while (waiting := Job.objects.filter(kind=running.KIND).first()) is not None:
        held = jobs.lease(waiting.id)
        assert held is not None
        running.work(held)
        jobs.finish(held)


def behind(client: Client, replay: Any, **wanted: Any) -> Any:
    answer = client.get(f"/api/v1/rules/replays/{replay['id']}/conversations", wanted)
    assert answer.status_code == 200, answer.content
    return answer.json()


def yesterday() -> datetime:
    return timezone.now() - DAY


def test_a_replay_counts_every_conversation_with_both_books(alice: Client, carol: Customer) -> None:
    stored.conversation(carol, [stored.facts(), stored.facts(customer=GOLD)], at=yesterday())
    stored.conversation(carol, [stored.facts(anger=stored.HIGH)], at=yesterday())
    stored.conversation(carol, [stored.facts()], at=yesterday())
    replay = done(alice)
    assert (replay["state"], replay["done"], replay["total"]) == ("done", 4, 4)
    result = replay["result"]
    assert (result["before"]["handed_over"], result["after"]["handed_over"]) == (1, 2)
    assert (result["changes"]["newly"], result["unchanged"]) == (1, 2)
    assert result["cost"]["before"]["to_people"] == 1
    assert result["waiting"]["why_not"]


def test_pages_of_any_size_give_the_same_result(alice: Client, carol: Customer) -> None:
    for number in range(6):
        seen = [stored.facts(), stored.facts(customer=GOLD if number % 2 else {})] * (1 + number % 3)
        stored.conversation(carol, seen, at=yesterday() + timedelta(minutes=number))
    whole, last, sizes = [], reading.NOTHING, []
    now = timezone.now()
    for limit in (2, 3, 100):
        found: list[tuple[str, int]] = []
        following: Any = last
        while following is not None:
            rows, following = reading.page(now - 30 * DAY, now, after=following, limit=limit)
            found += [
                (reading.conversation_id(talk), int(seq)) for talk, seq in zip(rows.talks, rows.seqs, strict=True)
            ]
        sizes.append(len(found))
        whole.append(found)
    assert whole[0] == whole[1] == whole[2]
    assert sizes == [24, 24, 24]
    assert done(alice)["result"]["changes"]["newly"] == 3


def test_every_number_opens_its_conversations(alice: Client, carol: Customer) -> None:
    quoted = "This is a disgrace"
    gold = stored.conversation(carol, [stored.facts(customer=GOLD)], at=yesterday())
    angry = stored.conversation(carol, [stored.facts(anger=stored.HIGH, quoted=quoted)], at=yesterday())
    replay = done(alice)
    new = behind(alice, replay, change="newly")
    assert [row["id"] for row in new["data"]] == [gold.id]
    assert new["data"][0]["asked"]["text"] == "Where is my parcel?"
    assert new["data"][0]["before"]["where"] == "Stays with the assistant"
    assert new["data"][0]["after"]["rule"] == "gold"
    assert {row["id"] for row in behind(alice, replay, change="handed_over")["data"]} == {gold.id, angry.id}
    assert [row["id"] for row in behind(alice, replay, rule="gold")["data"]] == [gold.id]
    assert [row["id"] for row in behind(alice, replay, change="handed_over", side="before")["data"]] == [angry.id]
    hours = [place for place, hour in enumerate(replay["result"]["by_hour"]) if hour["after"]]
    assert len(behind(alice, replay, hour=hours[0])["data"]) == replay["result"]["by_hour"][hours[0]]["after"]


def test_pages_of_conversations_follow_each_other(alice: Client, carol: Customer) -> None:
    for minute in range(5):
        stored.conversation(carol, [stored.facts(customer=GOLD)], at=yesterday() + timedelta(minutes=minute))
    replay = done(alice)
    first = behind(alice, replay, change="newly", limit=3)
    rest = behind(alice, replay, change="newly", limit=3, cursor=first["next_cursor"])
    assert (first["has_more"], rest["has_more"]) == (True, False)
    assert len({row["id"] for row in [*first["data"], *rest["data"]]}) == 5


def test_one_conversation_is_shown_with_both_sides_and_its_evidence(alice: Client, carol: Customer) -> None:
    quoted = "This is a disgrace"
    seen = [stored.facts(customer=GOLD), stored.facts(anger=stored.HIGH, quoted=quoted, customer=GOLD)]
    talk = stored.conversation(carol, seen, at=yesterday())
    replay = done(alice)
    answer = alice.get(f"/api/v1/rules/replays/{replay['id']}/conversations/{talk.id}")
    assert answer.status_code == 200, answer.content
    told = answer.json()
    assert (told["change"], told["before"]["seq"], told["after"]["seq"]) == ("earlier", 3, 1)
    first, second = told["decisions"]
    assert [one["rule"] for one in first["after"]["fired"]] == ["gold"]
    assert first["before"]["fired"] == []
    assert second["signals"][0]["evidence"][0]["text"] == quoted
    assert [line["seq"] for line in told["messages"]] == [1, 2, 3]


def test_waiting_and_cost_are_worked_out_from_what_the_desk_did(alice: Client, carol: Customer) -> None:
    bob = Agent.objects.get(name="Bob Example")
    for number in range(10):
        at = yesterday() + timedelta(minutes=3 * number)
        talk = stored.conversation(carol, [stored.facts(anger=stored.HIGH)], at=at)
        stored.handled(talk, bob, waited=timedelta(minutes=1), minutes=10)
        stored.conversation(carol, [stored.facts(customer=GOLD)], at=at)
    result = done(alice, hourly_cost=30)["result"]
    assert result["measured"]["handling_minutes"] == pytest.approx(10, abs=0.1)
    assert result["measured"]["waited"]["median"] == pytest.approx(60, abs=0.1)
    assert result["cost"]["before"]["cost"] == pytest.approx(10 * 10 / 60 * 30, rel=0.01)
    assert result["cost"]["after"]["cost"] == pytest.approx(20 * 10 / 60 * 30, rel=0.01)
    waiting = result["waiting"]
    assert waiting["why_not"] == ""
    assert waiting["after"]["p90"] > waiting["before"]["p90"]
    assert done(alice, agents=50)["result"]["waiting"]["after"]["median"] == 0


def test_a_replay_that_is_cancelled_goes_no_further_and_keeps_nothing(alice: Client, carol: Customer) -> None:
    stored.conversation(carol, [stored.facts(customer=GOLD)], at=yesterday())
    replay = ask(alice).json()
    cancel = f"rules/replays/{replay['id']}/cancel"
    assert posted(alice, cancel, {}).json()["state"] == "cancelled"
    run()
    row = RuleReplay.objects.get(pk=replay["id"])
    assert (row.state, row.result, ReplayedConversation.objects.count()) == ("cancelled", None, 0)
    assert posted(alice, cancel, {}).status_code == 409


def test_a_page_that_was_looked_at_already_is_not_counted_twice(alice: Client, carol: Customer) -> None:
    stored.conversation(carol, [stored.facts(customer=GOLD)], at=yesterday())
    job = Job.objects.get(kind=running.KIND) if ask(alice) else None
    assert job is not None
    held = jobs.lease(job.id)
    assert held is not None
    running.work(held)
    running.work(held)
    row = RuleReplay.objects.get()
    assert row.result is not None
    assert row.result["changes"]["newly"] == ReplayedConversation.objects.count() == 1


def test_the_published_rules_may_change_meanwhile(alice: Client, carol: Customer) -> None:
    stored.conversation(carol, [stored.facts(customer=GOLD)], at=yesterday())
    replay = ask(alice).json()
    RuleReplay.objects.filter(pk=replay["id"]).update(against={"format": 9})
    run()
    told = alice.get(f"/api/v1/rules/replays/{replay['id']}").json()["result"]
    assert told["before"]["handed_over"] == 1  # by rules that cannot be read every customer gets a person


def test_only_so_many_at_once_and_only_rules_that_can_be_read(alice: Client, carol: Customer) -> None:
    assert [ask(alice).status_code for _ in range(3)] == [201, 201, 429]
    broken = deepcopy(DEFAULT_RULES)
    broken["rules"][0]["priority"] = "soon"
    assert ask(alice, document=broken).status_code == 422
    now = timezone.now().isoformat()
    assert ask(alice, **{"from": now, "to": now}).json()["error"]["param"] == "to"
    assert RuleReplay.objects.count() == 2


def test_whoever_may_only_read_rules_starts_no_replay(alice: Client, company: Tenant) -> None:
    bob = cast.signed_in(HostClient("acme.localhost"), "bob@example.com")
    assert ask(bob).status_code == 403
    assert posted(bob, "rules/count", {"document": DEFAULT_RULES}).status_code == 200
    assert not RuleReplay.objects.exists()


def test_a_conversation_that_is_erased_goes_from_the_replay(alice: Client, carol: Customer) -> None:
    talk = stored.conversation(carol, [stored.facts(customer=GOLD)], at=yesterday())
    replay = done(alice)
    talk.delete()
    assert behind(alice, replay)["data"] == []
    assert alice.get(f"/api/v1/rules/replays/{replay['id']}/conversations/{talk.id}").status_code == 404
