"""The audit log over REST: filters, pages, files, and who may read it."""

import csv
import io
import json
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from agents.models import Role
from tenants import current
from tenants.models import Tenant
from tenants.trail import audit
from tenants.trail.audit import HIDDEN, About, Actor
from tenants.trail.models import ActorKind, AuditEntry
from tests import cast
from tests.cast import signed_in
from tests.clients import HostClient

ALICE = Actor(ActorKind.AGENT, id="agt_1", name="Alice Example", address="203.0.113.7", request_id="req_1")
OWN = ("session.", "signed", "account.")


@pytest.fixture
def desk(acme: Tenant, acme_client: Client) -> Client:
    """Alice, an admin of acme, signed in; acme is not entered."""
    with current.entered(acme):
        cast.agent("alice", Role.ADMIN)
        cast.agent("bob")
    return signed_in(acme_client, "alice@example.com")


def write(tenant: Tenant, action: str, *, name: str = "Thing", actor: Actor = ALICE) -> AuditEntry:
    with current.entered(tenant):
        return audit.record(action, actor=actor, about=About("thing", id="thg_1", name=name))


def listed(client: Client, query: str = "") -> list[dict[str, object]]:
    response = client.get(f"/api/v1/audit?{query}")
    assert response.status_code == 200, response.content
    return list(response.json()["data"])


def test_the_newest_comes_first_with_all_that_was_written_down(acme: Tenant, desk: Client) -> None:
    with current.entered(acme):
        audit.record("old.done", actor=ALICE, about=About("thing"))
        audit.record(
            "role.changed",
            actor=ALICE,
            about=About("agent", id="agt_2", name="Bob"),
            changes={"role": ("agent", "admin")},
        )
    newest = listed(desk, "actor=agt_1")[0]
    assert {name: value for name, value in newest.items() if name not in {"id", "at"}} == {
        "actor": {"kind": "agent", "id": "agt_1", "name": "Alice Example", "via": None},
        "action": "role.changed",
        "object": {"kind": "agent", "id": "agt_2", "name": "Bob"},
        "changes": {"role": ["agent", "admin"]},
        "address": "203.0.113.7",
        "request_id": "req_1",
    }


def test_a_secret_is_never_written_down(in_acme: Tenant) -> None:
    changes = {"client_secret": ("old", "new"), "password": (None, "x"), "issuer": ("a", "b")}
    made = audit.record("sso.changed", actor=ALICE, about=About("sso"), changes=changes)
    made.refresh_from_db()
    assert made.changes == {"client_secret": [HIDDEN] * 2, "password": [HIDDEN] * 2, "issuer": ["a", "b"]}


def test_what_is_longer_than_its_column_is_cut(in_acme: Tenant) -> None:
    made = audit.record("a.b", actor=audit.by_system("N" * 300), about=About("thing", name="M" * 300))
    made.refresh_from_db()
    assert (len(made.actor_name), len(made.object_name)) == (120, 200)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("actor=agt_1", {"role.changed", "rules.published"}),
        ("actor=baton", {"conversation.removed"}),
        ("action=role.changed", {"role.changed"}),
        ("action=rules", {"rules.published"}),
        ("action=rule", set()),
        ("object=bike", {"rules.published"}),
        ("object=thing", {"role.changed", "rules.published", "conversation.removed"}),
        ("object=thg_1&actor=alice+ex", {"role.changed", "rules.published"}),
    ],
)
def test_entries_are_found_by(acme: Tenant, desk: Client, query: str, found: set[str]) -> None:
    write(acme, "role.changed")
    write(acme, "rules.published", name="Bikes")
    write(acme, "conversation.removed", actor=audit.by_system())
    assert {str(entry["action"]) for entry in listed(desk, query)} == found


def test_entries_are_found_by_their_time(acme: Tenant, desk: Client) -> None:
    made = write(acme, "role.changed")
    begins, ends = (made.at - timedelta(seconds=1), made.at + timedelta(seconds=1))

    def between(since: datetime, until: datetime) -> int:
        times = {"since": since.astimezone(UTC).isoformat(), "until": until.astimezone(UTC).isoformat()}
        response = desk.get("/api/v1/audit", {"action": "role.changed", **times})
        return len(response.json()["data"])

    assert (between(begins, ends), between(ends, ends), between(begins, begins)) == (1, 0, 0)


