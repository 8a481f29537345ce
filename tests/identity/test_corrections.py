"""What is passed on can be corrected: the customer's words are stored, and the card tells the person what holds now."""

from typing import Any

import pytest
from django.test import Client

from conversations.models import Conversation, Customer, Handover, Message
from conversations.widget import visitors
from tenants.models import Tenant
from tests import cast

Json = dict[str, Any]


@pytest.fixture
def waiting(in_acme: Tenant) -> Conversation:
    """A conversation that was handed over with an order number."""
    cast.knowledge()
    cast.rules()
    return cast.answered(cast.customer(), "I want to talk to a person about order LF-20418.")


def passed_on(waiting: Conversation) -> tuple[int, list[str]]:
    entry = waiting.messages.get(kind="control", data__reason="handed_over")
    return entry.seq, entry.data["passed_on"]


def correct(client: Client, who: Customer, **body: object) -> tuple[int, Json]:
    told = {"client_id": str(cast.new_id()), **body}
    headers = {"Authorization": f"Bearer {visitors.token(who)}"}
    answer = client.post("/api/v1/widget/corrections", told, "application/json", headers=headers)
    return answer.status_code, answer.json()


def test_a_fact_is_corrected(waiting: Conversation, acme_client: Client) -> None:
    seq, lines = passed_on(waiting)
    line = next(place for place, text in enumerate(lines) if text.endswith(": LF-20418"))
    status, told = correct(acme_client, waiting.customer, seq=seq, line=line, text=" LF-20419 ")
    assert status == 201
    message = Message.objects.get(conversation=waiting, seq=told["seq"])
    assert message.author_kind == "customer"
    assert message.text == f"Correction: {lines[line].replace('LF-20418', 'LF-20419')}"
    (fact,) = [fact for fact in Handover.objects.get().card["facts"] if fact["value"] == "LF-20419"]
    assert (fact["seq"], fact["corrected_from"]) == (told["seq"], "LF-20418")
    correct(acme_client, waiting.customer, seq=seq, line=line, text="LF-20420")
    values = {fact["value"]: fact.get("corrected_from") for fact in Handover.objects.get().card["facts"]}
    assert values["LF-20420"] == "LF-20418"
    assert "LF-20419" not in values
    assert passed_on(waiting)[1] == lines


@pytest.mark.parametrize("body", [{"line": 99}, {"seq": 1}, {"seq": 999}, {"text": "  "}, {"text": "x" * 301}])
def test_what_is_not_there_is_not_corrected(waiting: Conversation, acme_client: Client, body: Json) -> None:
    seq, _ = passed_on(waiting)
    before = Handover.objects.get().card, Message.objects.count()
    status, _ = correct(acme_client, waiting.customer, **{"seq": seq, "line": 0, "text": "x", **body})
    assert status in {404, 422}
    assert (Handover.objects.get().card, Message.objects.count()) == before


def test_nobody_corrects_for_somebody_else(waiting: Conversation, acme_client: Client) -> None:
    seq, _ = passed_on(waiting)
    stranger = cast.customer("mallory")
    cast.says(stranger, "Hello")
    before = Handover.objects.get().card
    assert correct(acme_client, stranger, seq=seq, line=0, text="x")[0] == 404
    assert Handover.objects.get().card == before
