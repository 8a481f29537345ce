"""Events and wake-ups are hints: with nobody to carry them, a message is still stored, acknowledged and found."""

from collections.abc import Iterator
from typing import Any

import pytest
from channels.layers import channel_layers

from config.celery import app
from conversations.management.commands.sweep import sweep
from conversations.models import Message
from tenants.models import Heartbeat, Job, Tenant
from tests import cast

NOBODY = "redis://127.0.0.1:1/0"


@pytest.fixture
def company(own_database: str, acme: Tenant, in_acme: Tenant) -> Tenant:
    """Acme, entered, with real commits, so that what happens after a commit does happen."""
    return in_acme


@pytest.fixture
def no_channel_layer(settings: Any) -> Iterator[None]:
    """The channel layer's server is away."""
    layer = "channels_redis.pubsub.RedisPubSubChannelLayer"
    settings.CHANNEL_LAYERS = {"default": {"BACKEND": layer, "CONFIG": {"hosts": [{"address": NOBODY}]}}}
    channel_layers.backends.clear()
    yield
    channel_layers.backends.clear()


@pytest.fixture
def no_broker() -> Iterator[None]:
    """The broker is away."""
    before = app.conf.broker_url, app.conf.broker_transport_options
    _use_broker(NOBODY, {"max_retries": 1, "interval_start": 0, "interval_step": 0.1, "interval_max": 0.1})
    yield
    _use_broker(*before)


def _use_broker(url: str, options: dict[str, Any]) -> None:
    app.conf.broker_url, app.conf.broker_transport_options = url, options
    app.amqp._producer_pool = None
    app._pool = None


@pytest.mark.usefixtures("no_channel_layer", "no_broker")
def test_a_message_is_stored_with_its_job_when_nothing_can_be_told_to_anybody(company: Tenant) -> None:
    conversation = cast.says(cast.customer(), "Is anybody there?")
    assert Message.objects.get(conversation=conversation).text == "Is anybody there?"
    assert Job.objects.filter(kind="turn", key=str(conversation.id)).count() == 1


@pytest.mark.usefixtures("no_broker")
def test_the_sweeper_lives_on_without_a_broker(company: Tenant) -> None:
    cast.says(cast.customer(), "Is anybody there?")
    sweep()
    assert [sign.name for sign in Heartbeat.objects.all()] == ["sweeper"]
