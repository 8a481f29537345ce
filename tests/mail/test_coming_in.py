"""A mail becomes the customer's message only where it is surely theirs; nothing is lost, nothing is stored twice."""

import threading
from base64 import b64encode
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from pytest_django.fixtures import Settings

from conversations.inbound import mail, views
from conversations.inbox import writes
from conversations.models import Attachment, Channel, Conversation, Customer, Message, Note, ReceivedMail, SentMail
from conversations.outbound import addresses
from tenants import current
from tenants.models import Job, Tenant
from tests import cast
from tests.mail import letters
from tests.mail.conftest import Post
from tests.mail.letters import AUTOMATIC, CASES, Case, plain, raw

HOST = "support@acme.localhost"
PNG = b"iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=="


@pytest.fixture
def thread(carol: Customer) -> Conversation:
    """Carol's conversation from the widget."""
    return cast.says(carol, "Where is my parcel?")


@pytest.fixture
def reply_to(thread: Conversation) -> str:
    """The address that mails into it."""
    return addresses.reply_to(str(thread.id))


def customers_words(conversation: Conversation) -> list[str]:
    """What the customer said, oldest first."""
    return list(conversation.messages.filter(author_kind="customer").values_list("text", flat=True))


def was_sent(conversation: Conversation) -> SentMail:
    """A mail of the conversation that went out."""
    return SentMail.objects.create(
        conversation=conversation,
        to="carol@example.org",
        subject="x",
        from_seq=1,
        to_seq=1,
        message_id="<mail_1.1@acme.localhost>",
    )


def with_files(*files: tuple[str, bytes], text: str = "See the picture") -> bytes:
    """A mail with attachments."""
    parts = [f"--b\r\nContent-Type: text/plain\r\n\r\n{text}\r\n".encode()]
    for name, content in files:
        head = f'--b\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename="{name}"'
        parts.append(f"{head}\r\nContent-Transfer-Encoding: base64\r\n\r\n".encode() + content + b"\r\n")
    return b'Subject: Files\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n' + b"".join(parts) + b"--b--\r\n"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_reply_becomes_what_was_written_anew(post: Post, thread: Conversation, reply_to: str, case: Case) -> None:
    reply = post(raw(case.rest, to=f"Acme <{reply_to}>"))
    assert reply.status_code == 200, reply.content
    assert reply.json() == {"conversation_id": str(thread.id), "seq": 2}
    assert customers_words(thread)[-1] == case.new
    assert ReceivedMail.objects.get().message_id == "<c1@example.org>"
    assert Conversation.objects.count() == 1


@pytest.mark.parametrize("head", AUTOMATIC)
def test_a_machines_mail_is_a_note_at_most_and_wakes_no_turn(
    post: Post, thread: Conversation, reply_to: str, head: str
) -> None:
    Job.objects.all().delete()
    reply = post(raw(head.encode() + b"\r\n" + plain("I am away until Monday"), to=reply_to))
    assert reply.json() == {"conversation_id": str(thread.id), "seq": None}
    assert customers_words(thread) == ["Where is my parcel?"]
    assert Note.objects.get().author is None
    assert not Job.objects.filter(kind="turn").exists()
    assert post(raw(head.encode() + b"\r\n" + plain("Away"), to=HOST, message_id="<c2@x.org>")).json() == {
        "conversation_id": None,
        "seq": None,
    }
    assert Conversation.objects.count() == 1


@pytest.mark.parametrize(
    "sender", ["MAILER-DAEMON@mx.example.org", "noreply@example.org", HOST, "reply+x@acme.localhost"]
)
def test_a_bounce_or_our_own_mail_is_no_message(post: Post, thread: Conversation, reply_to: str, sender: str) -> None:
    assert post(raw(plain("Undelivered"), to=reply_to, sender=sender)).json()["seq"] is None
    assert customers_words(thread) == ["Where is my parcel?"]


