"""The sandbox's manners are Stripe's: shapes, errors, idempotency, pages, events and their signatures."""

import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import httpx
import pytest
import stripe

from billing.sandbox import shapes
from billing.sandbox.store import Store
from billing.sandbox.world import World
from tests import ports
from tests.billing.sandbox import DAY, NEW_YEAR, Listener, Sandbox

KINDS: dict[str, type[stripe.StripeObject]] = {
    "billing.meter": stripe.billing.Meter,
    "billing_portal.session": stripe.billing_portal.Session,
    "charge": stripe.Charge,
    "checkout.session": stripe.checkout.Session,
    "billing_portal.configuration": stripe.billing_portal.Configuration,
    "coupon": stripe.Coupon,
    "credit_note": stripe.CreditNote,
    "customer": stripe.Customer,
    "discount": stripe.Discount,
    "event": stripe.Event,
    "invoice": stripe.Invoice,
    "payment_intent": stripe.PaymentIntent,
    "payment_method": stripe.PaymentMethod,
    "price": stripe.Price,
    "product": stripe.Product,
    "promotion_code": stripe.PromotionCode,
    "refund": stripe.Refund,
    "subscription": stripe.Subscription,
    "tax_id": stripe.TaxId,
    "test_helpers.test_clock": stripe.test_helpers.TestClock,
    "webhook_endpoint": stripe.WebhookEndpoint,
}


def all_kinds(sandbox: Sandbox) -> None:
    """One of each."""
    client = sandbox.client.v1
    coupon = client.coupons.create({"percent_off": 10})
    client.promotion_codes.create({"promotion": {"type": "coupon", "coupon": coupon.id}, "code": "TEN"})
    client.billing.meters.create(
        {"display_name": "Uses", "event_name": "use", "default_aggregation": {"formula": "sum"}}
    )
    client.webhook_endpoints.create({"url": "http://127.0.0.1:9/", "enabled_events": ["customer.created"]})
    customer = sandbox.customer()
    session = sandbox.session(customer, sandbox.plan(), allow_promotion_codes=True)
    begun = sandbox.subscription(sandbox.pays(session, code="ten").subscription)
    client.credit_notes.create({"invoice": begun.latest_invoice.id, "amount": 500, "refund_amount": 500})
    client.refunds.create({"payment_intent": begun.latest_invoice.payments.data[0].payment.payment_intent})
    client.billing_portal.configurations.create({"features": {"invoice_history": {"enabled": True}}})
    client.customers.tax_ids.create(customer.id, {"type": "eu_vat", "value": "DE123456789"})
    client.billing_portal.sessions.create({"customer": customer.id, "return_url": "http://baton.example/"})


def test_every_object_has_every_field_of_the_pinned_version(sandbox: Sandbox) -> None:
    all_kinds(sandbox)
    with sandbox.world.store.changing():
        for name, kind in KINDS.items():
            found = sandbox.world.store.all(name)
            assert found, name
            for one in found:
                wanted = {field for field in kind.__annotations__ if field != "OBJECT_NAME"}
                unset = {"deleted", "plan", "payments", "secret", "lines"} if name != "invoice" else {"deleted"}
                assert shapes.required(kind) - set(one) == set(), name
                assert {field for field in wanted - set(one) - unset if field in shapes.blank(kind)} == set(), name
                nothing = {field for field in shapes.required(kind) if one[field] is None}
                assert nothing == set(), name


def test_a_key_that_is_no_test_key_opens_nothing(sandbox: Sandbox) -> None:
    stranger = stripe.StripeClient("sk_live_secret", base_addresses={"api": sandbox.origin})
    with pytest.raises(stripe.AuthenticationError):
        stranger.v1.customers.list()


@pytest.mark.parametrize(
    ("wanted", "param"),
    [
        ({"colour": "red"}, "colour"),
        ({"invoice_settings": {"default_payment_method": "pm_none"}}, "invoice_settings[default_payment_method]"),
        ({"test_clock": "clock_none"}, "test_clock"),
    ],
)
def test_a_mistake_is_named_and_changes_nothing(sandbox: Sandbox, wanted: Any, param: str) -> None:
    with pytest.raises(stripe.InvalidRequestError) as raised:
        sandbox.client.v1.customers.create(wanted)
    assert raised.value.param == param
    assert sandbox.client.v1.customers.list().data == []
    assert sandbox.told() == []


def test_the_same_key_does_it_once_and_another_body_is_refused(sandbox: Sandbox) -> None:
    create = sandbox.client.v1.customers.create
    key: stripe.RequestOptions = {"idempotency_key": "once"}
    first, again = create({"name": "Acme"}, key), create({"name": "Acme"}, key)
    assert first.id == again.id
    assert again.last_response is not None
    assert again.last_response.headers["idempotent-replayed"] == "true"
    with pytest.raises(stripe.IdempotencyError):
        create({"name": "Globex"}, key)
    assert len(sandbox.client.v1.customers.list().data) == 1


