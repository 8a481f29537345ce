"""No word of a customer is in any log: marked words go into every field, and no log of any process has one."""

import json
import re
import time
from collections.abc import Iterator
from pathlib import Path
from socket import create_connection
from uuid import uuid4

import httpx
import pytest
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin

from tests.running import Running

MARK = "Kanarienvogel"
HOST = "demo.localhost"
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
PASSWORD = "larkfield-demo"
SECONDS = 30


def marked(field: str) -> str:
    """A word that stands in this field alone."""
    return f"{MARK}-{field}"


@pytest.fixture
def caller(running_baton: Running) -> Iterator[httpx.Client]:
    """A browser at the demo company's host."""
    address = f"http://127.0.0.1:{running_baton.port}"
    headers = {"Host": f"{HOST}:{running_baton.port}", "Origin": f"http://{HOST}:{running_baton.port}"}
    with httpx.Client(base_url=address, headers=headers, timeout=SECONDS) as line:
        yield line


def as_a_visitor(caller: httpx.Client, port: int) -> str:
    """A visitor writes, by the socket and by REST, and sends what is wrong too; gives the conversation's id."""
    origin = f"http://{HOST}:{port}"
    address, way = f"ws://{HOST}:{port}/ws/widget/?{marked('query')}", create_connection(("127.0.0.1", port))
    with connect(address, sock=way, origin=Origin(origin)) as line:
        line.send(json.dumps({"op": marked("op"), "client_id": marked("client-id")}))
        line.send(f"{{ {marked('no-json')}")
        line.send(json.dumps({"op": "hello", "token": None, "conversation_id": marked("conversation"), "last_seq": 0}))
        line.send(json.dumps({"op": "hello", "token": None, "conversation_id": None, "last_seq": 0}))
        token = next(one["token"] for one in frames(line) if one.get("token"))
        said = {"op": "send", "client_id": str(uuid4()), "text": f"I am {marked('message')}, where is my order?"}
        line.send(json.dumps(said))
        told = next(one for one in frames(line) if one.get("op") == "ack")
    bearer = {"Authorization": f"Bearer {token}"}
    for body in ({"name": marked("name")}, {"email": f"{marked('email')}@example.org"}, {"x": marked("attribute")}):
        caller.post("/api/v1/widget/attributes", json={"attributes": body}, headers=bearer)
        caller.post("/api/v1/widget/form", json=body, headers=bearer)
    for name, content in ((".txt", b"words"), (".png", b"\x89PNG\r\n\x1a\n"), (".pdf", b"%PDF-1.4 ")):
        sent = {"file": (marked("file") + name, content + marked("content").encode())}
        caller.post("/api/v1/widget/attachments", files=sent, headers=bearer)
    body = {"client_id": str(uuid4()), "text": f"{marked('rest')} wants a human being \x00"}
    caller.post("/api/v1/widget/messages", json=body, headers=bearer)
    caller.post("/api/v1/widget/messages", content=f'{{"text": "{marked("broken")}', headers=bearer)
    return str(told["conversation_id"])


def frames(line: ClientConnection) -> Iterator[dict[str, object]]:
    """What the server says, frame by frame."""
    while True:
        yield json.loads(line.recv(timeout=SECONDS))


def as_anybody(caller: httpx.Client) -> None:
    """Addresses, tokens, cookies and mail that nobody knows."""
    for path in ("/r/{}", "/files/{}/{}", "/reset/{}/{}/", "/exports/{}/{}", "/{}", "/api/v1/customers/{}", "/logo/{}"):
        caller.get(path.replace("{}", marked("path")), params={"q": marked("search")})
    caller.get("/api/v1/me", headers={"Authorization": f"Bearer {marked('bearer')}", "Cookie": f"x={marked('cookie')}"})
    caller.get("/", headers={"Host": f"{marked('host')}.example"})
    caller.get("/", headers={"Host": f"{marked('host')} odd"})
    caller.get("/", headers={"User-Agent": marked("agent"), "Referer": marked("referer")})
    caller.post("/reset/", data={"email": f"{marked('reset')}@example.org"})
    mail = (
        f"From: {marked('sender')}@example.org\r\nTo: x@{HOST}\r\nSubject: {marked('subject')}\r\n\r\n{marked('mail')}"
    )
    for headers in ({}, {"Authorization": f"Bearer {marked('inbound')}"}):
        caller.post("/api/v1/mail/inbound", content=mail, headers={"Content-Type": "message/rfc822", **headers})


def as_an_agent(caller: httpx.Client, conversation_id: str) -> None:
    """An agent signs in, first with a wrong password, and writes in the conversation."""
    for password in (marked("password"), PASSWORD):
        found = TOKEN.search(caller.get("/sign-in/").text)
        assert found is not None
        form = {"email": "priya@larkfield.example", "password": password, "csrfmiddlewaretoken": found.group(1)}
        caller.post("/sign-in/", data=form)
    headers = {"X-CSRFToken": caller.cookies.get("csrftoken") or ""}
    at = f"/api/v1/conversations/{conversation_id}"
    assert caller.get(at).status_code == 200
    caller.post(f"{at}/notes", json={"client_id": str(uuid4()), "text": marked("note")}, headers=headers)
    caller.post(f"{at}/takeover", json={}, headers=headers)
    caller.post(f"{at}/messages", json={"client_id": str(uuid4()), "text": marked("reply")}, headers=headers)
    caller.get("/api/v1/conversations", params={"search": marked("search"), "cursor": marked("cursor")})


def logs(running_baton: Running) -> Iterator[Path]:
    """The log of all processes, and those of PostgreSQL."""
    yield running_baton.baton.log.file
    folders = {Path(running_baton.env["BATON_DATA"]), Path(".data")}
    yield from (file for folder in folders for file in folder.rglob("log/*.log*") if file.is_file())


def written(running_baton: Running, last: httpx.Response, *, after: int = 0) -> str:
    """The log of all processes `after` so many bytes, once the line of the last request is in it."""
    until = time.monotonic() + SECONDS
    told, wanted = "", f"request={last.headers['X-Request-Id']}"
    while wanted not in told and time.monotonic() < until:
        told = running_baton.baton.log.file.read_bytes()[after:].decode()
    assert wanted in told
    return told


def test_no_word_of_a_customer_is_in_any_log(running_baton: Running, caller: httpx.Client) -> None:
    before = running_baton.baton.log.file.stat().st_size
    conversation_id = as_a_visitor(caller, running_baton.port)
    as_anybody(caller)
    as_an_agent(caller, conversation_id)
    said = written(running_baton, caller.get("/sign-in/"), after=before)
    assert conversation_id in said, "the conversation's id is in the log"
    assert "route=api/v1/conversations/<str:conversation_id>/notes" in said
    for file in logs(running_baton):
        told = file.read_text(errors="replace")
        assert MARK.lower() not in told.lower(), file


def test_the_id_of_a_request_is_in_its_answer_and_in_what_follows_from_it(
    running_baton: Running, caller: httpx.Client
) -> None:
    answer = caller.get("/api/v1/me")
    assert answer.status_code == 401
    assert "route=api/v1/me  status=401" in written(running_baton, answer)
    metrics = httpx.get(running_baton.address("127.0.0.1", "/metrics"), timeout=SECONDS)
    assert metrics.status_code == 200
    assert 'baton_part_up{part="worker"} 1.0' in metrics.text
    assert "baton_jobs_total{" in metrics.text, "the worker's figures are in it, though another process serves it"
    assert MARK not in metrics.text