def test_a_machine_that_does_not_say_so_is_not_answered_for_ever(
    post: Post, thread: Conversation, reply_to: str
) -> None:
    seqs = [
        post(raw(plain("We have received your mail."), to=reply_to, message_id=f"<auto{n}@x.org>")).json()["seq"]
        for n in range(6)
    ]
    assert seqs == [2, 3, None, None, None, None]
    assert Note.objects.count() == 4


def test_a_flood_of_different_mails_ends_in_notes(
    post: Post, thread: Conversation, reply_to: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ((span, _most), *_) = mail.MOST_MAILS
    monkeypatch.setattr(mail, "MOST_MAILS", ((span, 3),))
    seqs = [post(raw(plain(f"Mail {n}"), to=reply_to, message_id=f"<n{n}@x.org>")).json()["seq"] for n in range(5)]
    assert seqs == [2, 3, 4, None, None]


def test_a_foreign_sender_speaks_to_the_desk_only(post: Post, thread: Conversation, reply_to: str) -> None:
    reply = post(raw(plain("I am Carol's husband"), to=reply_to, sender="mallory@example.net"))
    assert reply.json() == {"conversation_id": str(thread.id), "seq": None}
    assert customers_words(thread) == ["Where is my parcel?"]
    note = Note.objects.get()
    assert "mallory@example.net" in note.text
    assert "I am Carol's husband" in note.text


def test_a_reply_is_threaded_by_its_references_too(post: Post, thread: Conversation) -> None:
    sent = SentMail.objects.create(
        conversation=thread,
        to="carol@example.org",
        subject="x",
        from_seq=1,
        to_seq=1,
        message_id="<mail_1.1@acme.localhost>",
    )
    refer = f"References: <other@x.org>\r\n {sent.message_id}\r\n".encode()
    assert post(raw(refer + plain("By reference"), to=HOST)).json()["conversation_id"] == str(thread.id)
    assert customers_words(thread)[-1] == "By reference"


def test_a_second_mail_before_any_answer_goes_on_in_the_same_conversation(post: Post, carol: Customer) -> None:
    first = post(raw(plain("First"), to=HOST)).json()
    later = plain("P.S. and more", more="In-Reply-To: <c1@example.org>\n")
    assert post(raw(later, to=HOST, message_id="<c2@example.org>")).json() == {**first, "seq": 2}
    stranger = raw(later, to=HOST, message_id="<c3@example.org>", sender="eve@example.org")
    assert post(stranger).json()["conversation_id"] != first["conversation_id"]


@pytest.mark.parametrize("change", ["x", "0", "é"])
def test_a_forged_reply_address_opens_nothing(post: Post, thread: Conversation, reply_to: str, change: str) -> None:
    local, _, host = reply_to.partition("@")
    forged = f"{local[:-1]}{change if change != local[-1] else '1'}@{host}"
    assert post(raw(plain("Let me in"), to=forged)).json()["conversation_id"] != str(thread.id)
    assert customers_words(thread) == ["Where is my parcel?"]


def test_another_tenants_reply_address_and_references_open_nothing(
    post: Post, thread: Conversation, reply_to: str, globex: Tenant, globex_client: Client
) -> None:
    SentMail.objects.create(
        conversation=thread,
        to="carol@example.org",
        subject="x",
        from_seq=1,
        to_seq=1,
        message_id="<mail_1.1@acme.localhost>",
    )
    refer = b"In-Reply-To: <mail_1.1@acme.localhost>\r\n"
    went = post(raw(refer + plain("Hello"), to=reply_to), client=globex_client).json()
    assert went["conversation_id"] != str(thread.id)
    assert customers_words(thread) == ["Where is my parcel?"]
    with current.entered(globex):
        assert Conversation.objects.get().customer.email == "carol@example.org"


def test_a_new_mail_begins_a_conversation_and_never_joins_a_visitor_who_typed_the_address(
    post: Post, thread: Conversation, carol: Customer
) -> None:
    found = post(raw(plain("Do you sell bells?", subject="Bells"), to=HOST)).json()
    begun = Conversation.objects.get(pk=found["conversation_id"])
    assert (begun.channel, begun.subject, begun.customer.email) == (Channel.EMAIL, "Bells", "carol@example.org")
    assert begun.customer != carol
    assert begun.customer.name == "Carol Example"
    assert begun.customer.attributes == {"came_by": "email"}
    assert customers_words(begun) == ["Do you sell bells?"]
    assert Job.objects.filter(kind="turn").count() == 2
    again = post(raw(plain("And lamps?", subject="Lights"), to=HOST, message_id="<c2@x.org>")).json()
    second = Conversation.objects.get(pk=again["conversation_id"])
    assert second != begun
    assert second.customer == begun.customer
    assert customers_words(second) == ["Lights\n\nAnd lamps?"]


def test_a_second_delivery_changes_nothing(post: Post, thread: Conversation, reply_to: str) -> None:
    for message_id in ("<c1@example.org>", None):
        told = raw(plain(f"Once {message_id}"), to=reply_to, message_id=message_id)
        first = post(told)
        second = post(b"Received: from elsewhere\r\n" + told)
        assert (first.status_code, second.status_code) == (200, 200)
        assert first.json() == second.json()
    assert len(customers_words(thread)) == 3
    assert ReceivedMail.objects.count() == 2


def test_two_senders_with_one_message_id_have_two_mails(post: Post, carol: Customer) -> None:
    ones = [post(raw(plain("Hi"), to=HOST, sender=f"{name}@x.org")).json() for name in ("ann", "ben", "ben")]
    assert ones[0]["conversation_id"] != ones[1]["conversation_id"]
    assert ones[1] == ones[2]
    assert ReceivedMail.objects.count() == 2


def test_a_mail_wakes_a_resolved_conversation(post: Post, thread: Conversation, reply_to: str) -> None:
    bob = cast.agent("bob")
    writes.take_over(str(thread.id), bob, epoch=thread.epoch)
    thread.refresh_from_db()
    writes.resolve(str(thread.id), epoch=thread.epoch)
    assert post(raw(plain("Not yet solved"), to=reply_to)).status_code == 200
    thread.refresh_from_db()
    assert thread.status == "open"


def test_files_become_uploads_and_the_rest_is_told_to_the_desk(post: Post, thread: Conversation, reply_to: str) -> None:
    many = [("photo.png", PNG)] * 6 + [("virus.exe", b64encode(b"MZ\x90\x00\xff"))]
    assert post(raw(with_files(*many), to=reply_to)).status_code == 200
    assert Attachment.objects.filter(message__isnull=False).count() == 5
    entry = Message.objects.get(seq=2)
    assert [file["name"] for file in entry.data["attachments"]] == ["photo.png"] * 5
    note = Note.objects.get().text
    assert "photo.png: more than 5 files" in note
    assert "virus.exe" in note


def test_files_alone_are_a_message(post: Post, thread: Conversation, reply_to: str) -> None:
    assert post(raw(with_files(("photo.png", PNG), text=""), to=reply_to)).json()["seq"] == 2
    assert Attachment.objects.get().message is not None


def test_a_long_mail_is_a_message_with_the_whole_beside_it(post: Post, thread: Conversation, reply_to: str) -> None:
    told = " ".join(f"word{n}é" for n in range(2000))
    assert post(raw(plain(told), to=reply_to)).status_code == 200
    assert len(customers_words(thread)[-1].encode()) <= 4096
    assert told.startswith(customers_words(thread)[-1].removesuffix(" …"))
    whole = Attachment.objects.get()
    assert (whole.name, whole.size) == ("whole mail.txt", len(told.encode()))


@pytest.mark.parametrize("secret", ["", "wrong", "é"])
def test_without_the_secret_nothing_is_taken(post: Post, thread: Conversation, reply_to: str, secret: str) -> None:
    reply = post(raw(plain("Hi"), to=reply_to), secret=secret)
    assert (reply.status_code, reply.json()["error"]["code"]) == (401, "unauthenticated")
    assert ReceivedMail.objects.count() == 0


def test_with_no_secret_set_up_nobody_can_post(post: Post, settings: Settings, thread: Conversation) -> None:
    settings.INBOUND_MAIL_SECRET = ""
    assert post(raw(plain("Hi"), to=HOST), secret="").status_code == 401


def test_an_unknown_host_is_a_404(post: Post, thread: Conversation) -> None:
    stranger = Client(headers={"host": "stranger.localhost"})
    assert post(raw(plain("Hi"), to=HOST), client=stranger).status_code == 404


def test_over_25_mb_is_a_413(post: Post, thread: Conversation, reply_to: str, monkeypatch: pytest.MonkeyPatch) -> None:
    told = raw(plain("x" * 3_000_000), to=reply_to)
    assert post(told).status_code == 200
    monkeypatch.setattr(views, "MOST_BYTES", 2_000_000)
    assert post(told).status_code == 413


@pytest.mark.parametrize(
    "rest",
    [
        b"",
        b"\r\n",
        b"no headers at all",
        b"From: nobody\r\n\r\nHi",
        b"From: a@b.org\r\n\r\n",
        b"\xff\xfe\x00",
        b"From: a@b.org",
    ],
)
def test_what_is_no_mail_is_a_422(post: Post, thread: Conversation, rest: bytes) -> None:
    reply = post(rest)
    assert (reply.status_code, reply.json()["error"]["code"]) == (422, "parameter_invalid")
    assert Conversation.objects.count() == 1


def test_a_mail_nested_beyond_reason_is_a_422(post: Post, thread: Conversation) -> None:
    deep = b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (n, n) for n in range(2000))
    assert post(b"From: a@b.org\r\n" + deep + b"\r\nHi").status_code == 422


