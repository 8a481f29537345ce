"""The running Baton imports knowledge by its own worker, under its own role, and answers from it in another process."""

import time
from contextlib import closing
from typing import Any

import httpx

from conversations.demo.content import company
from tests.running import Running

PATIENCE = 40.0
FAQ = "## Do you repair unicycles?\nYes, unicycles are repaired on the first Tuesday of each month.\n"


def signed_in(baton: Running) -> httpx.Client:
    host = "demo.localhost"
    owner = next(one for one in company().agents if one.role in {"owner", "admin"})
    client = httpx.Client(
        base_url=f"http://127.0.0.1:{baton.port}", headers={"Host": f"{host}:{baton.port}"}, timeout=30
    )
    client.get("/sign-in/")
    token = client.cookies["csrftoken"]
    reply = client.post(
        "/sign-in/", data={"email": owner.email, "password": company().password, "csrfmiddlewaretoken": token}
    )
    assert reply.status_code == 302, reply.text
    client.headers["X-CSRFToken"] = client.cookies["csrftoken"]
    return client


def done(client: httpx.Client, import_id: str) -> Any:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        told = client.get(f"/api/v1/knowledge_imports/{import_id}").json()
        if told["state"] in {"done", "failed"}:
            return told
        time.sleep(0.1)
    raise AssertionError("the import did not end")


def test_pasted_knowledge_is_answered_from(running_baton: Running) -> None:
    with closing(signed_in(running_baton)) as client:
        begun = client.post("/api/v1/knowledge_imports", json={"source": "paste", "text": FAQ, "apply": True})
        assert begun.status_code == 201, begun.text
        told = done(client, begun.json()["id"])
        assert (told["state"], told["created"], told["problems"]) == ("done", 1, [])
        said = client.post("/api/v1/assistant/preview", json={"question": "Do you repair unicycles?"}).json()
        assert "first Tuesday" in said["answer"]["text"]
        article = said["answer"]["sources"][0]["article_id"]
        assert client.delete(f"/api/v1/articles/{article}").status_code == 204


def test_a_setting_is_seen_by_every_process_within_six_seconds(running_baton: Running) -> None:
    with closing(signed_in(running_baton)) as client:
        before = client.get("/api/v1/workspace").json()
        changed = client.patch("/api/v1/workspace", json={"allowed_sites": ["https://shop.example"]})
        assert changed.status_code == 200, changed.text
        until = time.monotonic() + 6
        while "shop.example" not in client.get("/widget/").headers["Content-Security-Policy"]:
            assert time.monotonic() < until
            time.sleep(0.1)
        client.patch("/api/v1/workspace", json={"allowed_sites": before["allowed_sites"]})
        domain = client.post("/api/v1/domains", json={"domain": "help.larkfield.example"})
        assert domain.status_code == 201, domain.text
        assert client.delete(f"/api/v1/domains/{domain.json()['id']}").status_code == 204
