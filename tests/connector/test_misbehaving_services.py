"""Whatever a tenant's service does, a read ends in time, says what is wrong, and never gives a wrong record."""

import time

import pytest
from django.conf import LazySettings

from assistant import pausing
from assistant.connector import calls, line
from assistant.connector.exchange import PASSING
from assistant.models import Connector, ConnectorCall
from assistant.records import chosen
from assistant.records.contract import RecordsDownError
from tests.connector_server.misbehaving import MISBEHAVIOURS
from tests.connector_server.serving import Service, Wire


@pytest.mark.parametrize("name", MISBEHAVIOURS)
def test_it_is_down_and_the_log_says_why(service: Service, name: str) -> None:
    wrong = MISBEHAVIOURS[name]
    service.behaviour = wrong.behaviour
    began = time.monotonic()
    with pytest.raises(RecordsDownError, match="The connector: ") as caught:
        chosen.of_tenant().order("EX-5001")
    assert time.monotonic() - began < line.WHOLE
    assert wrong.says in str(caught.value)
    made = list(ConnectorCall.objects.all())
    assert {call.outcome for call in made} == {wrong.taken_for}
    assert len(made) == (line.TRIES if wrong.taken_for in PASSING else 1)
    assert "carol" not in "".join(call.problem for call in made)


def test_a_service_that_is_gone_is_down(service: Service) -> None:
    service.stop()
    with pytest.raises(RecordsDownError, match="did not answer"):
        chosen.of_tenant().order("EX-5001")
    assert ConnectorCall.objects.count() == line.TRIES


def test_a_service_that_stumbles_once_is_asked_again(service: Service) -> None:
    def stumbles(running: Service, wire: Wire) -> None:
        if len(running.requests) == 1:
            wire.json({}, status=503)
        else:
            running.behave(wire)

    service.behaviour = stumbles
    assert chosen.of_tenant().order("EX-5001") is not None
    first, second = service.headers
    assert first["webhook-id"] == second["webhook-id"]  # the same question, so the same id
    assert [call.outcome for call in ConnectorCall.objects.all()] == ["answered", "server_error"]


def test_it_goes_nowhere_but_to_public_addresses(service: Service, settings: LazySettings) -> None:
    settings.BATON_ALLOW_LOOPBACK = False
    with pytest.raises(RecordsDownError, match="not on the public internet"):
        chosen.of_tenant().order("EX-5001")
    Connector.objects.update(address="http://169.254.169.254/latest")
    with pytest.raises(RecordsDownError, match="not on the public internet"):
        chosen.of_tenant().order("EX-5001")
    assert service.requests == []
    assert {call.outcome for call in ConnectorCall.objects.all()} == {"address_refused"}


def test_one_that_fails_again_and_again_is_left_alone_and_then_tried_by_one_call(service: Service) -> None:
    service.stop()
    for _ in range(2):
        with pytest.raises(RecordsDownError):
            chosen.of_tenant().order("EX-5001")
    made = ConnectorCall.objects.count()
    service.start()
    with pytest.raises(RecordsDownError, match="left alone"):
        chosen.of_tenant().order("EX-5001")
    assert ConnectorCall.objects.count() == made
    assert service.requests == []
    for call in ConnectorCall.objects.all():
        ConnectorCall.objects.filter(pk=call.pk).update(created_at=call.created_at - pausing.LONGEST_PAUSE)
    assert chosen.of_tenant().order("EX-5001") is not None
    assert calls.left_alone_for() is None


def test_wrong_replies_do_not_keep_others_from_being_asked(service: Service) -> None:
    service.behaviour = MISBEHAVIOURS["words for a price"].behaviour
    for _ in range(8):
        with pytest.raises(RecordsDownError):
            chosen.of_tenant().order("EX-5001")
    service.behaviour = None
    assert chosen.of_tenant().order("EX-5001") is not None