def test_lists_come_in_pages_the_newest_first(sandbox: Sandbox) -> None:
    made = [sandbox.client.v1.products.create({"name": f"P{n}"}).id for n in range(5)]
    page = sandbox.client.v1.products.list({"limit": 2})
    assert ([one.id for one in page.data], page.has_more) == (made[:2:-1], True)
    assert [one.id for one in page.auto_paging_iter()] == made[::-1]


def test_events_reach_who_wants_them_signed_and_again_until_they_are_taken(
    sandbox: Sandbox, listener: Listener
) -> None:
    endpoint = sandbox.client.v1.webhook_endpoints.create({"url": listener.url, "enabled_events": ["customer.created"]})
    assert endpoint.secret is not None
    listener.answers = [500]
    customer = sandbox.client.v1.customers.create({"name": "Acme"})
    sandbox.client.v1.products.create({"name": "Not wanted"})
    assert [sandbox.deliver(), sandbox.deliver()] == [1, 0]
    now = sandbox.world.clock()
    sandbox.world.clock = lambda: now + 5
    assert [sandbox.deliver(), sandbox.deliver()] == [1, 0]
    assert len(listener.bodies) == 2
    for body, signature in listener.bodies:
        event = stripe.Webhook.construct_event(body, signature, endpoint.secret)
        assert (event.type, event.data.object["id"]) == ("customer.created", customer.id)
    with pytest.raises(stripe.SignatureVerificationError):
        stripe.Webhook.construct_event(listener.bodies[0][0], listener.bodies[0][1], "whsec_other")


def test_the_pages_lead_from_the_card_to_where_the_company_wants(sandbox: Sandbox) -> None:
    session = sandbox.session(
        sandbox.customer(), sandbox.plan(), success_url="http://b.example/?s={CHECKOUT_SESSION_ID}"
    )
    shown = httpx.get(session.url)
    assert "this is not Stripe" in shown.text
    assert "87.00 EUR" in shown.text
    card = {"number": "4000000000009995", "name": "<b>A</b>", "email": "a@acme.example"}
    refused = sandbox.fills(f"/checkout/{session.id}", **card)
    assert (refused.status_code, "insufficient funds" in refused.text) == (422, True)
    real = sandbox.fills(f"/checkout/{session.id}", **{**card, "number": "4111111111111111"})
    assert "non test card" in real.text
    done = sandbox.fills(f"/checkout/{session.id}", **{**card, "number": "4242424242424242"})
    assert (done.status_code, done.headers["location"]) == (303, f"http://b.example/?s={session.id}")
    home = httpx.get(sandbox.origin)
    assert "Acme" in home.text
    customer = sandbox.client.v1.customers.list().data[0].id
    assert sandbox.fills("/", customer=customer, by="month").status_code == 303
    assert sandbox.told()[-1] == "test_helpers.test_clock.ready"


def test_the_portal_changes_the_card_and_cancels(sandbox: Sandbox) -> None:
    customer, begun = sandbox.subscribed(sandbox.plan())
    session = sandbox.client.v1.billing_portal.sessions.create(
        {"customer": customer.id, "return_url": "http://b.example/"}
    )
    path = f"/portal/{session.id}"
    assert "4242" in httpx.get(session.url).text
    sandbox.fills(path, does="card", number="5555555555554444", name="B")
    assert "4444" in httpx.get(session.url).text
    sandbox.fills(path, does="cancel", subscription=begun.id)
    assert sandbox.subscription(begun.id).cancel_at == begun["items"].data[0].current_period_end
    sandbox.fills(path, does="keep", subscription=begun.id)
    assert sandbox.subscription(begun.id).cancel_at is None
    sandbox.fills(path, does="details", name="Acme GmbH", email="a@acme.example", line1="Lane 1", city="Bonn")
    assert sandbox.fills(path, does="add_tax_id", tax_id="none").status_code == 422
    sandbox.fills(path, does="add_tax_id", tax_id="DE 123456789")
    assert "DE123456789" in httpx.get(session.url).text
    assert sandbox.client.v1.customers.retrieve(customer.id).name == "Acme GmbH"


def test_the_portal_has_what_it_is_configured_to(sandbox: Sandbox) -> None:
    customer, begun = sandbox.subscribed(sandbox.plan())
    features: Any = {"payment_method_update": {"enabled": True}, "subscription_cancel": {"enabled": False}}
    made = sandbox.client.v1.billing_portal.configurations.create({"features": features})
    session = sandbox.client.v1.billing_portal.sessions.create({"customer": customer.id, "configuration": made.id})
    shown = httpx.get(session.url).text
    assert ("Use this card" in shown, "Cancel at the end" in shown, "VAT numbers" in shown) == (True, False, False)
    assert sandbox.fills(f"/portal/{session.id}", does="cancel", subscription=begun.id).status_code == 422
    assert sandbox.subscription(begun.id).cancel_at is None


