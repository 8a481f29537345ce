"""A company's own host name: proven by a record in the DNS, then it works; looked at again, never lost in silence."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings

from agents.models import Agent
from config.settings import base
from tenants import claims, current, hosts
from tenants.models import Domain, DomainClaim, Job, Tenant
from tenants.trail import audit
from tenants.trail.models import AuditEntry
from tests import cast
from tests.clients import HostClient
from tests.dns_server import NameServer, name_server
from tests.settings.sending import get, post, refused
from tests.settings.working import work_off

HELP = "help.acme.example"


@pytest.fixture(autouse=True)
def dns(settings: Settings) -> Iterator[NameServer]:
    """The name server that Baton asks."""
    with name_server() as server:
        settings.DNS_SERVERS, settings.DNS_SECONDS = [server.address], 0.5
        yield server


def claimed(client: Client, domain: str = HELP) -> Any:
    reply = post(client, "domains", domain=domain)
    assert reply.status_code == 201, reply.content
    return reply.json()


def publish(dns: NameServer, entry: Any) -> None:
    dns.txt[entry["record"]["name"]] = ["v=spf1 -all", entry["record"]["value"]]


def checked(client: Client, entry: Any) -> Any:
    DomainClaim.objects.filter(pk=entry["id"]).update(checked_at=None)
    return post(client, f"domains/{entry['id']}/check").json()


def works(host: str) -> bool:
    hosts.forget()
    return bool(HostClient(host).get("/sign-in/").status_code == 200)


def next_look() -> timedelta:
    """When the waiting job will look, from now."""
    return Job.objects.get(kind=claims.KIND, state="ready").run_at - timezone.now()


def days_later(days: float) -> None:
    """As if what is stored about domains had happened so many days before."""
    for job in Job.objects.filter(kind=claims.KIND):
        for key in ("since", "gone"):
            if key in job.ids:
                job.ids[key] -= int(days * 86_400)
        job.save()


def test_a_claim_waits_for_its_record(admin: Client) -> None:
    made = claimed(admin)
    assert made["domain"] == HELP
    assert (made["state"], made["problem"], made["checked_at"], made["primary"]) == ("waiting", None, None, False)
    assert (made["record"]["type"], made["record"]["name"]) == ("TXT", f"_baton-proof.{HELP}")
    assert len(made["record"]["value"]) > 40
    assert made["points_to"] == "acme.localhost"
    assert get(admin, "domains")["data"] == [made]
    assert not works(HELP)


def test_a_proven_domain_leads_to_the_company(admin: Client, alice: Agent, dns: NameServer) -> None:
    made = claimed(admin)
    assert checked(admin, made)["problem"] == claims.NOT_YET
    publish(dns, made)
    shown = checked(admin, made)
    assert (shown["state"], shown["problem"]) == ("live", None)
    assert works(HELP)
    there = cast.signed_in(HostClient(HELP), alice.email)
    assert get(there, "me")["workspace"]["host"] == "acme.localhost"
    assert get(there, "workspace")["widget"]["snippet"].count("acme.localhost") == 1
    assert [entry.action for entry in AuditEntry.objects.filter(object_kind="domain")] == [
        "domain.proven",
        "domain.claimed",
    ]


def test_a_removed_domain_leads_nowhere(admin: Client, dns: NameServer) -> None:
    made = claimed(admin)
    publish(dns, made)
    checked(admin, made)
    assert admin.delete(f"/api/v1/domains/{made['id']}").status_code == 204
    assert not works(HELP)
    assert get(admin, "domains")["data"] == []
    assert work_off(claims.KIND, most=3) == 1  # its job finds nothing to do and writes no other
    assert claimed(admin)["record"]["value"] != made["record"]["value"]


def test_the_job_finds_the_record_by_itself(admin: Client, dns: NameServer) -> None:
    made = claimed(admin)
    assert timedelta(seconds=50) < next_look() <= timedelta(minutes=1)
    work_off(claims.KIND, most=1)
    publish(dns, made)
    work_off(claims.KIND, most=1)
    assert get(admin, "domains")["data"][0]["state"] == "live"
    assert works(HELP)
    assert timedelta(days=6, hours=23) < next_look() <= timedelta(days=7)
    assert AuditEntry.objects.get(action="domain.proven").actor_kind == "system"


def test_the_job_looks_ever_more_seldom_and_ends_after_a_week(admin: Client) -> None:
    claimed(admin)
    waits = []
    for minutes in (0, 5, 60, 24 * 60):
        days_later(minutes / 1440)
        work_off(claims.KIND, most=1)
        waits.append(round(next_look().total_seconds() / 60))
    assert waits == [1, 5, 65, 360]
    days_later(7)
    work_off(claims.KIND, most=1)
    assert not Job.objects.filter(kind=claims.KIND).exists()
    assert get(admin, "domains")["data"][0]["problem"] == claims.NEVER_CAME
    checked(admin, get(admin, "domains")["data"][0])
    assert timedelta(seconds=50) < next_look() <= timedelta(minutes=1)


def test_a_proof_that_vanishes_takes_nothing_away_and_is_missed_aloud_after_a_week(
    admin: Client, dns: NameServer
) -> None:
    made = claimed(admin)
    publish(dns, made)
    checked(admin, made)
    dns.txt.clear()
    work_off(claims.KIND, most=1)
    shown = get(admin, "domains")["data"][0]
    assert (shown["state"], shown["problem"]) == ("live", claims.GONE)
    assert timedelta(hours=23) < next_look() <= timedelta(days=1)
    assert not AuditEntry.objects.filter(action="domain.proof_missed").exists()
    days_later(7)
    for _ in range(3):
        work_off(claims.KIND, most=1)
    assert AuditEntry.objects.filter(action="domain.proof_missed").count() == 1
    assert works(HELP)
    publish(dns, made)
    work_off(claims.KIND, most=1)
    assert get(admin, "domains")["data"][0]["problem"] is None
    assert next_look() > timedelta(days=6)


@pytest.mark.parametrize("mood", ["broken", "garbled"])
def test_a_name_server_that_fails_changes_nothing(admin: Client, dns: NameServer, mood: str) -> None:
    made = claimed(admin)
    publish(dns, made)
    dns.mood = mood
    assert checked(admin, made)["problem"] == claims.NO_ANSWER
    dns.mood = "well"
    checked(admin, made)
    dns.mood = mood
    work_off(claims.KIND, most=1)
    shown = get(admin, "domains")["data"][0]
    assert (shown["state"], shown["problem"]) == ("live", claims.NO_ANSWER)
    assert timedelta(minutes=59) < next_look() <= timedelta(hours=1)
    assert works(HELP)


def test_a_silent_name_server_is_given_up_in_seconds(admin: Client, dns: NameServer) -> None:
    made = claimed(admin)
    dns.mood = "silent"
    began = timezone.now()
    assert checked(admin, made)["problem"] == claims.NO_ANSWER
    assert timezone.now() - began < timedelta(seconds=3)
    assert base.DNS_SECONDS <= 5


@pytest.mark.parametrize(
    ("records", "proven"),
    [
        (["{value}"], True),
        (["other", "{value}"], True),
        (["{value}x"], False),
        (["x{value}"], False),
        (["baton-"], False),
        ([""], False),
        (["x" * 600], False),
    ],
)
def test_only_the_very_proof_counts(admin: Client, dns: NameServer, records: list[str], proven: bool) -> None:  # noqa: FBT001
    made = claimed(admin)
    dns.txt[made["record"]["name"]] = [text.format(value=made["record"]["value"]) for text in records]
    assert (checked(admin, made)["state"] == "live") is proven
    assert works(HELP) is proven


def test_names_are_kept_in_ascii(admin: Client) -> None:
    assert claimed(admin, "https://Hilfe.Bücher.example./")["domain"] == "hilfe.xn--bcher-kva.example"


@pytest.mark.parametrize(
    "domain",
    [
        "",
        "localhost",
        "acme",
        "acme.localhost",
        "globex.localhost",
        "new.localhost",
        "LOCALHOST.",
        "127.0.0.1",
        "10.0.0.1",
        "::1",
        "[::1]",
        "1.2.3",
        "a..b.example",
        "-a.example",
        "a_b.example",
        "a b.example",
        "*.acme.example",
        "acme.example/path",
        "acme.example:8000",
        "me@acme.example",
        "x" * 64 + ".example",
        ".".join(["x" * 50] * 5) + ".example",
        "acme.example\u202e",
        "⒈.example",
    ],
)
def test_names_that_nobody_can_own_are_refused(admin: Client, domain: str) -> None:
    assert refused(post(admin, "domains", domain=domain)) == (422, "domain")
    assert not DomainClaim.objects.exists()
    assert not Job.objects.filter(kind=claims.KIND).exists()


def test_another_companys_domain_is_refused(admin: Client, globex: Tenant, dns: NameServer) -> None:
    made = claimed(admin)
    Domain.objects.create(domain=HELP, tenant=globex, is_primary=False)
    assert refused(post(admin, "domains", domain=f"HTTPS://{HELP}")) == (409, "domain")
    publish(dns, made)
    shown = checked(admin, made)
    assert (shown["state"], shown["problem"]) == ("waiting", claims.TAKEN)
    assert Domain.objects.get(domain=HELP).tenant_id == globex.pk
    admin.delete(f"/api/v1/domains/{made['id']}")
    assert Domain.objects.get(domain=HELP).tenant_id == globex.pk


def test_of_two_who_claim_the_one_who_proves_gets_it(admin: Client, globex: Tenant, dns: NameServer) -> None:
    ours = claimed(admin)
    with current.entered(globex):
        theirs = claims.claim(HELP, actor=audit.by_system())
    assert theirs.proof != ours["record"]["value"]
    dns.txt[ours["record"]["name"]] = [theirs.proof]
    assert checked(admin, ours)["state"] == "waiting"
    with current.entered(globex):
        claims.check_now(theirs, actor=audit.by_system())
    assert Domain.objects.get(domain=HELP).tenant_id == globex.pk
    assert get(admin, "domains")["data"][0]["state"] == "waiting"


def test_a_domain_is_claimed_once_and_ten_are_the_most(admin: Client) -> None:
    claimed(admin)
    assert refused(post(admin, "domains", domain=HELP)) == (422, "domain")
    for number in range(9):
        claimed(admin, f"h{number}.acme.example")
    assert refused(post(admin, "domains", domain="more.acme.example")) == (422, "domain")
    assert DomainClaim.objects.count() == 10


def test_asking_again_at_once_asks_the_dns_once(admin: Client, dns: NameServer) -> None:
    made = claimed(admin)
    for _ in range(3):
        assert post(admin, f"domains/{made['id']}/check").status_code == 200
    assert dns.asked == [made["record"]["name"]]


def test_only_admins_change_domains_and_only_their_own(
    admin: Client, supervisor: Client, desk: Client, globex: Tenant
) -> None:
    made = claimed(admin)
    assert get(supervisor, "domains")["data"][0]["id"] == made["id"]
    assert refused(desk.get("/api/v1/domains")) == (403, None)
    assert refused(post(supervisor, "domains", domain="x.acme.example")) == (403, None)
    assert refused(post(supervisor, f"domains/{made['id']}/check")) == (403, None)
    assert refused(supervisor.delete(f"/api/v1/domains/{made['id']}")) == (403, None)
    with current.entered(globex):
        theirs = claims.claim("help.globex.example", actor=audit.by_system())
    assert refused(post(admin, f"domains/{theirs.id}/check")) == (404, "domain_id")
    assert refused(admin.delete(f"/api/v1/domains/{theirs.id}")) == (404, "domain_id")
    assert DomainClaim.objects.count() == 2


def test_the_list_costs_two_queries_more(admin: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for number in range(3):
        claimed(admin, f"h{number}.acme.example")
    with django_assert_num_queries(5):  # search path, session, agent, primary host, claims
        get(admin, "domains")