def test_a_sender_that_cannot_stand_in_the_database_harms_nothing(post: Post, thread: Conversation) -> None:
    name = "=?utf-8?q?A=00B?= " + "x" * 500
    reply = post(raw(plain("Hi"), to=HOST, sender=f"{name} <long.name@example.org>"))
    assert reply.status_code == 200
    assert "\x00" not in Customer.objects.get(email="long.name@example.org").name


def test_nothing_of_a_mail_is_logged(post: Post, thread: Conversation, caplog: pytest.LogCaptureFixture) -> None:
    post(raw(plain("my secret words"), to=HOST))
    post(raw(b"Precedence: bulk\r\n" + plain("my secret words"), to=HOST, message_id="<x@y>"))
    assert "secret" not in caplog.text
    assert "carol" not in caplog.text.lower()


def test_the_same_mail_delivered_many_times_at_once_is_one_message(own_database: str, acme: Tenant) -> None:
    with current.entered(acme):
        cast.rules()
    told = [raw(plain("Racing"), to=HOST), raw(plain("Another"), to=HOST, message_id="<c2@example.org>")]
    taken: list[Any] = []
    start = threading.Barrier(8)

    def deliver(number: int) -> None:
        try:
            with current.entered(acme):
                start.wait()
                taken.append((number % 2, mail.take(told[number % 2])))
        finally:
            connection.close()

    threads = [threading.Thread(target=deliver, args=[number]) for number in range(8)]
    for one in threads:
        one.start()
    for one in threads:
        one.join(30)
    assert len(taken) == 8
    assert len(set(taken)) == 2
    with current.entered(acme):
        assert Customer.objects.count() == 1
        assert Conversation.objects.count() == 2
        assert Message.objects.filter(author_kind="customer").count() == 2


def test_letters_hold_at_least_thirty_odd_mails() -> None:
    assert len(letters.CASES) + len(letters.AUTOMATIC) > 40
