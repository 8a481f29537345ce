"""A whole turn with a language model: what the customer is shown, what the desk is told, what the model may know."""

import pytest
from django.conf import LazySettings

from assistant.engines.exchange import Failure
from assistant.models import Article, Audience, Engine, ModelCall
from conversations import control, labels, log, turn
from conversations.models import Conversation, Customer, Decision, Handover, Message
from tenants import current
from tenants.models import Tenant
from tests import cast
from tests.model_server.listening import KEY, use
from tests.model_server.misbehaving import MISBEHAVIOURS
from tests.model_server.serving import Wire, passage_with, reply, says, says_of, serving

DELIVERY = "Parcels arrive within 2 to 4 working days."
QUESTION = "How long does delivery take?"


@pytest.fixture
def carol(in_acme: Tenant) -> Customer:
    """A customer of acme, whose people, rules and articles are there."""
    cast.agent("bob")
    cast.rules()
    cast.knowledge()
    return cast.customer()


def _said(conversation: Conversation) -> list[str]:
    return [message.text for message in Message.objects.filter(conversation=conversation).order_by("seq")]


def test_the_customer_gets_the_models_answer_with_its_source(carol: Customer, settings: LazySettings) -> None:
    text = "Your parcel is there within 2 to 4 working days."
    with serving(says_of(DELIVERY, text)) as server:
        use(server, settings)
        conversation = cast.answered(carol, QUESTION)
    assert _said(conversation)[-1] == text
    decision = Decision.objects.get(conversation=conversation)
    assert (decision.action, decision.engine) == ("answer", Engine.LANGUAGE_MODEL)
    assert ModelCall.objects.get().conversation == str(conversation.id)
    assert Message.objects.filter(conversation=conversation).latest("seq").sources


def test_words_that_may_not_be_said_end_with_a_person(carol: Customer, settings: LazySettings) -> None:
    with serving(says_of(DELIVERY, f"{DELIVERY} I have refunded 250 euros to your card.")) as server:
        use(server, settings)
        conversation = cast.answered(carol, QUESTION)
    assert "250" not in " ".join(_said(conversation))
    assert Decision.objects.get(conversation=conversation).trigger.startswith("model_")
    assert Handover.objects.filter(conversation=conversation).exists()


def test_a_broken_model_is_not_noticed_by_the_customer(carol: Customer, settings: LazySettings) -> None:
    with serving(MISBEHAVIOURS["breaks"].model) as server:
        use(server, settings)
        conversation = cast.answered(carol, QUESTION)
    assert DELIVERY in _said(conversation)[-1]
    assert Decision.objects.get(conversation=conversation).engine == Engine.EMBEDDED
    assert ModelCall.objects.get().outcome == Failure.BROKEN


@pytest.mark.usefixtures("own_database")
def test_a_takeover_in_mid_answer_cuts_it(acme: Tenant, settings: LazySettings) -> None:
    with current.entered(acme):
        bob = cast.agent("bob")
        cast.rules()
        cast.knowledge()
        conversation = cast.says(cast.customer(), QUESTION)

    def is_overtaken(wire: Wire) -> None:
        cited = [(passage_with(wire.asked, DELIVERY), DELIVERY)]
        whole = reply(f"{DELIVERY} Large parcels, such as bicycles, take 5 to 8 working days.", citations=cited)
        begun, rest = whole.split("Large", 1)
        wire.begin()
        wire.words(begun)
        with current.entered(acme):
            with log.writing(str(conversation.id)) as held:
                control.take(held, bob)
            current.connection.close()
        wire.words(f"Large{rest}")
        wire.done()

    with serving(is_overtaken) as server, current.entered(acme):
        use(server, settings)
        turn.take(str(conversation.id), conversation.last_customer_seq)
        assert server.requests
        assert "parcel" not in " ".join(_said(conversation)).lower()
        assert ModelCall.objects.get().outcome in {Failure.INTERRUPTED, "answered"}
        assert not Decision.objects.filter(conversation=conversation, action="answer").exists()


def test_nothing_of_other_conversations_other_companies_or_the_desk_reaches_the_model(
    carol: Customer, globex: Tenant, settings: LazySettings
) -> None:
    Article.objects.create(
        title="Delivery margins", body="Delivery canary DESKONLY77 costs us little.", audience=Audience.DESK
    )
    with serving(says_of(DELIVERY, DELIVERY)) as server:
        use(server, settings)
        cast.answered(cast.customer("erna"), "How long does delivery to CANARYTOWN take?")
        server.requests.clear()
        cast.answered(carol, "How long does delivery take, and what does delivery cost you?")
        assert server.requests
        heard = server.heard()
    for canary in ("DESKONLY77", "CANARYTOWN", "erna", KEY, str(globex.name)):
        assert canary not in heard


def test_a_signal_that_the_model_hears_raises_it(carol: Customer, settings: LazySettings) -> None:
    words = "How long does delivery take? I would like to talk with one of you instead"
    heard = [{"name": "asks_human", "value": 1.0, "quote": "talk with one of you", "line": 1}]
    with serving(says("", action="unsure", confidence=0.1, signals=heard)) as server:
        use(server, settings)
        conversation = cast.answered(carol, words)
    decision = Decision.objects.get(conversation=conversation)
    assert (decision.action, decision.trigger) == ("handover", "asks_human")


def test_each_reason_to_refuse_has_words_for_the_desk() -> None:
    reasons = ("model_handover", "model_leak", "model_unfounded", "model_uncited", "model_promise", "model_budget")
    assert all(labels.trigger(reason)["label"] != reason for reason in reasons)
