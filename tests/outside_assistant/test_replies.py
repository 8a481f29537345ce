"""An AI of the company's own is asked, and what it replies goes through all that a language model's goes through."""

from datetime import timedelta

import pytest
from django.utils import timezone

from agents.models import Agent, Role
from assistant.models import AssistantSettings, Mode
from billing.models import UsageRecord
from conversations import turn
from conversations.control_room import acts
from conversations.control_room.acts import Wish
from conversations.inbox import writes
from conversations.models import (
    Customer,
    Decision,
    Draft,
    GuidanceKind,
    Handover,
    OutsideTurn,
    OutsideTurnState,
    WebhookEndpoint,
    WebhookEvent,
)
from conversations.outside import silence
from tenants import jobs
from tenants.models import Job, Tenant
from tests import cast
from tests.outside_assistant.ai import DELIVERY, QUESTION, Ai, answers, asked, refused, said, talk_of

ANSWER = "Your parcel is there within 2 to 4 working days."


def test_it_is_asked_and_its_answer_is_the_assistants(ai: Ai, carol: Customer) -> None:
    WebhookEndpoint.objects.create(url="https://8.8.8.8/x", types=["assistant.turn_requested"], secret="x")
    row = asked(carol)
    assert said(row) == []
    event = WebhookEvent.objects.get(type="assistant.turn_requested")
    assert event.data["turn_id"] == str(row.id)
    (listed,) = ai.get("assistant/turns").json()["data"]
    assert listed["id"] == str(row.id)
    whole = ai.turn(row)
    assert whole["conversation"] == [{"line": 1, "from": "customer", "text": QUESTION}]
    assert {"search_knowledge", "hand_over", "opening_hours"} <= {tool["name"] for tool in whole["tools"]}
    reply = ai.cites(row, ANSWER)
    came = ai.reply(row, reply)
    assert came.status_code == 200, came.content
    assert (came.json()["became"], came.json()["action"], came.json()["text"]) == ("said", "answer", ANSWER)
    assert said(row) == [ANSWER]
    decision = Decision.objects.get(conversation=row.conversation_id)
    assert (decision.engine, decision.model_versions["token"]) == ("outside", "Our AI")
    assert UsageRecord.objects.count() == 1
    assert ai.reply(row, reply).json() == came.json()
    assert refused(ai.reply(row, answers("And more."))) == (409, "turn_answered")
    assert said(row) == [ANSWER]
    assert ai.get("assistant/turns").json()["data"] == []
    assert ai.turn(row)["outcome"] == came.json()


def test_politeness_and_what_the_rules_pass_on_ask_nobody(ai: Ai, carol: Customer) -> None:
    cast.answered(carol, "Thank you!")
    cast.answered(cast.customer("erna"), "I want to talk to a human now!")
    assert not OutsideTurn.objects.exists()
    assert Handover.objects.count() == 1


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        (f"{DELIVERY} I have refunded 250 euros to your card.", "model_"),
        (f"{DELIVERY} It is 77 euros.", "model_"),
    ],
)
def test_what_no_source_says_ends_with_a_person(ai: Ai, carol: Customer, text: str, trigger: str) -> None:
    row = asked(carol)
    came = ai.reply(row, ai.cites(row, text)).json()
    assert came["became"] == "handed_over"
    assert came["trigger"]["name"].startswith(trigger)
    assert "euros" not in " ".join(said(row))
    assert talk_of(row).holder != "assistant"


def test_money_without_a_source_ends_with_a_person(ai: Ai, carol: Customer) -> None:
    row = asked(carol)
    came = ai.reply(row, answers("We refund all shipping costs to you."))
    assert (came.json()["became"], came.json()["trigger"]["name"]) == ("handed_over", "model_uncited")
    assert "refund" not in " ".join(said(row))


