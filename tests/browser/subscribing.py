"""A company uses most of its trial, is told so, subscribes with a card that asks for a proof, and sees its invoice."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from email import message_from_bytes, policy
from mailbox import Maildir

from django.utils import timezone
from playwright.sync_api import Page, expect

from billing import ledger
from billing.ledger import Unit
from billing.models import How
from billing.plans import TRIAL_INCLUDED
from conversations import allowance
from tenants import current, ids
from tenants.models import Domain
from tests import database
from tests.browser.conftest import Public, both

ASKS_FOR_PROOF = "4000 0025 0000 3155"
PATIENCE = 30_000  # milliseconds; a worker, a letter and an event of the sandbox stand in between


def use_four_fifths(public: Public, host: str) -> None:
    """The ledger as it stands once the assistant has resolved so many; what follows of it, Baton does itself."""
    with ThreadPoolExecutor(1) as beside:  # the browser's event loop runs in this thread
        beside.submit(_resolve, public.running.database_url, host, TRIAL_INCLUDED * 4 // 5).result()


def _resolve(database_url: str, host: str, many: int) -> None:
    ended = timezone.now() - timedelta(minutes=5)
    units = [Unit(ids.uuid7(), 1, ended, How.SATISFIED) for _ in range(many)]
    with database.in_use(database_url), current.entered(Domain.objects.get(domain=host).tenant):
        ledger.count(units)
        allowance.soon()


def be_told(page: Page, public: Public, workspace: str) -> None:
    """By a letter, and on every page of the console; from there it is one step to where something can be done."""
    _wait_for_letter(page, public, "80 % of")
    page.goto(f"{workspace}/console/")
    notice = page.get_by_text("80% of this period's resolutions are used.")
    expect(notice).to_be_visible()
    both(page, "14-told")
    page.goto(f"{workspace}/console/billing/usage")
    expect(page.get_by_text("400").first).to_be_visible()
    both(page, "15-usage")


def subscribe(page: Page, workspace: str) -> None:
    """Team, two seats; the bank asks once, and nothing is paid before the trial is over."""
    page.goto(f"{workspace}/console/billing")
    team = page.get_by_role("article", name="Team")
    expect(team).to_be_visible()
    both(page, "16-plans")
    team.get_by_role("button", name="Choose Team").click()
    page.get_by_label("Seats").fill("2")
    both(page, "17-choose")
    page.get_by_role("button", name="Go on").click()
    sums = page.get_by_role("table", name="What it costs")
    expect(sums.get_by_role("row", name=re.compile("^To pay now"))).to_contain_text("0.00")
    both(page, "18-preview")
    for loss in page.get_by_role("dialog").get_by_role("checkbox").all():
        loss.check()
    page.get_by_role("button", name="Go to payment").click()
    expect(page.get_by_text("Sandbox: this is not Stripe")).to_be_visible()
    both(page, "19-checkout")
    page.get_by_label("Card number").fill(ASKS_FOR_PROOF)
    page.get_by_label("Street and number").fill("Pedal Lane 7")
    page.get_by_label("Postal code").fill("10115")
    page.get_by_label("City").fill("Berlin")
    page.get_by_role("button", name="Subscribe, and pay nothing today").click()
    both(page, "20-bank")
    page.get_by_role("button", name="Yes, keep it").click()
    expect(page.get_by_role("heading", name="You are on Team. Thank you.")).to_be_visible()
    expect(page.get_by_text("Nothing was charged: what is left of your trial is yours.")).to_be_visible()
    both(page, "21-subscribed")


def see_the_first_invoice(page: Page, public: Public, workspace: str) -> None:
    """Time goes on to the trial's end; two seats are paid, and the invoice stands in the console with its lines."""
    page.goto(public.sandbox)
    page.get_by_role("group", name="Move time on for Hooli Bikes Ltd.").get_by_role("button", name="trial").click()
    both(page, "22-sandbox")
    page.goto(f"{workspace}/console/billing/invoices")
    invoice = page.get_by_role("table", name="Invoices").get_by_role("row").filter(has_text="58.00")
    expect(invoice).to_contain_text("Paid", timeout=PATIENCE)
    invoice.get_by_role("button").click()
    both(page, "23-invoice")
    page.goto(f"{workspace}/console/billing")
    expect(page.get_by_role("heading", name=re.compile("^Team"))).to_contain_text("Active", timeout=PATIENCE)
    both(page, "24-active")


def _wait_for_letter(page: Page, public: Public, subject: str) -> None:
    for _ in range(PATIENCE // 200):
        letters = [message_from_bytes(raw.as_bytes(), policy=policy.default) for raw in Maildir(public.letters)]
        if any(subject in str(letter["Subject"]) for letter in letters):
            return
        page.wait_for_timeout(200)
    raise AssertionError(f"No letter with {subject!r} came.")