def test_a_code_is_shown_before_anything_is_paid(sandbox: Sandbox) -> None:
    coupon = sandbox.client.v1.coupons.create({"percent_off": 20, "duration": "repeating", "duration_in_months": 3})
    sandbox.client.v1.promotion_codes.create({"promotion": {"type": "coupon", "coupon": coupon.id}, "code": "TWENTY"})
    session = sandbox.session(sandbox.customer(), sandbox.plan(), allow_promotion_codes=True)
    shown = sandbox.fills(f"/checkout/{session.id}", does="apply", code="twenty", number="4000 0025 0000 3155")
    for said in ("20% off, for 3 months", "Pay 69.60 EUR", 'value="4000 0025 0000 3155"'):
        assert said in shown.text
    wrong = sandbox.fills(f"/checkout/{session.id}", does="apply", code="fifty")
    assert ("invalid" in wrong.text, "Pay 87.00 EUR" in wrong.text, wrong.status_code) == (True, True, 422)
    assert sandbox.client.v1.checkout.sessions.retrieve(session.id).status == "open"


def test_time_is_moved_for_a_company_that_was_there_before_its_clock(sandbox: Sandbox) -> None:
    real = NEW_YEAR + 60 * DAY
    sandbox.world.clock = lambda: float(real)
    customer = sandbox.client.v1.customers.create({"name": "Acme"})
    sandbox.fills("/", customer=customer.id, by="from", at=str(NEW_YEAR))
    begun = sandbox.pays(sandbox.session(customer, sandbox.plan())).subscription
    assert sandbox.subscription(begun).created == NEW_YEAR
    assert sandbox.fills("/", customer=customer.id, by="from", at="1").status_code == 422
    sandbox.fills("/", customer=customer.id, by="period")
    bills = sandbox.client.v1.invoices.list({"customer": customer.id}).data
    assert [one.status for one in bills] == ["paid", "paid"]
    assert "Back to the real clock" in httpx.get(sandbox.origin).text
    sandbox.fills("/", customer=customer.id, by="back")
    now = sandbox.subscription(begun)
    assert (now.test_clock, now["items"].data[0].current_period_start) == (None, NEW_YEAR + 59 * DAY)
    sandbox.fills("/", customer=customer.id, by="month")
    ahead = sandbox.subscription(begun)
    assert ahead["items"].data[0].current_period_start == NEW_YEAR + 59 * DAY + 31 * DAY
    assert sandbox.fills("/", customer=customer.id, by="back").status_code == 422


def test_links_lead_to_where_the_sandbox_is_now(tmp_path: Path) -> None:
    before = World(Store(tmp_path / "kept"), origin="http://127.0.0.1:1")
    before.settle()
    with before.store.changing():
        before.store.put({"id": "in_1", "object": "invoice", "page": "http://127.0.0.1:1/invoice/in_1"})
    after = World(Store(tmp_path / "kept"), origin="http://127.0.0.1:2")
    after.settle()
    assert (after.store.find("in_1") or {})["page"] == "http://127.0.0.1:2/invoice/in_1"


def test_as_a_process_of_its_own_it_keeps_its_state_and_needs_no_settings(tmp_path: Path) -> None:
    port = ports.free_port()
    asked = [sys.executable, "-m", "billing.sandbox", "--port", str(port), "--data", str(tmp_path / "sandbox.sqlite3")]
    origin = f"http://127.0.0.1:{port}"
    client = stripe.StripeClient("sk_test_sandbox", base_addresses={"api": origin}, max_network_retries=0)
    for made in (0, 1):
        with subprocess.Popen(asked, env={"PATH": ""}) as process:
            wait_for(origin)
            assert len(client.v1.customers.list().data) == made
            assert [one.code for one in client.v1.promotion_codes.list().data] == ["WELCOME20"]
            customer = client.v1.customers.create({"name": "Acme"})
            price = Sandbox(World(Store(), origin=origin), client, origin).plan()
            session = client.v1.checkout.sessions.create(
                {
                    "mode": "subscription",
                    "customer": customer.id,
                    "line_items": [{"price": price.id, "quantity": 1}],
                    "success_url": "http://b.example/",
                }
            )
            assert "29.00 EUR" in httpx.get(str(session.url)).text
            process.terminate()


def wait_for(origin: str) -> None:
    """Until it answers, for 15 seconds at most."""
    for _ in range(150):
        with suppress(httpx.TransportError):
            httpx.get(origin)
            return
        time.sleep(0.1)
    raise TimeoutError(origin)


def test_it_does_not_start_with_production_settings() -> None:
    environment = {"DJANGO_SETTINGS_MODULE": "config.settings.prod", "PATH": ""}
    asked = [sys.executable, "-m", "billing.sandbox"]
    done = subprocess.run(asked, env=environment, capture_output=True, text=True, timeout=30, check=False)
    assert done.returncode == 1
    assert "does not start with production settings" in done.stderr
