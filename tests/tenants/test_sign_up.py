"""Sign-up through its doors: a form, a letter, a button, a workspace; and nothing told to those who only look."""

import hashlib
import re
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, parse_qsl

import pytest
from django.contrib.auth.hashers import check_password
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import Settings

from agents.models import Agent, Role, Team
from assistant.models import Article
from assistant.skills import configured
from assistant.skills.awaiting import NEEDS
from billing import choice
from conversations.models import WidgetSettings
from escalation import versions
from escalation.rules import RuleBook
from tenants import current, hosts, migrating
from tenants.models import Domain, Job, SignUp, Tenant
from tenants.trail.models import AuditEntry
from tests import cast
from tests.clients import HostClient
from tests.mail.postbox import Postbox
from tests.tenants.conftest import do_jobs, link_in, newest

FORM = {
    "company": "Hooli Bikes Ltd.",
    "person": "Ada Lovelace",
    "email": "Ada@Hooli.example",
    "password": "a wheel and a half",
    "time_zone": "Europe/Lisbon",
}


def signs_up(client: Client, **other: str) -> Any:
    """Fill in the form and send it."""
    return client.post("/sign-up/", {**FORM, **other})


@pytest.fixture
def link(own_database: str, public_client: Client, box: Postbox) -> str:
    """The path in the letter of somebody who just signed up."""
    assert signs_up(public_client)["Location"] == "/sign-up/sent/"
    do_jobs()
    return link_in(newest(box))


def test_a_company_signs_up_confirms_and_comes_in_as_its_owner(link: str, public_client: Client, box: Postbox) -> None:
    assert box.only()["To"] == "ada@hooli.example"
    page = public_client.get(link)
    assert "Open the workspace" in page.content.decode()
    assert "form-action 'self' http://*.localhost" in page["Content-Security-Policy"]
    assert not Tenant.objects.filter(name="Hooli Bikes Ltd.").exists()  # looking opens nothing

    opened = public_client.post(link)
    assert opened.status_code == 302
    assert opened["Location"].startswith("http://hooli-bikes.localhost/enter/")
    desk = HostClient("hooli-bikes.localhost")
    entered = desk.get(opened["Location"].removeprefix("http://hooli-bikes.localhost"))
    assert entered["Location"] == "/console/welcome"
    assert desk.get("/api/v1/me").json()["name"] == "Ada Lovelace"


def test_the_ticket_of_the_letter_lets_in_once(link: str, public_client: Client) -> None:
    path = public_client.post(link)["Location"].removeprefix("http://hooli-bikes.localhost")
    assert HostClient("hooli-bikes.localhost").get(path)["Location"] == "/console/welcome"
    assert HostClient("hooli-bikes.localhost").get(path)["Location"] == "/sign-in/"
    assert HostClient("acme.localhost").get(path)["Location"] == "/sign-in/"


def test_the_fresh_workspace_has_rules_a_team_a_greeting_and_no_knowledge(link: str, public_client: Client) -> None:
    public_client.post(link)
    tenant = Tenant.objects.get(name="Hooli Bikes Ltd.")
    assert (tenant.schema_name, tenant.time_zone) == ("hooli_bikes", "Europe/Lisbon")
    assert tenant.schema_version == migrating.version()
    with current.entered(tenant):
        assert isinstance(versions.published(), RuleBook)
        owner = Agent.objects.get()
        assert (owner.email, owner.role, owner.tour_due) == ("ada@hooli.example", Role.OWNER, True)
        assert check_password(FORM["password"], owner.password)
        assert (
            [team.name for team in owner.teams.all()] == ["Customer care"] == [team.name for team in Team.objects.all()]
        )
        assert "Hooli Bikes Ltd." in WidgetSettings.objects.get().greeting
        assert not Article.objects.exists()
        entry = AuditEntry.objects.get(action="workspace.opened")
        assert (entry.actor_name, entry.object_name) == ("Ada Lovelace", "Hooli Bikes Ltd.")
        on = {name for name, one in configured.listed().items() if one.on}
        assert not on & {skill.name for kind in NEEDS.values() for skill in kind}  # there is no order to be asked for
        assert "collect_information" in on


def test_a_workspace_that_is_opened_in_german_speaks_german(link: str, public_client: Client) -> None:
    public_client.post(link, headers={"Accept-Language": "de-AT,de;q=0.9"})
    tenant = Tenant.objects.get(name="Hooli Bikes Ltd.")
    assert tenant.languages == ["de"]
    with current.entered(tenant):
        assert WidgetSettings.objects.get().greeting.startswith("Guten Tag")
        team = Team.objects.get()
        assert team.name == "Kundenbetreuung"
        book = versions.published()
        assert isinstance(book, RuleBook)
        assert {rule.team for rule in book.rules} == {team.name}
        assert book.rules[0].name == "Wer in Not ist, bekommt zuerst einen Menschen"


