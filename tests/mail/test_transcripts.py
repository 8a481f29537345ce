"""A customer has their conversation sent by mail: to a proven address at once, to another one only after its code."""

import json
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import Settings

from conversations import log, tasks
from conversations.authors import ByAssistant
from conversations.identity import codes, proofs
from conversations.inbox import writes
from conversations.models import Conversation, Customer, Message, Note, OneTimeCode, Proof, ProvenHow
from conversations.transcripts import letter
from conversations.widget import visitors
from tenants import current, jobs
from tenants.models import Job
from tests import cast
from tests.mail.postbox import Postbox, part, text_of

OTHER = "jane@example.net"
FILE = {"id": "att_1", "name": "rahmen.png", "content_type": "image/png", "size": 9, "width": 1, "height": 1}
SOURCE = {"article_id": "art_1", "title": "Versand", "passage": "Zwei Tage."}


@pytest.fixture
def talk(mail_leaves: Postbox, carol: Customer) -> Conversation:
    """Carol asks in German, with a file; the assistant and Bob answer, and Bob notes what is not for her."""
    talk, bob = cast.says(carol, "Wo ist mein <Paket>?"), cast.agent("bob")
    Conversation.objects.update(language="de")
    Message.objects.update(data={"attachments": [FILE]})
    with log.writing(str(talk.id)) as held:
        log.append(held, ByAssistant(held.epoch, held.seq), "Es kommt **morgen**.", sources=[SOURCE, SOURCE])
    writes.reply(str(talk.id), bob, "Ich sehe nach.", client_id=uuid4())
    Note.objects.create(conversation=talk, author=bob, text="Geheime Notiz", client_id=uuid4())
    return Conversation.objects.get(pk=talk.pk)


def asked(client: Client, customer: Customer, method: str = "POST", **body: Any) -> Any:
    """What the widget's request for a transcript is answered."""
    headers = {"authorization": f"Bearer {visitors.token(customer)}"}
    path, kind = "/api/v1/widget/transcript", "application/json"
    return client.generic(method, path, json.dumps(body), content_type=kind, headers=headers)


def work() -> None:
    """Do the waiting jobs of letters."""
    for job in Job.objects.filter(kind__in=(letter.KIND, codes.KIND), state="ready"):
        jobs.run(job.pk, tasks.work)


def prove(customer: Customer) -> None:
    """Carol proved her address, long ago."""
    proof = proofs.prove(customer, "carol@example.org", how=ProvenHow.CODE)
    past = timezone.now() - timedelta(days=2)
    Proof.objects.filter(pk=proof.pk).update(proven_at=past, expires_at=past + timedelta(hours=1))


def test_a_proven_address_gets_all_that_the_customer_saw_and_nothing_else(
    talk: Conversation, carol: Customer, acme_client: Client, mail_leaves: Postbox
) -> None:
    assert asked(acme_client, carol, "GET").json() == {"email": None}
    prove(carol)
    assert asked(acme_client, carol, "GET").json() == {"email": "c•••@example.org"}
    answer = asked(acme_client, carol)
    assert (answer.status_code, answer.json()) == (202, {"email": "c•••@example.org", "needs_code": False})
    work()
    mail = mail_leaves.only()
    text, html = text_of(mail).replace("\r\n", "\n"), part(mail, "html")
    assert (mail["to"], mail["subject"]) == ("carol@example.org", "Ihr Gespräch mit Acme Bicycles")
    assert (mail["auto-submitted"], "Reply-To" in mail) == ("auto-generated", False)
    said = ["Sie, ", "Wo ist mein <Paket>?\nDateien: rahmen.png", "Assistent (KI), ", "Quellen: Versand\n", "Bob, "]
    assert [text.index(one) for one in said] == sorted(text.index(one) for one in said)
    assert "&lt;Paket&gt;" in html
    assert "<strong>morgen</strong>" in html
    assert html.count('data-written-by="ai"') == 1
    assert 'lang="de" dir="ltr"' in html
    for hidden in ("Geheime Notiz", "Zwei Tage", "/files/"):
        assert hidden not in text + html


