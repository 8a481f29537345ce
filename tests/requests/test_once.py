"""A POST with a key is done once: sent again it is answered as it was, whatever happened in between."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import OperationalError
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from agents import acting, idempotency
from agents.models import Agent, ApiToken, IdempotentRequest, Team
from conversations import tasks
from conversations.customers import editing
from conversations.door import tidying
from conversations.models import Attachment, Customer, CustomerNote, Message
from conversations.widget import visitors
from tenants import jobs
from tenants.errors import NotNowError
from tenants.models import Job, Tenant
from tests import cast
from tests.clients import HostClient
from tests.requests.conftest import JSON, Program, post

CODE = "idempotency_key_reused"


def said(reply: Any) -> tuple[int, str]:
    """The status and the code of an error."""
    return reply.status_code, reply.json()["error"]["code"]


def replayed(first: Any, again: Any) -> bool:
    """Whether the second reply is the first one once more, and says so."""
    assert "Idempotent-Replayed" not in first.headers
    same = (first.status_code, first.content, first.headers.get("Content-Type"))
    assert first.headers["X-Request-Id"] != again.headers["X-Request-Id"]
    return (again.status_code, again.content, again.headers.get("Content-Type")) == same and (
        again.headers.get("Idempotent-Replayed") == "true"
    )


def test_sent_again_it_is_answered_as_it_was(desk: Client, carol: Customer) -> None:
    path = f"customers/{carol.id}/notes"
    first, again = (post(desk, path, "key-1", text="Vegan") for _ in range(2))
    assert (first.status_code, replayed(first, again)) == (201, True)
    assert CustomerNote.objects.count() == 1
    for other in (post(desk, path, "key-1", text="Vegetarian"), post(desk, f"{path}?a=b", "key-1", text="Vegan")):
        assert said(other) == (409, CODE)
        assert other.json()["error"]["param"] == "Idempotency-Key"
    assert said(post(desk, "teams", "key-1", text="Vegan")) == (409, CODE)
    assert CustomerNote.objects.count() == 1
    assert post(desk, path, "key-2", text="Vegan").json() != first.json()


def test_a_refusal_is_an_answer_too(desk: Client, carol: Customer) -> None:
    path = f"customers/{carol.id}/notes"
    first, again = (post(desk, path, "key-1", text="") for _ in range(2))
    assert (first.status_code, replayed(first, again)) == (422, True)
    nothing = [post(desk, "customers/cus_none/notes", "key-2", text="Vegan") for _ in range(2)]
    assert (nothing[0].status_code, replayed(*nothing)) == (404, True)


def test_nobody_elses_key_is_mine(desk: Client, carol: Customer, in_acme: Tenant, program: Program) -> None:
    bob = cast.signed_in(HostClient("acme.localhost"), cast.agent("bob").email)
    path = f"customers/{carol.id}/notes"
    replies = [post(who, path, "key-1", text="Vegan") for who in (desk, bob, program("customers:write"))]
    assert [reply.headers.get("Idempotent-Replayed") for reply in replies] == [None] * 3
    assert CustomerNote.objects.count() == sum(reply.status_code == 201 for reply in replies) >= 2


def test_for_whom_a_program_acts_is_part_of_what_it_asks(program: Program, alice: Agent, carol: Customer) -> None:
    one, bob = program("customers:write"), cast.agent("bob")
    path, body = f"/api/v1/customers/{carol.id}/notes", {"text": "Vegan"}
    replies = [
        one.post(path, body, content_type=JSON, headers={"Idempotency-Key": "k", acting.HEADER: str(who.id)})
        for who in (alice, bob)
    ]
    assert replies[0].status_code == 201, replies[0].content
    assert said(replies[1]) == (409, CODE)


def test_a_visitor_may_use_keys_and_an_ended_token_shows_no_answer(acme_client: Client, carol: Customer) -> None:
    cast.rules()
    token, body = visitors.token(carol), {"client_id": str(cast.new_id()), "text": "Hello"}

    def send(bearer: str) -> Any:
        headers = {"Idempotency-Key": "k", "authorization": f"Bearer {bearer}"}
        return acme_client.post("/api/v1/widget/messages", body, content_type=JSON, headers=headers)

    first = send(token)
    assert (first.status_code, replayed(first, send(token))) == (201, True)
    Customer.objects.filter(pk=carol.pk).update(generation=1)
    assert send(visitors.token(Customer.objects.get(pk=carol.pk))).headers.get("Idempotent-Replayed") is None
    assert Message.objects.filter(author_kind="customer").count() == 1, "the client's own id still holds"


def test_a_stranger_has_no_answers_to_be_kept(in_acme: Tenant, acme_client: Client) -> None:
    hello = [post(acme_client, "widget/hello", "k", token=None, conversation_id=None, last_seq=0) for _ in range(2)]
    assert hello[0].json()["token"] != hello[1].json()["token"], "a key that somebody guesses opens nothing"
    assert post(acme_client, "teams", "k", name="A").status_code == 401
    assert not IdempotentRequest.objects.exists()


@pytest.mark.parametrize("key", ["", "x" * 256, "a\tb", "ä", "a\x7f"])
def test_a_key_that_is_none_is_named(desk: Client, carol: Customer, key: str) -> None:
    reply = post(desk, f"customers/{carol.id}/notes", key, text="Vegan")
    assert (said(reply), reply.json()["error"]["param"]) == ((422, "parameter_invalid"), "Idempotency-Key")
    assert not CustomerNote.objects.exists()
    assert desk.get("/api/v1/me", headers={"Idempotency-Key": key}).status_code == 200


def test_a_form_may_be_sent_again_with_another_boundary(desk: Client) -> None:
    """And with a file that is longer than what a plain body may be."""

    def send(text: bytes, boundary: str) -> Any:
        body = (
            f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n'
            f"Content-Type: text/plain\r\n\r\n".encode()
            + text
            + f"\r\n--{boundary}--\r\n".encode()
        )
        kind = f"multipart/form-data; boundary={boundary}"
        return desk.post("/api/v1/attachments", body, content_type=kind, headers={"Idempotency-Key": "k"})

    long = b"word " * 300_000
    first = send(long, "one")
    assert (first.status_code, replayed(first, send(long, "another"))) == (201, True)
    assert said(send(b"x" + long[1:], "one")) == (409, CODE)
    assert Attachment.objects.get().size == len(long)


def test_secrets_in_answers_lie_sealed_and_no_key_is_kept_as_it_came(desk: Client) -> None:
    body = {"name": "Shop", "scopes": ["people:read"]}
    first, again = (post(desk, "tokens", "carol@example.org", **body) for _ in range(2))
    assert (first.status_code, replayed(first, again)) == (201, True)
    assert ApiToken.objects.count() == 1
    stored = str(IdempotentRequest.objects.values().get())
    assert first.json()["secret"] not in stored
    assert "carol" not in stored


def test_what_was_not_done_may_be_tried_again(desk: Client, carol: Customer, monkeypatch: pytest.MonkeyPatch) -> None:
    path = f"customers/{carol.id}/notes"
    desk.raise_request_exception = False
    for error, status in ((ZeroDivisionError(), 500), (OperationalError(), 503), (NotNowError("Later."), 503)):
        with monkeypatch.context() as patched:
            patched.setattr(editing, "add_note", _raiser(error))
            reply = post(desk, path, "k", text="Vegan")
            assert reply.status_code == status
            assert reply.json()["error"]["request_id"] == reply.headers["X-Request-Id"]
    assert post(desk, path, "k", text="Vegan").status_code == 201
    assert CustomerNote.objects.count() == 1


def _raiser(error: Exception) -> Any:
    def fail(*_args: object, **_options: object) -> None:
        raise error

    return fail


def begun(ago: timedelta) -> None:
    """Let what is known have begun so long ago."""
    IdempotentRequest.objects.update(begun_at=timezone.now() - ago)


def test_what_was_cut_off_is_never_done_again_by_itself(desk: Client, carol: Customer) -> None:
    path = f"customers/{carol.id}/notes"
    post(desk, path, "k", text="Vegan")
    IdempotentRequest.objects.update(status=None, answer="", content_type="")  # killed before it was kept
    busy = post(desk, path, "k", text="Vegan")
    assert (said(busy), busy.headers["Retry-After"]) == ((409, "idempotency_in_progress"), "1")
    begun(idempotency.LEASE + timedelta(seconds=1))
    unknown = post(desk, path, "k", text="Vegan")
    assert said(unknown) == (409, "idempotency_outcome_unknown")
    assert "Look whether it was done" in unknown.json()["error"]["message"]
    assert said(post(desk, path, "k", text="Other")) == (409, CODE)
    assert CustomerNote.objects.count() == 1


def test_after_a_day_a_key_is_new(desk: Client, carol: Customer) -> None:
    path = f"customers/{carol.id}/notes"
    post(desk, path, "k", text="Vegan")
    begun(timedelta(hours=23, minutes=59))
    assert post(desk, path, "k", text="Vegan").headers["Idempotent-Replayed"] == "true"
    begun(timedelta(hours=24, seconds=1))
    assert post(desk, path, "k", text="Vegetarian").status_code == 201
    assert CustomerNote.objects.count() == 2
    post(desk, path, "young", text="Vegan")
    IdempotentRequest.objects.exclude(begun_at=IdempotentRequest.objects.latest("begun_at").begun_at).update(
        begun_at=timezone.now() - timedelta(hours=25)
    )
    tidying.begin()
    jobs.run(Job.objects.get(kind=tidying.TIDY).id, tasks.work)
    assert IdempotentRequest.objects.count() == 1
    assert Job.objects.get(kind=tidying.TIDY).run_at > timezone.now()


def test_an_answer_that_is_too_long_is_not_kept_and_not_made_again(
    desk: Client, carol: Customer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(idempotency, "LONGEST_ANSWER", 10)
    path = f"customers/{carol.id}/notes"
    assert post(desk, path, "k", text="Vegan").status_code == 201
    gone = post(desk, path, "k", text="Vegan")
    assert said(gone) == (409, "idempotency_answer_gone")
    assert "201" in gone.json()["error"]["message"]
    assert CustomerNote.objects.count() == 1


def test_erasing_a_customer_empties_the_answers(desk: Client, carol: Customer) -> None:
    path = f"customers/{carol.id}/notes"
    post(desk, path, "k", text="Vegan")
    assert post(desk, f"customers/{carol.id}/erase", "e", confirm="Carol").status_code == 202
    jobs.run(Job.objects.get(kind="erase").id, tasks.work)
    assert [(row.status, row.answer) for row in IdempotentRequest.objects.order_by("begun_at")] == [
        (201, ""),
        (202, ""),
    ]
    assert said(post(desk, path, "k", text="Vegan")) == (409, "idempotency_answer_gone")


def test_without_the_header_not_one_query_more_is_made(
    desk: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(11) as plain:
        assert post(desk, "teams", name="One").status_code == 201
    assert not any("idempotent" in query["sql"] for query in plain.captured_queries)
    with django_assert_num_queries(13):  # begins, and is kept
        assert post(desk, "teams", "k", name="Two").status_code == 201
    with django_assert_num_queries(5):  # search path, session, agent, no begin, the answer
        assert post(desk, "teams", "k", name="Two").status_code == 201
    assert Team.objects.filter(name="Two").count() == 1