def test_pages_follow_each_other_without_a_gap(acme: Tenant, desk: Client) -> None:
    at = timezone.now()
    with current.entered(acme):
        AuditEntry.objects.bulk_create(
            AuditEntry(at=at, actor_kind="system", actor_name="Baton", action=f"page.{number}") for number in range(7)
        )
    seen: list[str] = []
    cursor: str | None = ""
    while cursor is not None:
        asked = {"action": "page", "limit": "3", "cursor": cursor}
        page = desk.get("/api/v1/audit", asked).json()
        seen += [entry["action"] for entry in page["data"]]
        assert page["has_more"] is (page["next_cursor"] is not None)
        cursor = page["next_cursor"]
    assert sorted(seen) == [f"page.{number}" for number in range(7)]


@pytest.mark.parametrize(
    "query", ["cursor=nonsense", "cursor=WzEsMl0=", "limit=0", "since=yesterday", "actor=" + "x" * 200]
)
def test_a_wrong_question_names_the_field(desk: Client, query: str) -> None:
    response = desk.get(f"/api/v1/audit?{query}")
    assert response.status_code == 422
    assert response.json()["error"]["param"] == query.partition("=")[0]


def test_a_page_takes_one_query_however_long_it_is(acme: Tenant, desk: Client) -> None:
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as asked:
            listed(desk, "limit=100")
        counts.append(sum("trail_auditentry" in query["sql"] for query in asked))
        for _ in range(30):
            write(acme, "role.changed")
    assert counts == [1, 1]


def test_the_actions_to_choose_from_are_those_that_happened(acme: Tenant, desk: Client) -> None:
    write(acme, "role.changed")
    write(acme, "role.changed")
    write(acme, "a.happened")
    happened = [action for action in desk.get("/api/v1/audit/actions").json()["data"] if not action.startswith(OWN)]
    assert happened == ["a.happened", "role.changed"]


def test_the_csv_file_holds_no_formula(acme: Tenant, desk: Client) -> None:
    names = ['=HYPERLINK("http://evil")', "+1", "-1", "@SUM(A1)", "\t=1", "  =1", "plain, with a comma"]
    for name in names:
        write(acme, "role.changed", name=name)
    response = desk.get("/api/v1/audit/export?action=role.changed&format=csv")
    assert response.headers["Content-Disposition"] == 'attachment; filename="acme-audit.csv"'
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    rows = list(csv.DictReader(io.StringIO(response.getvalue().decode())))
    assert [row["object_name"] for row in reversed(rows)] == [*(f"'{name}" for name in names[:-1]), names[-1]]


def test_the_json_lines_are_what_the_list_shows(acme: Tenant, desk: Client) -> None:
    write(acme, "role.changed", name="Zoë = 1")
    body = desk.get("/api/v1/audit/export?action=role.changed&format=jsonl").getvalue().decode()
    assert [json.loads(line) for line in body.splitlines()] == listed(desk, "action=role.changed")


def test_that_a_file_was_taken_is_an_entry(desk: Client) -> None:
    desk.get("/api/v1/audit/export?format=csv").getvalue()
    assert [entry["object"] for entry in listed(desk, "action=audit.exported")] == [
        {"kind": "audit", "id": "", "name": "Audit log as csv"}
    ]


def test_a_long_log_is_read_by_pages(acme: Tenant, desk: Client) -> None:
    with current.entered(acme):
        AuditEntry.objects.bulk_create(
            AuditEntry(actor_kind="system", actor_name="Baton", action="long.log") for _ in range(2500)
        )
    with CaptureQueriesContext(connection) as asked:
        body = desk.get("/api/v1/audit/export?action=long.log&format=jsonl").getvalue()
    assert len(body.splitlines()) == 2500
    assert sum('FROM "trail_auditentry"' in query["sql"] for query in asked) == 3


@pytest.mark.parametrize("path", ["audit", "audit/actions", "audit/export?format=csv"])
def test_agents_do_not_read_the_log(desk: Client, path: str) -> None:
    bob = signed_in(HostClient("acme.localhost"), "bob@example.com")
    assert bob.get(f"/api/v1/{path}").status_code == 403


def test_no_other_company_reads_it(acme: Tenant, globex: Tenant, desk: Client) -> None:
    write(globex, "role.changed")
    assert listed(desk, "action=role.changed") == []