def test_its_days_and_hours_read_as_those_of_the_chat(
    talk: Conversation, carol: Customer, acme_client: Client, mail_leaves: Postbox
) -> None:
    Conversation.objects.update(language="en")
    Message.objects.update(created_at=datetime(2026, 11, 3, 15, 5, tzinfo=ZoneInfo(current.tenant().time_zone)))
    prove(carol)
    asked(acme_client, carol)
    work()
    text = text_of(mail_leaves.only())
    assert "\n3 Nov 2026" in text
    assert "You, 15:05:" in text


def test_an_address_that_is_not_proven_gets_a_code_and_the_conversation_only_after_it(
    talk: Conversation, carol: Customer, acme_client: Client, mail_leaves: Postbox
) -> None:
    prove(carol)
    answer = asked(acme_client, carol, email=" Jane@Example.net")
    assert (answer.status_code, answer.json()) == (202, {"email": OTHER, "needs_code": True})
    work()
    (first,) = mail_leaves.mails
    digits = codes.digits(OneTimeCode.objects.get())
    assert f"{digits[:3]} {digits[3:]}" in text_of(first)
    assert "Abschrift Ihres Gesprächs" in text_of(first)
    assert "Paket" not in first.as_string()

    wrong = "000000" if digits != "000000" else "000001"
    refused = asked(acme_client, carol, "PUT", code=wrong)
    assert (refused.status_code, refused.json()["error"]["param"]) == (422, "code")
    other = cast.says(Customer.objects.create(name="Visitor 9Z"), "Hello").customer
    assert asked(acme_client, other, "PUT", code=digits).status_code == 422
    cast.says(carol, digits)  # in the chat it is a number like any other
    work()
    assert len(mail_leaves.mails) == 1

    assert asked(acme_client, carol, "PUT", code=digits).json() == {"email": OTHER, "needs_code": False}
    assert asked(acme_client, carol, "PUT", code=digits).status_code == 422
    work()
    assert mail_leaves.mails[1]["to"] == OTHER
    assert len(mail_leaves.mails) == 2
    assert set(Proof.objects.values_list("email", flat=True)) == {"carol@example.org"}  # it proves nothing else


def test_five_wrong_codes_are_the_end_of_it(
    talk: Conversation, carol: Customer, acme_client: Client, mail_leaves: Postbox
) -> None:
    asked(acme_client, carol, email=OTHER)
    digits = codes.digits(OneTimeCode.objects.get())
    wrong = "000000" if digits != "000000" else "000001"
    for _ in range(codes.MOST_TRIES):
        assert asked(acme_client, carol, "PUT", code=wrong).status_code == 422
    assert asked(acme_client, carol, "PUT", code=digits).status_code == 422
    assert not Job.objects.filter(kind=letter.KIND).exists()


def test_it_is_refused_without_a_conversation_an_address_or_too_often(
    talk: Conversation, carol: Customer, acme_client: Client, settings: Settings
) -> None:
    stranger = visitors.newcomer(language="en")
    assert asked(acme_client, stranger, email=OTHER).status_code == 409
    assert asked(acme_client, carol).json()["error"]["param"] == "email"
    assert asked(acme_client, carol, email="jane@").json()["error"]["param"] == "email"
    for _ in range(codes.MOST_TO_ADDRESS):
        assert asked(acme_client, carol, email=OTHER).status_code == 202
    before = Job.objects.count()
    refused = asked(acme_client, carol, email=OTHER)
    assert (refused.status_code, "retry-after" in refused.headers) == (429, True)
    settings.MAIL_LEAVES = False
    assert asked(acme_client, carol, email="another@example.net").status_code == 409
    assert Job.objects.count() == before
