"""The form before a chat: asked of whom it is still new, checked field by field, and never a proof of anything."""

from collections.abc import Mapping
from typing import Any

import pytest
from django.test import Client

from conversations import cards, queries
from conversations.identity import joining
from conversations.identity.signature import Claims
from conversations.models import Conversation, Customer, Proof
from conversations.widget import visitors
from tenants.trail.models import AuditEntry
from tests.clients import HostClient
from tests.settings.test_greetings import visitor, write

FORM = {
    "when": "first",
    "name": "required",
    "email": "optional",
    "phone": "optional",
    "questions": [
        {"words": {"en": "Which bike?"}, "is_required": False},
        {"words": {"en": "Topic"}, "options": [{"en": "Repair", "de": "Reparatur"}, {"en": "Sale"}]},
    ],
    "consent": {"words": {"en": "I agree to be contacted."}, "url": "https://acme.example/privacy"},
}


def put(client: Client, **form: Any) -> Any:
    return client.put("/api/v1/pre_chat_form", form, content_type="application/json")


def fill(token: str, values: Mapping[str, str], *, consent: bool = True) -> Any:
    at, headers = "/api/v1/widget/form", {"authorization": f"Bearer {token}"}
    body = {"values": values, "consent": consent}
    return HostClient("acme.localhost").post(at, body, content_type="application/json", headers=headers)


def back(token: str) -> Any:
    """What the widget learns that comes back with a token."""
    at = "/api/v1/widget/hello"
    return HostClient("acme.localhost").post(at, {"token": token}, content_type="application/json").json()


def test_admins_set_the_form_up_and_newcomers_are_asked(admin: Client) -> None:
    assert visitor()["form"] is None
    kept = put(admin, **FORM).json()
    assert put(admin, **kept).json() == kept == admin.get("/api/v1/pre_chat_form").json()
    assert AuditEntry.objects.filter(action="pre_chat_form.changed").count() == 1
    hello = visitor("de")
    assert hello["company"]["asks"] == "first"
    assert [(one["kind"], one["required"]) for one in hello["form"]["fields"]] == [
        ("name", True), ("email", False), ("phone", False), ("text", False), ("choice", False),
    ]  # fmt: skip
    assert hello["form"]["fields"][4]["options"] == ["Reparatur", "Sale"]
    assert hello["form"]["consent"] == {"words": "I agree to be contacted.", "url": "https://acme.example/privacy"}


@pytest.mark.parametrize(
    ("wrong", "param"),
    [
        ({"when": "sometimes"}, "when"),
        ({"when": "first", "name": "off", "email": "off", "phone": "off", "questions": [], "consent": None}, "when"),
        ({"questions": [{"words": {"en": "x"}}] * 4}, "questions"),
        ({"questions": [{"words": {"en": "x"}, "options": [{"en": "only"}]}]}, "options"),
        ({"consent": {"words": {"en": "x"}, "url": "javascript:alert(1)"}}, "url"),
    ],
)
def test_a_wrong_form_names_its_field_and_changes_nothing(admin: Client, wrong: Any, param: str) -> None:
    kept = put(admin, **FORM).json()
    refused = put(admin, **{**FORM, **wrong})
    assert refused.status_code == 422
    assert param in refused.json()["error"]["param"]
    assert admin.get("/api/v1/pre_chat_form").json() == kept


def test_each_wrong_answer_names_its_field_and_stores_nobody(admin: Client) -> None:
    topic = put(admin, **FORM).json()["questions"][1]["id"]
    token = visitor()["token"]
    for values, param in (
        ({}, "name"),
        ({"name": "x" * 121}, "name"),
        ({"name": "Robin", "email": "nowhere"}, "email"),
        ({"name": "Robin", "phone": "12"}, "phone"),
        ({"name": "Robin", topic: "Weather"}, topic),
    ):
        refused = fill(token, values)
        assert (refused.status_code, refused.json()["error"]["param"]) == (422, param)
    assert fill(token, {"name": "Robin"}, consent=False).json()["error"]["param"] == "consent"
    assert Customer.objects.count() == 0


def test_answers_are_kept_shown_to_agents_and_prove_nothing(admin: Client) -> None:
    topic = put(admin, **FORM).json()["questions"][1]["id"]
    token = visitor("de")["token"]
    values = {"name": "Robin Vale", "email": "Robin@Example.org", "phone": "+49 30 901820", topic: "Reparatur"}
    assert fill(token, values).status_code == 204
    robin = Customer.objects.get()
    assert (robin.name, robin.email, Proof.objects.count()) == ("Robin Vale", "", 0)
    assert robin.form_answers["consent"]["words"] == "I agree to be contacted."
    assert back(token)["form"] is None  # what was left empty is not asked again either
    write("messages", token, text="My chain broke.")
    talk = Conversation.objects.get()
    assert talk.answer_to == "robin@example.org"  # where the desk answers, as with one who chose mail
    shown = admin.get(f"/api/v1/conversations/{talk.id}").json()
    assert shown["customer"] == {"id": robin.id, "name": "Robin Vale", "email": None} | {
        name: value for name, value in shown["customer"].items() if name not in {"id", "name", "email"}
    }
    assert shown["identity"]["proven"] == []
    assert [(one["label"], one["value"]) for one in shown["identity"]["form_answers"]] == [
        ("", "Robin Vale"), ("", "robin@example.org"), ("", "+4930901820"), ("Topic", "Repair"),
    ]  # fmt: skip
    facts = {one.label: (one.value, one.seq) for one in cards.draw(talk, queries.lines(talk), language="de").facts}
    assert facts["Topic"] == ("Repair", 0)
    assert facts["E-mail"] == ("robin@example.org", 0)


def test_when_a_person_is_asked_for_the_answers_come_into_the_talk(admin: Client) -> None:
    put(admin, **{**FORM, "when": "person", "consent": None})
    token = visitor()["token"]
    write("messages", token, text="Hello")
    assert back(token)["form"]["when"] == "person"
    fill(token, {"name": "Robin", "email": "robin@example.org"})
    assert Conversation.objects.get().answer_to == "robin@example.org"
    fill(token, {"name": "Somebody", "email": "else@example.org"})  # is not asked: nothing changes
    assert Customer.objects.get().name == "Robin"
    assert Conversation.objects.get().answer_to == "robin@example.org"


def test_who_is_known_is_asked_only_what_is_not(admin: Client) -> None:
    put(admin, **FORM)
    claims = Claims(sub="u1", email="kim@example.org", name="Kim", attributes={"phone": "+4930901820"}, expires_at=0)
    kim = joining.identify(visitors.newcomer(language="en"), claims)
    asked = back(visitors.signed_token(kim))["form"]
    assert [one["kind"] for one in asked["fields"]] == ["text", "choice"]
    assert fill(visitors.signed_token(kim), {"name": "Not Kim"}).status_code == 204
    kim.refresh_from_db()
    assert (kim.name, kim.email) == ("Kim", "kim@example.org")


def test_a_visitor_who_turns_out_to_be_known_brings_the_answers_along(admin: Client) -> None:
    put(admin, **FORM)
    claims = Claims(sub="u1", email="kim@example.org", name="Kim", attributes=None, expires_at=0)
    kim = joining.identify(visitors.newcomer(language="en"), claims)
    hello = visitor()
    fill(hello["token"], {"name": "K.", "phone": "+49 30 901820"})
    joining.identify(Customer.objects.get(pk=hello["customer_id"]), claims)
    kim.refresh_from_db()
    assert [one["value"] for one in kim.form_answers["answers"]] == ["K.", "+4930901820"]
    assert kim.name == "Kim"