def test_the_owner_signs_in_with_the_password_and_a_customer_is_served(link: str, public_client: Client) -> None:
    public_client.post(link)
    client = HostClient("hooli-bikes.localhost")
    assert client.post("/sign-in/", {"email": "ada@hooli.example", "password": FORM["password"]}).status_code == 302
    assert client.get("/widget/").status_code == 200
    with current.entered(Tenant.objects.get(schema_name="hooli_bikes")):
        customer = cast.customer()
        assert cast.answered(customer, "I want to talk to a person!").holder == "queue"


def test_neither_the_table_nor_the_job_holds_a_token_or_a_password(
    own_database: str, public_client: Client, box: Postbox
) -> None:
    signs_up(public_client)
    kept = SignUp.objects.get()
    (job,) = Job.objects.filter(kind="sign_up_letter")
    do_jobs()
    token = link_in(newest(box)).split("/")[2]
    assert kept.digest == hashlib.sha256(token.encode()).hexdigest()
    assert job.ids == {"sign_up_id": str(kept.id), "origin": "http://localhost"}
    assert FORM["password"] not in kept.password
    public_client.post(f"/verify/{token}/")
    kept.refresh_from_db()
    assert (kept.password, kept.address) == ("", None)


def test_the_letters_link_stays_on_our_host_whatever_the_request_says(
    own_database: str, box: Postbox, settings: Settings
) -> None:
    settings.ORIGIN = "https://baton.example"
    signs_up(HostClient("127.0.0.1:6666"))
    do_jobs()
    assert "https://baton.example/verify/" in newest(box)
    assert HostClient("evil.example").post("/sign-up/", FORM).status_code == 404
    assert SignUp.objects.count() == 1


def test_an_address_with_a_workspace_gets_a_letter_that_says_so_and_the_page_is_the_same(
    link: str, public_client: Client, box: Postbox
) -> None:
    public_client.post(link)
    fresh, known = signs_up(public_client, email="new@hooli.example"), signs_up(public_client)
    assert (fresh.status_code, fresh["Location"]) == (known.status_code, known["Location"])
    do_jobs()
    letters = {str(mail["To"]): mail for mail in box.mails[1:]}
    assert letters["new@hooli.example"]["Subject"] == "Open the workspace of Hooli Bikes Ltd."
    assert letters["ada@hooli.example"]["Subject"] == "You have a workspace already"
    assert "http://hooli-bikes.localhost/sign-in/" in newest(box)
    again = public_client.post(link_in(newest(box)))
    assert again["Location"].startswith("http://hooli-bikes-2.localhost/enter/")


def test_a_link_that_ran_out_opens_nothing(link: str, public_client: Client) -> None:
    SignUp.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    for response in (public_client.get(link), public_client.post(link)):
        assert response.status_code == 404
        assert "does not work any more" in response.content.decode()
    assert not Tenant.objects.filter(name="Hooli Bikes Ltd.").exists()


@pytest.mark.parametrize("token", ["x", "..%2f..%2f", "a" * 5000, "%00", "ⓣ"])
def test_an_invented_link_opens_nothing(own_database: str, public_client: Client, token: str) -> None:
    before = Tenant.objects.count()
    assert public_client.get(f"/verify/{token}/").status_code == 404
    assert public_client.post(f"/verify/{token}/").status_code == 404
    assert Tenant.objects.count() == before


def test_a_used_link_leads_to_the_sign_in_only(link: str, public_client: Client) -> None:
    public_client.post(link)
    SignUp.objects.update(verified_at=timezone.now() - timedelta(minutes=2))
    assert "open already" in public_client.get(link).content.decode()
    assert public_client.post(link)["Location"] == "http://hooli-bikes.localhost/sign-in/"
    assert Tenant.objects.filter(name="Hooli Bikes Ltd.").count() == 1


@pytest.mark.parametrize("company", ["Admin", "www", "Baton", "Public", "acme"])
def test_a_reserved_or_taken_name_gets_another_host(
    own_database: str, public_client: Client, box: Postbox, company: str
) -> None:
    signs_up(public_client, company=company)
    do_jobs()
    public_client.post(link_in(newest(box)))
    assert Tenant.objects.get(name=company, schema_name__endswith="_2")
    assert Domain.objects.filter(domain=f"{company.lower()}-2.localhost").exists()


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("company", "", "required"),
        ("company", "x", "at least 2"),
        ("company", "Win at https://evil.example/ now", "name only"),
        ("person", "www.evil.example", "name only"),
        ("email", "no address", "does not look like"),
        ("password", "short", "too short"),
        ("password", "password123", "too common"),
    ],
)
def test_a_wrong_field_is_named_and_nothing_is_kept(
    public_client: Client, box: Postbox, field: str, value: str, says: str
) -> None:
    response = signs_up(public_client, **{field: value})
    page = response.content.decode()
    assert response.status_code == 200
    assert f'id="id_{field}_error"' in page
    assert says in page
    assert FORM["password"] not in page
    assert not SignUp.objects.exists()
    assert not Job.objects.exists()


