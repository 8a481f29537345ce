"""The ledger over REST: lines with their evidence, disputes, what did not count, and a file."""

import csv
import io
from datetime import timedelta
from typing import Any

import pytest
from django.db.models import F
from django.test import Client
from django.utils import timezone

from agents.models import Role
from billing import bundle, ledger
from billing.models import Credit, CreditReason, Resolution
from conversations import control, log
from conversations.authors import ByAssistant, ByCustomer
from conversations.erasing import removing
from conversations.insights import measuring
from conversations.models import Conversation, EndedBy, Message
from tenants.models import Job, Tenant
from tenants.trail.models import AuditEntry
from tests import cast
from tests.metering.units import counted

USAGE = "/api/v1/billing/usage"
SOURCE = {"title": "How long does delivery take?", "article_id": "art_1"}


@pytest.fixture
def alices(in_acme: Tenant, acme_client: Client) -> Client:
    """Alice, an admin, signed in."""
    cast.agent("alice", Role.ADMIN)
    return cast.signed_in(acme_client, "alice@example.com")


def helped(
    name: str = "carol", *, goodbye: str = "Thanks, that helped!", by: EndedBy = EndedBy.SILENCE
) -> Conversation:
    """A customer asks, the assistant answers from an article, the customer says something, and it is over."""
    talk = log.create(cast.customer(name))
    with log.writing(str(talk.id)) as held:
        log.append(held, ByCustomer(held.customer), "When will my order arrive?")
        log.append(held, ByAssistant(held.epoch, held.seq), "Within 2 to 4 working days.", sources=[SOURCE])
        if goodbye:
            log.append(held, ByCustomer(held.customer), goodbye)
        control.resolve(held, by=by)
    measuring.catch_up()
    talk.refresh_from_db()
    return talk


def told(client: Client, path: str, status: int = 200, query: Any = None, **more: Any) -> Any:
    """What the address answers."""
    response = client.get(f"{USAGE}/{path}", {**(query or {}), **more})
    assert response.status_code == status, response.content
    return response.json()


def test_a_line_says_what_it_rests_on(alices: Client, django_assert_max_num_queries: Any) -> None:
    talk = helped()
    helped("erin", goodbye="")
    with django_assert_max_num_queries(12):
        found = told(alices, "lines")["data"]
    line = found[1]
    assert (line["conversation_id"], line["customer"]["name"], line["how"]) == (str(talk.id), "Carol", "confirmed")
    assert line["why"] == "The assistant answered in message 2, and the customer wrote “Thanks, that helped!”"
    quoted = [(one["seq"], one["author"], one["role"], one["text"]) for one in line["evidence"]]
    assert quoted == [
        (1, "customer", "asked", "When will my order arrive?"),
        (2, "assistant", "answered", "Within 2 to 4 working days."),
        (3, "customer", "said", "Thanks, that helped!"),
    ]
    assert (line["charged"], line["not_charged_because"], line["credit"]) == (False, "Nobody is billed here.", None)
    assert (found[0]["how"], line["can_dispute"]) == ("satisfied", True)
    assert Job.objects.filter(kind="usage_warnings").count() == 1


def test_once_erased_a_line_stays_without_words(alices: Client) -> None:
    removing.remove(str(helped().id))
    measuring.catch_up()
    (line,) = told(alices, "lines")["data"]
    assert (line["conversation_id"], line["customer"], line["credit"]) == (None, None, None)
    assert {one["text"] for one in line["evidence"]} == {None}
    assert line["why"] == "The assistant answered in message 2, and the customer said that it helped."


def test_a_return_credits_the_line_by_itself_and_once(alices: Client) -> None:
    talk = helped()
    with log.writing(str(talk.id)) as held:
        control.reopen(held)
        log.append(held, ByCustomer(held.customer), "It did not come after all.")
    for _ in range(2):
        measuring.touch(str(talk.id))
        measuring.catch_up()
    (line,) = told(alices, "lines", state="credited")["data"]
    assert (line["credit"]["reason"], line["can_dispute"]) == ("reopened", False)
    assert (Credit.objects.count(), told(alices, "lines", state="counted")["data"]) == (1, [])


def test_a_return_after_a_week_credits_nothing(alices: Client) -> None:
    talk = helped()
    ago = timedelta(days=8)
    Message.objects.filter(conversation=talk).update(created_at=F("created_at") - ago)
    with log.writing(str(talk.id)) as held:
        control.reopen(held)
        log.append(held, ByCustomer(held.customer), "And another thing: do you take cards?")
    measuring.catch_up()
    assert (Resolution.objects.count(), Credit.objects.count()) == (1, 0)


