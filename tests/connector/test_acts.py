"""Acts through the tenant's service: pending until it did them, once, and a person gets what failed."""

import uuid
from dataclasses import replace
from decimal import Decimal

import pytest
from django.conf import LazySettings

from assistant.connector import acts
from assistant.connector.exchange import ConnectorError
from assistant.models import Action, ActionState, Connector, ConnectorCall
from assistant.skills import acting
from assistant.skills.acting import Cause, OvertakenError
from assistant.skills.contract import Act
from conversations import control, log, tasks
from conversations.models import Conversation, Handover, Holder, Kind, Note
from tenants import jobs
from tenants.jobs import MOST_ATTEMPTS, Lease
from tenants.models import Job, Tenant
from tests import cast
from tests.connector_server.misbehaving import MISBEHAVIOURS
from tests.connector_server.serving import Service, Wire
from tests.connector_server.setting import use

REFUND = Act(
    kind="refund",
    key="refund:EX-5001:1",
    subject="EX-5001",
    request={"order": "EX-5001", "line": 1, "quantity": 1},
    says="44.95 EUR are on their way back to you.",
    because="Within 30 days, not more than 100 EUR.",
    amount=Decimal("44.95"),
    currency="EUR",
)


@pytest.fixture
def conversation(in_acme: Tenant) -> Conversation:
    """Carol asked something that the assistant answered."""
    cast.rules()
    cast.knowledge()
    cast.agent("bob")
    return cast.answered(cast.customer(), "What are your opening hours?")


def carried_out(conversation: Conversation) -> Action:
    cause = Cause("refund", conversation=str(conversation.id), email="carol@example.org", proven_how="code")
    return acting.carry_out(REFUND, cause)


def run(action: Action, *, attempt: int = 1) -> None:
    """As a worker does it."""
    lease = Lease(uuid.uuid4(), uuid.uuid4(), "acme", "connector_act", {"action_id": str(action.id)}, attempt)
    tasks.WORK["connector_act"](lease)
    action.refresh_from_db()


def told(conversation: Conversation) -> list[str]:
    rows = conversation.messages.filter(kind=Kind.STATUS).order_by("seq")
    return [row.text for row in rows]


def test_it_waits_for_the_service_and_nothing_is_asked_within_the_transaction(
    service: Service, conversation: Conversation
) -> None:
    action = carried_out(conversation)
    assert (action.state, action.done_at) == (ActionState.PENDING, None)
    assert service.requests == []
    (job,) = Job.objects.filter(kind="connector_act")
    assert job.ids == {"action_id": str(action.id)}


def test_once_the_service_did_it_the_customer_reads_so(service: Service, conversation: Conversation) -> None:
    action = carried_out(conversation)
    run(action)
    assert (action.state, action.result) == (ActionState.DONE, {"reference": "ref-1"})
    assert action.done_at is not None
    assert told(conversation) == [REFUND.says]
    ((path, asked),) = service.requests
    assert path == "/baton/actions/refund"
    data = asked["data"]
    assert (data["id"], data["key"], data["amount"], data["currency"]) == (
        str(action.id),
        REFUND.key,
        "44.95",
        "EUR",
    )
    assert data["customer"] == {"email": "carol@example.org", "proven_by": "code"}
    assert service.headers[0]["idempotency-key"] == str(action.id)
    assert ConnectorCall.objects.get().action == str(action.id)


def test_a_job_that_runs_twice_asks_and_tells_once(service: Service, conversation: Conversation) -> None:
    action = carried_out(conversation)
    run(action)
    run(action)
    assert len(service.requests) == 1
    assert len(told(conversation)) == 1


def test_one_that_answered_too_late_is_asked_under_the_same_key_and_does_it_once(
    service: Service, conversation: Conversation
) -> None:
    def does_it_and_breaks(running: Service, wire: Wire) -> None:
        running.did.setdefault(wire.asked["data"]["id"], {})
        wire.json({}, status=502)

    action = carried_out(conversation)
    service.behaviour = does_it_and_breaks
    with pytest.raises(ConnectorError):
        run(action)
    action.refresh_from_db()
    assert action.state == ActionState.PENDING
    service.behaviour = None
    run(action, attempt=2)
    assert action.state == ActionState.DONE
    assert list(service.did) == [str(action.id)]
    assert {headers["webhook-id"] for headers in service.headers} == {str(action.id)}


def test_what_the_service_refuses_goes_to_a_person_with_the_reason(
    service: Service, conversation: Conversation
) -> None:
    service.refuses = "The card has expired."
    action = carried_out(conversation)
    run(action)
    conversation.refresh_from_db()
    assert (action.state, action.done_at) == (ActionState.FAILED, None)
    assert "The card has expired." in action.problem
    assert conversation.holder == Holder.QUEUE
    assert "Refund EX-5001 did not go through the connector." in Handover.objects.get().reason
    assert "The card has expired." in Note.objects.get().text
    assert "did not go through" in told(conversation)[0]
    assert REFUND.says not in told(conversation)
    assert not any("card has expired" in text for text in told(conversation))