def test_a_signal_that_it_hears_counts_with_its_proof_alone(ai: Ai, carol: Customer) -> None:
    words = f"{QUESTION} I would like to talk with one of you instead"
    heard = {"name": "asks_human", "value": 1.0, "quote": "talk with one of you", "line": 1}
    row = asked(carol, words)
    came = ai.reply(row, ai.cites(row, ANSWER, signals=[heard])).json()
    assert (came["became"], came["trigger"]["name"]) == ("handed_over", "asks_human")
    other = asked(cast.customer("erna"))
    came = ai.reply(other, ai.cites(other, ANSWER, signals=[{**heard, "quote": "was never written"}])).json()
    assert came["became"] == "said"


def test_modes_and_supervisors_count(ai: Ai, carol: Customer) -> None:
    AssistantSettings.objects.update(mode=Mode.SUPERVISED)
    row = asked(carol)
    came = ai.reply(row, ai.cites(row, ANSWER)).json()
    assert came["became"] == "held"
    assert came["reason"]
    assert (said(row), Draft.objects.get().text) == ([], ANSWER)
    assert refused(ai.reply(row, answers("Anew."))) == (409, "turn_answered")
    AssistantSettings.objects.update(mode=Mode.COPILOT)
    cast.answered(cast.customer("erna"), QUESTION)  # a person answers, and is kept waiting by nobody
    assert OutsideTurn.objects.count() == 1


def test_after_a_takeover_nothing_of_it_is_said(ai: Ai, carol: Customer, bob: Agent) -> None:
    row = asked(carol)
    reply = ai.cites(row, ANSWER)
    writes.take_over(str(row.conversation_id), bob, epoch=row.epoch)
    before = talk_of(row).seq
    assert refused(ai.reply(row, reply)) == (409, "turn_taken_over")
    assert refused(ai.use(row, "opening_hours")) == (409, "turn_taken_over")
    assert (said(row), talk_of(row).seq) == ([], before)
    assert ai.get("assistant/turns").json()["data"] == []


def test_when_the_customer_writes_again_another_turn_asks_for_all(ai: Ai, carol: Customer) -> None:
    row = asked(carol)
    reply = ai.cites(row, ANSWER)
    newer = asked(carol, "To Berlin, I mean.")
    assert refused(ai.reply(row, reply)) == (409, "turn_customer_wrote_again")
    assert len(ai.turn(newer)["conversation"]) == 2
    assert newer.expires_at <= talk_of(newer).unanswered_since + timedelta(seconds=54)  # type: ignore[operator]
    assert said(row) == []


def test_without_a_reply_baton_answers_and_people_are_told(ai: Ai, carol: Customer) -> None:
    row = asked(carol)
    reply = ai.cites(row, ANSWER)
    job = Job.objects.get(kind="outside_deadline")
    assert (job.run_at, job.ids) == (row.expires_at, {"turn_id": str(row.id)})
    OutsideTurn.objects.update(expires_at=timezone.now())
    assert refused(ai.reply(row, reply)) == (409, "turn_expired")
    silence.work(jobs.Lease(job.id, job.id, "acme", job.kind, job.ids, 1))
    assert DELIVERY in said(row)[0]
    assert Decision.objects.get(conversation=row.conversation_id).engine == "embedded"
    assert Job.objects.filter(kind="engine_trouble", ids={"why": "outside_silent"}).exists()
    assert refused(ai.reply(row, reply)) == (409, "turn_expired")
    silence.work(jobs.Lease(job.id, job.id, "acme", job.kind, job.ids, 1))
    assert len(said(row)) == 1


def test_after_five_silent_turns_it_is_left_alone_for_a_while(ai: Ai, carol: Customer) -> None:
    for number in range(5):
        row = asked(cast.customer(f"c{number}"))
        silence.instead(row, why="outside_silent")
    talk = cast.answered(carol, QUESTION)
    assert talk.unanswered_since is None
    long_ago = timezone.now() - timedelta(minutes=10)
    OutsideTurn.objects.update(created_at=long_ago, ended_at=long_ago)
    assert asked(cast.customer("later")).state == OutsideTurnState.WAITING
    assert ai.token.name