def test_an_unknown_time_zone_is_utc(public_client: Client, box: Postbox) -> None:
    signs_up(public_client, time_zone="../../etc/passwd")
    assert SignUp.objects.get().time_zone == "UTC"


def test_the_fourth_sign_up_of_an_address_within_an_hour_waits(
    public_client: Client, box: Postbox, settings: Settings
) -> None:
    for number in range(3):
        assert signs_up(public_client, email=f"{number}@x.example").status_code == 302
    refused = signs_up(public_client, email="4@x.example")
    assert (refused.status_code, refused["Retry-After"]) == (429, "3600")
    assert "try again in an hour" in refused.content.decode()
    assert SignUp.objects.count() == 3
    SignUp.objects.update(created_at=timezone.now() - timedelta(hours=1, seconds=1))
    assert signs_up(public_client, email="4@x.example").status_code == 302


def test_a_mailbox_gets_three_letters_an_hour_whoever_asks_and_nobody_is_told(
    public_client: Client, box: Postbox
) -> None:
    for number in range(5):
        response = signs_up(HostClient("localhost", REMOTE_ADDR=f"192.0.2.{number}"))
        assert response["Location"] == "/sign-up/sent/"
    do_jobs()
    assert len(box.came) == 3


def test_what_is_old_is_forgotten(public_client: Client, box: Postbox) -> None:
    signs_up(public_client)
    SignUp.objects.update(expires_at=timezone.now() - timedelta(days=8))
    signs_up(public_client, email="other@x.example")
    assert [asked.email for asked in SignUp.objects.all()] == ["other@x.example"]


def test_without_a_mail_server_the_page_says_what_is_missing(public_client: Client, settings: Settings) -> None:
    settings.MAIL_LEAVES = False
    for response in (public_client.get("/sign-up/"), signs_up(public_client)):
        assert "EMAIL_URL" in response.content.decode()
    assert not SignUp.objects.exists()


def test_a_foreign_page_cannot_fill_in_the_form(own_database: str, box: Postbox) -> None:
    strict = HostClient("localhost", enforce_csrf_checks=True)
    assert strict.post("/sign-up/", FORM).status_code == 403
    assert not SignUp.objects.exists()


def test_a_company_that_was_closed_has_no_link_any_more(link: str, public_client: Client) -> None:
    public_client.post(link)
    Tenant.objects.filter(name="Hooli Bikes Ltd.").delete()
    hosts.forget()
    assert public_client.post(link).status_code == 404


def hidden(page: str) -> dict[str, str]:
    """The plan that the form carries."""
    return dict(re.findall(r'type="hidden" name="(plan|interval)" value="(\w+)"', page))


def test_the_plan_that_somebody_chose_is_kept_until_they_are_in(
    own_database: str, box: Postbox, settings: Settings
) -> None:
    settings.STRIPE_API_KEY = "sk_test"
    browser = HostClient("localhost")
    form = browser.get("/sign-up/?plan=team&interval=year&email=e@evil.example").content.decode()
    assert "You chose" in form
    assert "evil" not in form
    assert signs_up(browser, **hidden(form)).status_code == 302
    do_jobs()
    link = link_in(newest(box))
    opened = HostClient("localhost").post(link)["Location"]  # whoever reads the letter has another browser
    desk = HostClient("hooli-bikes.localhost")
    page = "/console/billing?choose=team&interval=year"
    assert desk.get(opened.removeprefix("http://hooli-bikes.localhost"))["Location"] == page
    SignUp.objects.update(verified_at=timezone.now() - timedelta(minutes=2))
    later = HostClient("localhost").post(link)["Location"].partition("/sign-in/?")[2]
    assert parse_qs(later) == {"next": [page]}


@pytest.mark.parametrize(
    ("key", "address", "carries"),
    [
        ("sk_test", "?plan=business", {"plan": "business", "interval": "month"}),
        ("sk_test", "?plan=free&interval=year", {}),
        ("sk_test", "?plan=//evil.example&interval=%00", {}),
        ("", "?plan=team&interval=year", {}),
    ],
)
def test_only_a_plan_that_is_sold_here_is_carried_on(
    public_client: Client, settings: Settings, key: str, address: str, carries: dict[str, str]
) -> None:
    settings.STRIPE_API_KEY = key
    assert hidden(public_client.get(f"/sign-up/{address}").content.decode()) == carries
    chosen = choice.read(carries.get("plan", ""), carries.get("interval", ""))
    assert dict(parse_qsl(chosen.query if chosen else "")) == carries