def test_a_line_is_disputed_with_a_reason_and_once(alices: Client) -> None:
    (unit,) = counted()
    dispute = f"{USAGE}/lines/{unit.id}/dispute"
    refused = alices.post(dispute, {"reason": " "}, content_type="application/json")
    assert (refused.status_code, refused.json()["error"]["param"]) == (422, "reason")
    assert not Credit.objects.exists()
    response = alices.post(dispute, {"reason": "They called us."}, content_type="application/json")
    assert response.status_code == 201
    line = response.json()
    assert (line["dispute"]["state"], line["dispute"]["by"]) == ("upheld", "Alice Example")
    assert line["credit"]["reason"] == "disputed"
    assert alices.post(dispute, {"reason": "Again."}, content_type="application/json").status_code == 409
    assert Credit.objects.count() == 1
    assert len(told(alices, "lines", state="disputed")["data"]) == 1


def test_pages_and_days(alices: Client) -> None:
    counted(5)
    first = told(alices, "lines", limit=2)
    second = told(alices, "lines", limit=3, cursor=first["next_cursor"])
    seen = [one["id"] for one in (*first["data"], *second["data"])]
    assert (len(set(seen)), second["has_more"]) == (5, False)
    today = timezone.now().date()
    assert told(alices, "lines", query={"from": str(today + timedelta(days=2))})["data"] == []
    assert told(alices, "lines", 422, state="odd")["error"]["param"] == "state"
    assert told(alices, "lines", 422, {"from": "2026-02-02", "to": "2026-02-01"})["error"]["param"] == "to"
    assert told(alices, "lines", 422, cursor="nonsense")["error"]["param"] == "cursor"


@pytest.mark.parametrize("goodbye", ["Thanks, that helped.", "Thanks, that helped"])
def test_a_sentence_that_quotes_has_one_sign_at_its_end(alices: Client, goodbye: str) -> None:
    helped(goodbye=goodbye)
    (line,) = told(alices, "lines")["data"]
    end = line["why"].partition("wrote ")[2]
    assert end == (f"“{goodbye}”" if goodbye.endswith(".") else f"“{goodbye}”.")


def test_one_line_is_found_by_its_id(alices: Client) -> None:
    old, *_ = counted(3)
    assert told(alices, f"lines/{old.id}") == next(
        one for one in told(alices, "lines")["data"] if one["id"] == str(old.id)
    )
    assert told(alices, "lines/res_none", 404)["error"]["param"] == "resolution_id"


def test_lines_and_the_file_are_of_a_period(alices: Client) -> None:
    now, before, long_ago = counted(3)
    here = bundle.now().period
    trial = here.start - timedelta(days=3)  # a trial begins at a time of its own
    Resolution.objects.filter(pk=before.pk).update(period_start=trial)
    Resolution.objects.filter(pk=long_ago.pk).update(period_start=here.start - timedelta(days=80))
    for period, unit in (("current", now), ("previous", before)):
        assert [one["id"] for one in told(alices, "lines", period=period)["data"]] == [str(unit.id)]
        response = alices.get(f"{USAGE}/export.csv", {"period": period})
        text = b"".join(response.streaming_content).decode()  # type: ignore[attr-defined]
        assert [one["id"] for one in csv.DictReader(io.StringIO(text))] == [str(unit.id)]
    assert AuditEntry.objects.filter(action="usage.exported", object_name="the previous period").count() == 1
    assert told(alices, "lines", 422, period="next")["error"]["param"] == "period"


def test_what_did_not_count_says_why(alices: Client) -> None:
    helped()
    early = helped("erin", goodbye="", by=EndedBy.AGENT)
    helped("frank", goodbye="And do you take PayPal?")
    found = told(alices, "not_counted", limit=5)
    assert [one["why"] for one in found["data"]] == ["unanswered", "closed_by_hand"]
    assert found["data"][1]["conversation_id"] == str(early.id)
    assert (found["looked_at"], {one["count"] for one in found["reasons"]}) == (3, {1})


def test_the_file_has_every_line_and_nobodys_words(alices: Client) -> None:
    units = counted(3)
    ledger.credit(units[0], CreditReason.RATED_BADLY)
    helped()
    response = alices.get(f"{USAGE}/export.csv")
    text = b"".join(response.streaming_content).decode()  # type: ignore[attr-defined]
    lines = list(csv.DictReader(io.StringIO(text)))
    assert sorted(one["credited_because"] for one in lines) == ["", "", "", "rated_badly"]
    assert {one["charged"] for one in lines} == {"no"}
    assert "Carol" not in text
    assert AuditEntry.objects.filter(action="usage.exported").count() == 1
