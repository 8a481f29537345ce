"""Copies of a workspace and of a customer: what is in them, and how they are made bit by bit."""

import io
import json
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from django.apps import apps
from django.conf import settings
from django.core.signing import TimestampSigner, b62_encode
from django.test import Client

from agents.models import Agent, ApiToken, Role
from conversations import tasks
from conversations.exporting import handing_out, making, sources, tables
from conversations.exporting.archive import Archive
from conversations.models import Customer, Export, Message
from tenants import current, jobs
from tenants.models import Job, Tenant
from tenants.trail.models import AuditEntry
from tests import cast
from tests.clients import HostClient
from tests.exports import life

Json = dict[str, Any]
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-")  # of version 7: the database's form of an id


class OldSigner(TimestampSigner):
    """Signs as half an hour and a second ago."""

    def timestamp(self) -> str:
        """The moment that it says it is."""
        return b62_encode(int(time.time()) - handing_out.LASTS - 1)


def run_jobs(*kinds: str) -> int:
    """Run what is due of these kinds, as a worker would; gives how many goes it took."""
    goes = 0
    while (job := Job.objects.filter(kind__in=kinds, state="ready").first()) is not None:
        jobs.run(job.id, tasks.work)
        goes += 1
    return goes


def begun(desk: Client, **what: Any) -> Json:
    response = desk.post("/api/v1/exports", what, content_type="application/json")
    assert response.status_code == 202, response.content
    return dict(response.json())


def finished(desk: Client, export_id: str) -> Json:
    run_jobs(making.MAKE)
    return dict(desk.get(f"/api/v1/exports/{export_id}").json())


def fetched(desk: Client, export: Json) -> ZipFile:
    response = desk.get(export["url"])
    assert response.status_code == 200
    return ZipFile(io.BytesIO(response.getvalue()))


def rows(copy: ZipFile, name: str) -> list[Json]:
    return [json.loads(line) for line in copy.read(f"data/{name}.jsonl").splitlines()]


@pytest.fixture
def slowly() -> Iterator[Callable[[], None]]:
    """Lets each go of a job take no more than one step."""
    before = making.A_GO, sources.ROWS_AT_ONCE

    def begin() -> None:
        making.A_GO, sources.ROWS_AT_ONCE = 0.000_001, 3

    yield begin
    making.A_GO, sources.ROWS_AT_ONCE = before


def test_a_copy_of_the_workspace_has_every_table_and_every_file(
    acme: Tenant, desk: Client, carol: Customer, erin: Customer
) -> None:
    asked = begun(desk, kind="workspace")
    assert (asked["state"], asked["url"], asked["size"]) == ("waiting", None, None)
    made = finished(desk, asked["id"])
    assert made["state"] == "done"
    assert made["done"] == made["total"] > 50
    copy = fetched(desk, made)
    assert copy.testzip() is None
    names = set(copy.namelist())
    assert names >= {"README.txt", "data/workspace.json", *(f"data/{table.file}.jsonl" for table in tables.EXPORTED)}
    assert json.loads(copy.read("data/workspace.json"))["domains"] == ["acme.localhost"]
    assert {row["name"] for row in rows(copy, "customers")} == {carol.name, erin.name}
    with current.entered(acme):
        stored = Message.objects.order_by("pk").values_list("id", "text", "conversation_id")
        told = [(row["id"], row["text"], row["conversation_id"]) for row in rows(copy, "messages")]
        assert told == list(stored)
    files = {name: copy.read(name) for name in names if name.startswith("files/")}
    assert len(files) == 6
    assert f"I am {life.canary('carol')}".encode() in files.values()


def test_no_secret_and_no_inner_id_leaves_in_a_copy(acme: Tenant, desk: Client, alice: Agent, carol: Customer) -> None:
    with current.entered(acme):
        ApiToken.objects.create(name="Shop", scopes=["audit:read"], digest="d" * 64, ending="abcd")
    copy = fetched(desk, finished(desk, begun(desk, kind="workspace")["id"]))
    text = b"\n".join(copy.read(name) for name in copy.namelist() if name.startswith("data/")).decode()
    for secret in (alice.password, "d" * 64, settings.SECRET_KEY):
        assert secret not in text
    assert {"password", "digest", "client_secret", "session_data"} & set(re.findall(r'"(\w+)":', text)) == set()
    assert UUID.findall(text) == []


