"""No event reaches an address inside, however it is written: not when it is chosen, and not when it is sent."""

from collections.abc import Iterator
from ipaddress import IPv4Address
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from conversations import tasks
from conversations.models import WebhookDelivery, WebhookDeliveryState, WebhookEndpoint
from conversations.webhooks import delivering, planning, posting
from tenants import jobs
from tenants.jobs import Lease
from tenants.models import Tenant
from tests.tenants.test_guard import ELSEWHERE, NO_ADDRESS, OURSELVES
from tests.web import Peer, peer
from tests.webhooks.conftest import hook
from tests.webhooks.receiver import answers, receiving
from tests.webhooks.work import OUT, deliver, happens

NUMBERS = [int(IPv4Address(one)) for one in ("127.0.0.1", "10.0.0.1", "169.254.169.254", "172.16.0.1", "192.168.0.1")]
DISGUISED = tuple(
    f"http://{written}:{{port}}/"
    for number in NUMBERS
    for written in (
        str(number),
        hex(number),
        oct(number).replace("0o", "0"),
        ".".join(f"0{part:o}" for part in number.to_bytes(4, "big")),
        ".".join(hex(part) for part in number.to_bytes(4, "big")),
        f"[::ffff:{IPv4Address(number)}]",
        f"[::ffff:{number >> 16:x}:{number & 0xFFFF:x}]",
        f"[64:ff9b::{IPv4Address(number)}]",
        f"[2002:{number >> 16:x}:{number & 0xFFFF:x}::]",
        f"user@{IPv4Address(number)}",
        f"{IPv4Address(number)}.",
        f"%31{str(IPv4Address(number))[1:]}",
    )
)
ALL = (*(f"http://{host}:{{port}}/" for host in OURSELVES), *ELSEWHERE, *NO_ADDRESS, *DISGUISED)
FORMS = tuple(form for form in ALL if "\0" not in form)  # the database stores none of those with a NUL


@pytest.fixture
def inside() -> Iterator[Peer]:
    """A service of our own that nobody outside may reach; it answers whoever does."""
    with peer(lambda line: line.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsecret")) as listening:
        yield listening


def test_no_form_of_an_address_inside_is_ever_connected_to(inside: Peer, in_acme: Tenant, settings: Settings) -> None:
    assert len(FORMS) >= 150
    settings.BATON_ALLOW_LOOPBACK = True
    endpoint = hook("http://127.0.0.1/")
    settings.BATON_ALLOW_LOOPBACK = False
    happens()
    assert jobs.run_next(tasks.work, OUT)
    lease = Lease(uuid4(), uuid4(), "acme", planning.QUICK, {"endpoint_id": str(endpoint.id)}, 1)
    for tries, form in enumerate(FORMS, start=1):
        WebhookDelivery.objects.update(next_at=timezone.now(), state=WebhookDeliveryState.PENDING, tries=0)
        WebhookEndpoint.objects.update(url=form.replace("{port}", str(inside.port))[:500], rests_until=None)
        delivering.work(lease)
        delivery = endpoint.deliveries.get()
        assert (delivery.state, delivery.last_status, len(delivery.log)) == ("failed", None, tries), form
        assert delivery.last_problem, form
    assert inside.connected == 0


def test_what_resolves_to_an_address_inside_is_not_connected_to(
    inside: Peer, in_acme: Tenant, monkeypatch: pytest.MonkeyPatch
) -> None:
    endpoint = hook("https://8.8.8.8/")
    WebhookEndpoint.objects.update(url=f"http://localhost:{inside.port}/")
    happens()
    deliver()
    delivery = endpoint.deliveries.get()
    assert (delivery.state, delivery.last_status) == (WebhookDeliveryState.FAILED, None)
    assert "not on the public internet" in delivery.last_problem
    assert inside.connected == 0


def test_a_redirect_inside_is_not_followed(inside: Peer, in_acme: Tenant, settings: Settings) -> None:
    settings.BATON_ALLOW_LOOPBACK = True
    with receiving() as leading:
        leading.then = answers(307, Location=f"http://127.0.0.1:{inside.port}/")
        endpoint = hook(leading.url)
        happens()
        deliver()
        assert endpoint.deliveries.get().last_status == 307
        assert (len(leading.got), inside.connected) == (1, 0)


@pytest.mark.parametrize(
    "url",
    [
        "http://8.8.8.8/",
        "https://user:secret@8.8.8.8/",
        "https://127.0.0.1/",
        "https://localhost/",
        "https://169.254.169.254/latest/",
        "https://[::1]/",
        "https://8.8.8.8:22/",
        "https://8.8.8.8/#part",
        "https://no-such-name.invalid/",
        "ftp://8.8.8.8/",
        "8.8.8.8",
        "",
        "https://8.8.8.8/" + "a" * 500,
    ],
)
def test_an_address_that_cannot_be_is_refused_when_it_is_chosen(desk: Client, url: str) -> None:
    body = {"url": url, "types": ["*"]}
    answer = desk.post("/api/v1/webhooks", body, content_type="application/json")
    assert (answer.status_code, answer.json()["error"]["param"]) == (422, "url")
    assert not WebhookEndpoint.objects.exists()


def test_what_is_sent_is_bounded() -> None:
    assert (posting.SECONDS, posting.BODY_SECONDS, posting.MOST_BYTES) == (10, 2, 65536)
