"""However a model goes wrong, the customer gets Baton's own answer, nothing half said stays, and people are told."""

import time

import pytest
from django.conf import LazySettings

from assistant.answering import Answer
from assistant.engines import chosen
from assistant.engines.exchange import Failure, Patience
from assistant.models import Engine, ModelCall
from tenants.models import Job
from tests.model_server.listening import Ear, asks, use
from tests.model_server.misbehaving import MISBEHAVIOURS, SENTENCE
from tests.model_server.serving import closed_port, serving

SHORT = Patience(first=0.5, whole=1.5)
pytestmark = pytest.mark.usefixtures("in_acme")


@pytest.mark.parametrize("name", MISBEHAVIOURS)
def test_batons_own_engine_answers_instead(name: str, settings: LazySettings) -> None:
    wrong = MISBEHAVIOURS[name]
    with serving(wrong.model) as server:
        wanted = use(server, settings)
        began = time.monotonic()
        made = chosen.answer(asks("How long does delivery take?"), ear := Ear(), wanted, patience=SHORT)
        took = time.monotonic() - began
    assert isinstance(made.outcome, Answer)
    assert (made.engine, made.fell_back) == (Engine.EMBEDDED, wrong.taken_for)
    assert took < SHORT.whole + 1.5
    assert "".join(ear.now) in {"", made.outcome.text}  # of the model's words none is left
    assert (SENTENCE in ear.ever[0] if ear.ever else False) or not wrong.speaks_first
    assert ModelCall.objects.order_by("created_at").last() is not None
    assert set(ModelCall.objects.values_list("outcome", flat=True)) <= {wrong.taken_for, "answered"}
    assert Job.objects.filter(kind=chosen.TROUBLE).count() == 1


def test_nobody_listens_there(settings: LazySettings) -> None:
    with serving(MISBEHAVIOURS["breaks"].model) as server:
        server.port = closed_port()
        made = chosen.answer(asks("How long does delivery take?"), Ear(), use(server, settings), patience=SHORT)
    assert made.fell_back == Failure.UNREACHABLE


@pytest.mark.parametrize("address", ["http://10.0.0.1/v1", "http://169.254.169.254/v1", "http://[::1]:8080/v1"])
def test_an_address_of_our_own_network_is_not_asked(address: str, settings: LazySettings) -> None:
    with serving(MISBEHAVIOURS["breaks"].model) as server:
        wanted = use(server, settings, model_address=address)
        settings.BATON_ALLOW_LOOPBACK = False
        made = chosen.answer(asks("How long does delivery take?"), Ear(), wanted, patience=SHORT)
    assert made.fell_back == Failure.ADDRESS
    assert server.requests == []


def test_our_own_mistakes_are_not_hidden_as_the_models(settings: LazySettings) -> None:
    class Deaf(Ear):
        def say(self, part: str) -> None:
            raise ZeroDivisionError(part)

    with serving(MISBEHAVIOURS["drips for ever"].model) as server, pytest.raises(ZeroDivisionError):
        chosen.answer(asks("How long does delivery take?"), Deaf(), use(server, settings), patience=SHORT)
    assert ModelCall.objects.get().outcome == Failure.INTERRUPTED