def test_every_table_of_a_tenant_is_in_the_copy_or_left_out_for_a_reason() -> None:
    known = [app for app in apps.get_app_configs() if app.name in settings.TENANT_APPS]
    models = {model._meta.label for app in known for model in app.get_models(include_auto_created=True)}
    exported = {table.label for table in tables.EXPORTED}
    assert exported | set(tables.LEFT_OUT) == models
    assert exported & set(tables.LEFT_OUT) == set()
    assert all(tables.LEFT_OUT.values())


def test_a_copy_of_a_customer_has_what_is_about_them_and_nobody_elses(
    desk: Client, carol: Customer, erin: Customer
) -> None:
    made = finished(desk, begun(desk, kind="customer", customer_id=carol.id)["id"])
    assert made["customer"] == {"id": carol.id, "name": carol.name}
    copy = fetched(desk, made)
    whole = b"\n".join(copy.read(name) for name in copy.namelist()).decode() + "\n".join(copy.namelist())
    assert life.canary("erin") not in whole
    assert [row["email"] for row in rows(copy, "customer")] == [carol.email]
    texts = [row["text"] for row in rows(copy, "messages")]
    assert {f"See the file, {life.canary('carol')}", f"Hello {life.canary('carol')}"} <= set(texts)
    for name in ("orders", "appointments", "mails_sent", "mails_received", "decisions", "attachments"):
        assert rows(copy, name), name
    assert len([name for name in copy.namelist() if name.startswith("files/")]) == 3
    assert "Careful with" not in whole, "the desk's private words stay at the desk"
    assert "Alice Example" not in whole, "customers know people by their first name"


def test_a_job_that_is_cut_short_again_and_again_makes_the_same_copy(
    desk: Client, carol: Customer, slowly: Callable[[], None]
) -> None:
    at_once = fetched(desk, finished(desk, begun(desk, kind="customer", customer_id=carol.id)["id"]))
    slowly()
    asked = begun(desk, kind="customer", customer_id=carol.id)
    assert run_jobs(making.MAKE) > 10
    bit_by_bit = fetched(desk, finished(desk, asked["id"]))
    assert bit_by_bit.testzip() is None

    def lines(copy: ZipFile) -> dict[str, list[bytes]]:
        found: dict[str, list[bytes]] = {}
        for name in copy.namelist():
            if name != "README.txt":
                table = re.sub(r"\.\d+\.jsonl$", ".jsonl", name)
                found.setdefault(table, []).extend(copy.read(name).splitlines())
        return found

    assert lines(bit_by_bit) == lines(at_once)


def test_a_worker_that_dies_in_the_middle_leaves_nothing_broken(tmp_path: Path) -> None:
    file = tmp_path / "copy.zip"
    first = Archive(file)
    first.add_lines("one.txt", ["1"])
    first.keep({"after": "one"})
    first.add_lines("lost.txt", ["x" * 10_000])
    first._zip.fp.write(b"and half of an entry")  # type: ignore[union-attr]
    first._zip.fp.flush()  # type: ignore[union-attr]
    first._zip.fp.close()  # type: ignore[union-attr]  # as by kill -9: no list of contents was written
    first._zip.fp = None
    again = Archive(file)
    assert again.place == {"after": "one"}
    again.add_lines("two.txt", ["2"])
    again.finish()
    with ZipFile(file) as copy:
        assert copy.namelist() == ["one.txt", "two.txt"]
        assert copy.testzip() is None
    assert sorted(path.name for path in tmp_path.iterdir()) == ["copy.zip"]


def test_a_copy_that_cannot_be_made_says_so_in_the_end(
    acme: Tenant, desk: Client, carol: Customer, uploads_folder: Path
) -> None:
    asked = begun(desk, kind="workspace")
    folder = uploads_folder / "acme" / "exports"
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("a file where a folder should be")
    job = Job.objects.get(kind=making.MAKE)
    for _ in range(making.TRIES):
        Job.objects.update(run_at=job.run_at)
        with pytest.raises(OSError, match="exports"):
            jobs.run(job.id, tasks.work)
    folder.unlink()
    Job.objects.update(run_at=job.run_at)
    jobs.run(job.id, tasks.work)
    ended = desk.get(f"/api/v1/exports/{asked['id']}").json()
    assert (ended["state"], ended["url"], ended["problem"]) == ("failed", None, making.GONE_WRONG)
    assert begun(desk, kind="workspace")["id"] != asked["id"]