def test_without_a_token_that_may_nobody_waits(carol: Customer) -> None:
    talk = cast.answered(carol, QUESTION)
    assert talk.unanswered_since is None
    assert not OutsideTurn.objects.exists()


def test_a_guidance_that_it_did_not_know_of_asks_anew(ai: Ai, carol: Customer, in_acme: Tenant) -> None:
    row, maya = asked(carol), cast.agent("maya", Role.SUPERVISOR)
    reply = ai.cites(row, ANSWER)
    acts.guide(
        str(row.conversation_id), maya, Wish(GuidanceKind.WORDS, "Name the days in one sentence."), epoch=row.epoch
    )
    assert refused(ai.reply(row, reply)) == (409, "turn_guided_anew")
    turn.take(str(row.conversation_id), row.asked_seq)
    newer = OutsideTurn.objects.get(state=OutsideTurnState.WAITING)
    assert ai.turn(newer)["guidance"] == "Name the days in one sentence."
    assert ai.reply(newer, ai.cites(newer, ANSWER)).json()["became"] == "said"
    assert said(row) == [ANSWER]


def test_tools_find_what_can_be_cited_and_misuse_is_counted(ai: Ai, carol: Customer) -> None:
    row = asked(carol)
    found = ai.use(row, "search_knowledge", query="Can I pay with PayPal?").json()
    assert found["outcome"] is None
    paypal = next(one for one in found["result"]["passages"] if "PayPal" in one["text"])
    cited = [{"passage": paypal["id"], "quote": "We accept cards, bank transfer and PayPal"}]
    assert paypal["id"] in {one["id"] for one in ai.turn(row)["passages"]}
    assert ai.reply(row, answers("We accept PayPal.", citations=cited)).json()["became"] == "said"
    other = asked(cast.customer("erna"))
    assert ai.use(other, "delete_everything").json()["error"]["param"] == "name"
    assert ai.use(other, "search_knowledge", what="x").json()["error"]["param"] == "arguments"
    assert said(other) == []
    assert refused(ai.use(other, "hand_over", why="because")) == (409, "turn_tools_misused")
    assert DELIVERY in said(other)[0]


def test_a_skill_writes_itself_and_hand_over_ends_the_turn(ai: Ai, carol: Customer) -> None:
    row = asked(carol)
    came = ai.use(row, "order_status").json()
    assert came["outcome"]["became"] in {"said", "handed_over"}, came
    other = asked(cast.customer("erna"))
    came = ai.use(other, "hand_over", why="cannot_help").json()["outcome"]
    assert (came["became"], came["trigger"]["name"]) == ("handed_over", "outside_handover")


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"action": "shout"}, "action"),
        ({"confidence": 2}, "confidence"),
        ({"confidence": None}, "confidence"),
        ({"text": " "}, "text"),
        ({"text": "x" * 3001}, "text"),
        ({"citations": [{"passage": "p1"}]}, "citations.0.quote"),
        ({"signals": [{"name": "joy", "value": 1, "quote": "x", "line": 1}]}, "signals.0.name"),
    ],
)
def test_a_malformed_reply_names_its_field(ai: Ai, carol: Customer, change: dict[str, object], field: str) -> None:
    row = asked(carol)
    came = ai.reply(row, {**answers(ANSWER), **change})
    assert (came.status_code, came.json()["error"]["param"]) == (422, field), came.content
    assert OutsideTurn.objects.get(pk=row.id).state == OutsideTurnState.WAITING


def test_a_turn_that_was_given_up_takes_no_reply(ai: Ai, carol: Customer) -> None:
    row = asked(carol)
    turn.give_up(str(row.conversation_id), row.asked_seq)
    assert refused(ai.reply(row, answers("Hello."))) == (409, "turn_taken_over")
