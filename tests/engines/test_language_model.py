"""A tenant's language model answers from the articles, sentence by sentence, with its sources."""

import json

import pytest
from django.conf import LazySettings

from assistant import engines
from assistant.answering import Answer, Unsure
from assistant.engines import Raised, Refused
from assistant.engines.prompt import INSTRUCTIONS
from assistant.models import Engine, ModelCall
from tenants import current
from tenants.models import Tenant
from tests.model_server.listening import KEY, Ear, asks, use
from tests.model_server.serving import Wire, calls, data_of, passage_with, reply, says, says_of, serving

DELIVERY = "Parcels arrive within 2 to 4 working days."
pytestmark = pytest.mark.usefixtures("in_acme")


def test_the_answer_streams_sentence_by_sentence_with_its_source(settings: LazySettings) -> None:
    text = "Your parcel arrives within 2 to 4 working days. Bicycles take 5 to 8 working days."
    with serving(says_of(DELIVERY, text)) as server:
        use(server, settings)
        made = engines.answer(asks("How long does delivery take?", conversation="conv_1"), ear := Ear())
    assert isinstance(made.outcome, Answer)
    assert made.engine == Engine.LANGUAGE_MODEL
    assert ear.now == ["Your parcel arrives within 2 to 4 working days. ", "Bicycles take 5 to 8 working days."]
    assert made.outcome.text == text == "".join(ear.now)
    assert [source.title for source in made.outcome.sources] == ["How long does delivery take?"]
    assert ear.openings[0].confidence == made.outcome.confidence > 0.5
    call = ModelCall.objects.get()
    assert (call.outcome, call.prompt_tokens, call.completion_tokens) == ("answered", 100, 20)
    assert (call.conversation, call.customer, call.model) == ("conv_1", "cus_of_conv_1", "test-model")
    assert call.first_byte_ms is not None
    assert server.headers[0]["authorization"] == f"Bearer {KEY}"
    assert not [name for name in server.headers[0] if name.startswith(("x-", "openai-", "cookie"))]


def test_the_model_sees_this_conversation_and_the_passages_as_data(settings: LazySettings) -> None:
    with serving(says_of(DELIVERY, DELIVERY)) as server:
        use(server, settings)
        engines.answer(asks("Hello there", ("assistant", "Hi!"), "How long does delivery take?"), Ear())
    asked = server.requests[0]
    assert [message["role"] for message in asked["messages"]] == ["system", "user"]
    assert asked["messages"][0]["content"] == INSTRUCTIONS
    assert [line["text"] for line in data_of(asked)["conversation"]] == [
        "Hello there",
        "Hi!",
        "How long does delivery take?",
    ]
    assert asked["response_format"]["json_schema"]["strict"] is True
    assert {tool["function"]["name"] for tool in asked["tools"]} == {"search_knowledge", "hand_over", "opening_hours"}


def test_politeness_costs_nothing(settings: LazySettings) -> None:
    with serving(says("never")) as server:
        use(server, settings)
        made = engines.answer(asks("Thank you!"), Ear())
    assert made.engine == Engine.EMBEDDED
    assert server.requests == []
    assert not ModelCall.objects.exists()


def test_a_signal_counts_only_with_the_customers_own_words(settings: LazySettings) -> None:
    heard = [
        {"name": "anger", "value": 0.9, "quote": "this is a joke", "line": 1},
        {"name": "distress", "value": 0.9, "quote": "I want to end it", "line": 1},
        {"name": "churn_risk", "value": 0.9, "quote": "Parcels arrive", "line": 2},
    ]
    with serving(says_of(DELIVERY, DELIVERY, signals=heard)) as server:
        use(server, settings)
        made = engines.answer(asks("This is a JOKE! How long does delivery take?"), ear := Ear())
    assert made.raised == (Raised("anger", 0.9, "This is a JOKE", 1),)
    assert ear.openings[0].raised == made.raised


def test_nothing_is_shown_where_the_rules_decide_otherwise(settings: LazySettings) -> None:
    with serving(says_of(DELIVERY, DELIVERY)) as server:
        use(server, settings)
        made = engines.answer(asks("How long does delivery take?"), ear := Ear(lets=False))
    assert isinstance(made.outcome, Unsure)
    assert made.outcome.best is not None
    assert ear.ever == []