def test_one_copy_of_a_kind_is_made_at_a_time(desk: Client, carol: Customer, erin: Customer) -> None:
    first = begun(desk, kind="workspace")
    assert begun(desk, kind="workspace")["id"] == first["id"]
    of_carol = begun(desk, kind="customer", customer_id=carol.id)
    assert begun(desk, kind="customer", customer_id=erin.id)["id"] != of_carol["id"]
    assert Job.objects.filter(kind=making.MAKE).count() == 3


def test_after_seven_days_the_copy_is_gone(acme: Tenant, desk: Client, carol: Customer, uploads_folder: Path) -> None:
    made = finished(desk, begun(desk, kind="workspace")["id"])
    expiry = Job.objects.get(kind=making.EXPIRE)
    assert (expiry.run_at - expiry.created_at).days in {6, 7}
    Job.objects.filter(pk=expiry.pk).update(run_at=expiry.created_at)
    jobs.run(expiry.id, tasks.work)
    assert list((uploads_folder / "acme" / "exports").iterdir()) == []
    assert desk.get(made["url"]).status_code == 404
    assert desk.get(f"/api/v1/exports/{made['id']}").json()["state"] == "expired"


def test_links_are_good_here_alone_and_not_for_long(
    acme: Tenant, globex: Tenant, desk: Client, carol: Customer, globex_client: Client, public_client: Client
) -> None:
    made = finished(desk, begun(desk, kind="workspace")["id"])
    assert fetched(HostClient("acme.localhost"), made).testzip() is None, "the link itself is the right"
    assert globex_client.get(made["url"]).status_code == 404
    assert public_client.get(made["url"]).status_code == 404
    token = made["url"].split("/")[2]
    forged = made["url"].replace(token, token[:-1] + ("A" if token[-1] != "A" else "B"))
    assert desk.get(forged).status_code == 404
    with current.entered(acme):
        old = OldSigner(sep=".", salt="baton.exports.acme").sign(made["id"])
    assert desk.get(made["url"].replace(token, old)).status_code == 404
    response = desk.head(made["url"])
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert "no-store" in response.headers["Cache-Control"]
    response.close()


def test_who_asked_and_who_fetched_is_on_record(acme: Tenant, desk: Client, alice: Agent, carol: Customer) -> None:
    made = finished(desk, begun(desk, kind="customer", customer_id=carol.id)["id"])
    fetched(desk, made)
    with current.entered(acme):
        found = AuditEntry.objects.filter(action__startswith="export.").order_by("at")
        told = [(entry.action, entry.actor_id, entry.object_id) for entry in found]
        assert told == [("export.requested", alice.id, carol.id), ("export.fetched", alice.id, made["id"])]
        assert life.canary("carol") not in str(list(found.values()))


@pytest.mark.parametrize("role", [Role.VIEWER, Role.AGENT, Role.SUPERVISOR])
def test_others_may_not_take_data_out(acme: Tenant, role: Role) -> None:
    with current.entered(acme):
        cast.agent("bob", role)
    bob = cast.signed_in(HostClient("acme.localhost"), "bob@example.com")
    assert bob.post("/api/v1/exports", {"kind": "workspace"}, content_type="application/json").status_code == 403
    assert bob.get("/api/v1/exports").status_code == 403
    with current.entered(acme):
        assert not Export.objects.exists()


@pytest.mark.parametrize(
    "body", [{"kind": "customer"}, {"kind": "customer", "customer_id": "x"}, {"kind": "everything"}, {}]
)
def test_a_wrong_request_begins_nothing(acme: Tenant, desk: Client, body: Json) -> None:
    response = desk.post("/api/v1/exports", body, content_type="application/json")
    assert response.status_code == 422
    assert response.json()["error"]["param"] in {"customer_id", "kind"}
    with current.entered(acme):
        assert not Export.objects.exists()


def test_another_companys_customer_cannot_be_exported(
    acme: Tenant, globex: Tenant, desk: Client, globex_client: Client
) -> None:
    with current.entered(globex):
        theirs = cast.customer("dora")
    response = desk.post(
        "/api/v1/exports", {"kind": "customer", "customer_id": theirs.id}, content_type="application/json"
    )
    assert response.status_code == 422