@pytest.mark.parametrize("name", ["silent", "hangs up", "500", "429", "web page", "a list", "null"])
def test_a_service_that_stays_broken_ends_with_a_person_who_knows_that_nobody_knows(
    service: Service, conversation: Conversation, name: str
) -> None:
    service.behaviour = MISBEHAVIOURS[name].behaviour
    action = carried_out(conversation)
    with pytest.raises(ConnectorError):
        run(action)
    action.refresh_from_db()
    assert action.state == ActionState.PENDING
    run(action, attempt=MOST_ATTEMPTS)
    conversation.refresh_from_db()
    assert action.state == ActionState.FAILED
    assert "Nobody knows whether it was carried out" in Note.objects.get().text
    assert conversation.holder == Holder.QUEUE


@pytest.mark.parametrize("name", ["401", "404", "redirects"])
def test_what_cannot_have_been_done_goes_to_a_person_at_once(
    service: Service, conversation: Conversation, name: str
) -> None:
    service.behaviour = MISBEHAVIOURS[name].behaviour
    action = carried_out(conversation)
    run(action)
    assert action.state == ActionState.FAILED
    assert "Nobody knows" not in action.problem
    assert len(service.requests) == 1


def test_a_connector_that_was_switched_off_meanwhile_did_nothing(service: Service, conversation: Conversation) -> None:
    action = carried_out(conversation)
    Connector.objects.update(on=False)
    run(action)
    assert action.state == ActionState.FAILED
    assert service.requests == []


def test_an_agent_who_holds_the_conversation_reads_it_in_a_note_and_keeps_it(
    service: Service, conversation: Conversation
) -> None:
    service.refuses = "No."
    action = carried_out(conversation)
    agent = cast.agent("eve")
    with log.writing(str(conversation.id)) as locked:
        control.take(locked, agent)
    run(action)
    conversation.refresh_from_db()
    assert (conversation.holder, conversation.agent_id) == (Holder.AGENT, str(agent.id))
    assert "did not go through" in Note.objects.get().text
    assert not Handover.objects.exists()


def test_a_resolved_conversation_is_opened_again_for_a_person(service: Service, conversation: Conversation) -> None:
    service.refuses = "No."
    action = carried_out(conversation)
    with log.writing(str(conversation.id)) as locked:
        control.resolve(locked)
    run(action)
    conversation.refresh_from_db()
    assert (conversation.holder, conversation.status) == (Holder.QUEUE, "open")


def test_a_failed_act_may_be_tried_again_and_then_it_is_done_once(service: Service, conversation: Conversation) -> None:
    service.refuses = "Closed today."
    action = carried_out(conversation)
    run(action)
    service.refuses = ""
    acting.again(action)
    assert action.state == ActionState.PENDING
    with pytest.raises(OvertakenError):
        acting.again(action)
    run(action)
    assert action.state == ActionState.DONE
    assert list(service.did) == [str(action.id)]


def test_the_same_act_is_not_given_twice(service: Service, conversation: Conversation) -> None:
    action = carried_out(conversation)
    assert carried_out(conversation) == action
    with pytest.raises(OvertakenError):
        acting.carry_out(REFUND, Cause("refund", conversation="conv_another"))
    assert Job.objects.filter(kind="connector_act").count() == 1


def test_nothing_else_is_done_to_the_same_thing_while_one_act_waits(
    service: Service, conversation: Conversation
) -> None:
    """The record does not show the first refund yet, so the second one might hold the same line again."""
    action = carried_out(conversation)
    other = replace(REFUND, key="refund:EX-5001:1,2", request={"order": "EX-5001", "lines": [1, 2]})
    cause = Cause("refund", conversation=str(conversation.id))
    with pytest.raises(OvertakenError, match="waits for the connector"):
        acting.carry_out(other, cause)
    acting.carry_out(replace(other, key="refund:EX-5002:1", subject="EX-5002"), cause)
    run(action)
    acting.carry_out(other, cause)
    assert Action.objects.count() == 3


def test_other_kinds_of_act_do_not_leave(service: Service, conversation: Conversation, settings: LazySettings) -> None:
    use(service, settings, acts=["address"])
    assert not acts.takes("refund")
    assert acts.takes("address")
    Connector.objects.update(on=False)
    assert not acts.takes("address")


def test_an_erased_conversation_leaves_the_act_to_its_row(service: Service, conversation: Conversation) -> None:
    action = carried_out(conversation)
    Action.objects.filter(pk=action.pk).update(conversation="conv_00000000000000000000000000")
    run(action)
    assert action.state == ActionState.DONE


def test_the_dead_letters_stay_empty(service: Service, conversation: Conversation) -> None:
    service.behaviour = MISBEHAVIOURS["500"].behaviour
    action = carried_out(conversation)
    for _ in range(MOST_ATTEMPTS):
        Job.objects.filter(kind="connector_act").update(run_at="2026-01-01T00:00:00Z")
        found = Job.objects.filter(kind="connector_act").first()
        if found is None:
            break
        try:
            jobs.run(found.id, tasks.work)
        except ConnectorError:
            continue
    action.refresh_from_db()
    assert action.state == ActionState.FAILED
    assert not jobs.dead_letters().exists()