def test_tools_find_more_to_cite_and_the_opening_hours(settings: LazySettings) -> None:
    def answers(wire: Wire) -> None:
        found = json.loads(wire.asked["messages"][-2]["content"])["passages"]
        passage = next(one["id"] for one in found if "30 days" in one["text"])
        assert json.loads(wire.asked["messages"][-1]["content"]) == {"opening_hours": "Monday to Friday, 9:00 to 17:00"}
        wire.begin()
        text = "You can return anything unused within 30 days. We are at work Monday to Friday from 9:00 to 17:00."
        wire.words(reply(text, citations=[(passage, "return anything unused within 30 days")]))
        wire.done()

    wanted = ("search_knowledge", '{"query": "return something"}'), ("opening_hours", "{}")
    with serving(calls(*wanted, then=answers)) as server:
        use(server, settings)
        asked = asks("Do you have a shop at the lake?", hours="Monday to Friday, 9:00 to 17:00")
        made = engines.answer(asked, Ear())
    assert isinstance(made.outcome, Answer), made
    assert made.outcome.sources[0].title == "How do I return something?"
    assert ModelCall.objects.count() == 2


@pytest.mark.parametrize("way", ["tool", "action"])
def test_the_model_may_pass_the_conversation_to_a_person(settings: LazySettings, way: str) -> None:
    tool = calls(("hand_over", '{"why": "customer_asks"}'), then=says("never"))
    with serving(tool if way == "tool" else says("", action="hand_over")) as server:
        use(server, settings)
        made = engines.answer(asks("I have a question about my bicycle and its frame."), ear := Ear())
    assert isinstance(made.outcome, Refused)
    assert made.outcome.trigger == "model_handover"
    assert ear.ever == []


def test_unsure_offers_an_agent_what_the_articles_say(settings: LazySettings) -> None:
    with serving(says("", action="unsure", confidence=0.2)) as server:
        use(server, settings)
        made = engines.answer(asks("How long does delivery take?"), ear := Ear())
    assert isinstance(made.outcome, Unsure)
    assert made.outcome.best is not None
    assert ear.ever == []


def test_an_endpoint_that_refuses_the_newer_fields_is_asked_without_them(settings: LazySettings) -> None:
    def old(wire: Wire) -> None:
        if "response_format" in wire.asked:
            wire.answer(400, b'{"error": {"message": "unknown field response_format"}}')
            return
        wire.begin()
        wire.words(f"```json\n{reply(DELIVERY, citations=[(passage_with(wire.asked, DELIVERY), DELIVERY)])}\n```")
        wire.done()

    with serving(old) as server:
        use(server, settings)
        for _ in range(2):
            made = engines.answer(asks("How long does delivery take?"), Ear())
            assert isinstance(made.outcome, Answer), made
    assert ["max_tokens" in request for request in server.requests] == [False, True, True]


def test_a_reply_whose_fields_come_in_another_order_is_shown_only_as_a_whole(settings: LazySettings) -> None:
    def shuffled(wire: Wire) -> None:
        wire.begin()
        whole = json.loads(reply(DELIVERY, citations=[(passage_with(wire.asked, DELIVERY), DELIVERY)]))
        wire.words(json.dumps({"text": whole.pop("text"), **whole}))
        wire.done()

    with serving(shuffled) as server:
        use(server, settings)
        made = engines.answer(asks("How long does delivery take?"), ear := Ear())
    assert isinstance(made.outcome, Answer)
    assert "".join(ear.now) == DELIVERY


def test_a_tenant_without_a_model_has_batons_own_engine() -> None:
    made = engines.answer(asks("How long does delivery take?"), Ear())
    assert isinstance(made.outcome, Answer)
    assert (made.engine, made.fell_back) == (Engine.EMBEDDED, "")
    assert not ModelCall.objects.exists()


def test_globex_does_not_notice(globex: Tenant, settings: LazySettings) -> None:
    with serving(says_of(DELIVERY, DELIVERY)) as server:
        use(server, settings)
        engines.answer(asks("How long does delivery take?"), Ear())
        with current.entered(globex):
            made = engines.answer(asks("How long does delivery take?"), Ear())
            assert not ModelCall.objects.exists()
    assert made.engine == Engine.EMBEDDED
    assert len(server.requests) == 1
