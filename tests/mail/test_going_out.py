"""What a customer has not seen goes by mail: once, in one mail, threaded, from whom it says, and to nobody else."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone
from pytest_django.fixtures import Settings

from agents.models import Agent
from assistant.skills import saying
from conversations import control, log, seen, tasks
from conversations.authors import ByAssistant
from conversations.inbound import mail as inbound
from conversations.inbox import writes
from conversations.models import Channel, Conversation, Customer, Note, SentMail
from conversations.outbound import addresses, posting
from tenants import current, jobs
from tenants.models import Job, JobState
from tenants.post import MailNotTakenError
from tests import cast
from tests.mail.postbox import Postbox, part, text_of


@pytest.fixture
def bob(carol: Customer) -> Agent:
    """An agent of acme."""
    return cast.agent("bob")


@pytest.fixture
def conversation(mail_leaves: Postbox, carol: Customer, bob: Agent) -> Conversation:
    """Carol asked something; nobody answered yet."""
    return cast.says(carol, "Where is my parcel? I ordered a bell two weeks ago.")


def replies(conversation: Conversation, bob: Agent, text: str) -> int:
    """Bob replies; gives the seq."""
    return writes.reply(str(conversation.id), bob, text, client_id=uuid4())[1].seq


def mail_jobs() -> list[Job]:
    """The waiting jobs of the kind mail."""
    return list(Job.objects.filter(kind="mail", state=JobState.READY))


def send(conversation: Conversation, *, attempt: int = 1) -> None:
    """Do the mail job now."""
    posting.post(str(conversation.id), attempt=attempt)


def test_several_replies_make_one_job_later_and_one_mail(
    conversation: Conversation, bob: Agent, mail_leaves: Postbox
) -> None:
    before = timezone.now()
    replies(conversation, bob, "It left **today**.")
    last = replies(conversation, bob, "You have it on Tuesday.")
    (job,) = mail_jobs()
    assert timedelta(seconds=59) < job.run_at - before < timedelta(seconds=62)
    assert job.ids == {"conversation_id": str(conversation.id)}
    send(conversation)
    mail = mail_leaves.only()
    assert "It left **today**." in text_of(mail)
    assert "You have it on Tuesday." in text_of(mail)
    assert "<strong>today</strong>" in part(mail, "html")
    conversation.refresh_from_db()
    assert conversation.mailed_seq == last
    sent = SentMail.objects.get()
    assert (sent.to_seq, sent.to, sent.sent_at is not None) == (last, "carol@example.org", True)


def test_the_mail_says_who_wrote_and_how_to_answer_and_quotes_the_customer(
    conversation: Conversation, bob: Agent, mail_leaves: Postbox
) -> None:
    replies(conversation, bob, "On its way.")
    send(conversation)
    mail = mail_leaves.only()
    envelope_sender, envelope_to, _raw = mail_leaves.came[0]
    assert mail["From"] == "Bob from Acme Bicycles <support@acme.localhost>"
    assert mail["To"] == "carol@example.org"
    assert envelope_to == ["carol@example.org"]
    assert mail["Subject"] == "Re: Where is my parcel? I ordered a bell two weeks ago."
    assert mail["Reply-To"] == envelope_sender == addresses.reply_to(str(conversation.id))
    assert addresses.conversation_of(envelope_sender.upper()) == str(conversation.id)
    assert mail["Message-ID"] == SentMail.objects.get().message_id
    assert mail["Auto-Submitted"] is None
    text = text_of(mail)
    assert text.startswith("Bob from Acme Bicycles:")
    assert "simply reply to this e-mail" in text
    asked = saying.day(conversation.messages.order_by("seq")[0].created_at.date(), "en")
    assert f"On {asked}, " in text
    assert "> Where is my parcel?" in text


def test_what_the_assistant_says_is_labelled_as_an_ai_and_as_automatic(
    conversation: Conversation, mail_leaves: Postbox
) -> None:
    with log.writing(str(conversation.id)) as held:
        author = ByAssistant(epoch=held.epoch, answers=held.last_customer_seq)
        log.append(held, author, "Two to four days.", sources=[{"title": "Delivery", "article_id": "1", "passage": ""}])
    send(conversation)
    mail = mail_leaves.only()
    assert mail["From"] == "AI assistant of Acme Bicycles <support@acme.localhost>"
    assert (mail["Auto-Submitted"], mail["X-Written-By-AI"]) == ("auto-generated", "yes")
    assert "The AI assistant wrote this." in text_of(mail)
    assert "Source: Delivery" in text_of(mail)
    assert 'data-written-by="ai"' in part(mail, "html")


def test_an_assistant_with_a_name_is_an_ai_all_the_same(conversation: Conversation, mail_leaves: Postbox) -> None:
    current.tenant().assistant_name = "Pip"
    with log.writing(str(conversation.id)) as held:
        author = ByAssistant(epoch=held.epoch, answers=held.last_customer_seq)
        log.append(held, author, "Two to four days.")
    send(conversation)
    mail = mail_leaves.only()
    assert mail["From"] == '"Pip, AI assistant of Acme Bicycles" <support@acme.localhost>'
    assert "The AI assistant wrote this." in text_of(mail)


def test_what_came_of_something_meanwhile_goes_too_unless_it_was_seen(
    conversation: Conversation, bob: Agent, mail_leaves: Postbox
) -> None:
    with log.writing(str(conversation.id)) as held:
        control.notice(held, "A person looks at it.")
        control.news(held, "The 44.95 EUR are on their way back to you.")
    assert len(mail_jobs()) == 1
    send(conversation)
    mail = mail_leaves.only()
    assert mail["From"] == "AI assistant of Acme Bicycles <support@acme.localhost>"
    assert "The 44.95 EUR are on their way back to you." in text_of(mail)
    assert "A person looks at it." not in text_of(mail)
    with log.writing(str(conversation.id)) as held:
        control.news(held, "And the other 10 EUR too.")
    conversation.refresh_from_db()
    seen.move(str(conversation.id), conversation.seq)
    send(conversation)
    assert len(mail_leaves.came) == 1


def test_a_customer_without_an_address_costs_no_job(in_acme: object, mail_leaves: Postbox) -> None:
    cast.knowledge()
    cast.rules()
    bob = cast.agent("bob")
    nobody = Customer.objects.create(name="Nobody")
    replies(cast.says(nobody, "Hello?"), bob, "Hi!")
    assert mail_jobs() == []


def test_without_a_mail_server_there_is_no_job(conversation: Conversation, bob: Agent, settings: Settings) -> None:
    settings.MAIL_LEAVES = False
    replies(conversation, bob, "Hi!")
    assert mail_jobs() == []


def test_what_was_seen_in_the_widget_is_not_mailed(
    conversation: Conversation, bob: Agent, mail_leaves: Postbox
) -> None:
    seen = replies(conversation, bob, "Seen already")
    replies(conversation, bob, "Not seen")
    Conversation.objects.update(seen_seq=seen)
    send(conversation)
    assert "Seen already" not in text_of(mail_leaves.only())
    assert "Not seen" in text_of(mail_leaves.only())
    Conversation.objects.update(seen_seq=seen + 1)
    send(conversation)
    assert len(mail_leaves.came) == 1


def test_what_stands_above_the_customers_own_words_in_the_widget_is_not_mailed(
    conversation: Conversation, carol: Customer, bob: Agent, mail_leaves: Postbox
) -> None:
    replies(conversation, bob, "Read long ago")
    cast.says(carol, "Thanks, and when?")
    replies(conversation, bob, "Not read yet")
    send(conversation)
    assert "Read long ago" not in text_of(mail_leaves.only())
    assert "Not read yet" in text_of(mail_leaves.only())


def test_an_answer_that_crosses_a_mail_of_the_customer_is_mailed(
    conversation: Conversation, carol: Customer, bob: Agent, mail_leaves: Postbox
) -> None:
    replies(conversation, bob, "On its way while she writes")
    mail = f"From: {carol.email}\nTo: {addresses.reply_to(str(conversation.id))}\nMessage-ID: <x@y>\n\nHurry up"
    assert inbound.take(mail.encode()).seq is not None
    send(conversation)
    assert "On its way while she writes" in text_of(mail_leaves.only())
    assert mail_leaves.only()["In-Reply-To"] == "<x@y>"


def test_who_writes_by_mail_gets_everything_soon(conversation: Conversation, bob: Agent, mail_leaves: Postbox) -> None:
    Conversation.objects.update(channel=Channel.EMAIL)
    before = timezone.now()
    seen = replies(conversation, bob, "For you")
    assert mail_jobs()[0].run_at - before < timedelta(seconds=7)
    Conversation.objects.update(seen_seq=seen)
    send(conversation)
    assert "For you" in text_of(mail_leaves.only())


def test_later_mails_refer_to_all_earlier_ones(conversation: Conversation, bob: Agent, mail_leaves: Postbox) -> None:
    for number in range(3):
        replies(conversation, bob, f"Part {number}")
        send(conversation)
    first, second, third = mail_leaves.mails
    assert first["References"] is None
    assert second["In-Reply-To"] == first["Message-ID"]
    assert third["In-Reply-To"] == second["Message-ID"]
    assert third["References"] == f"{first['Message-ID']} {second['Message-ID']}"
    assert "Part 0" not in text_of(second)


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("de", "Bob von Acme Bicycles"),
        ("fr", "Bob de Acme Bicycles"),
        ("es", "Bob de Acme Bicycles"),
        ("pt", "Bob da Acme Bicycles"),
        ("it", "Bob di Acme Bicycles"),
        ("nl", "Bob van Acme Bicycles"),
        ("xx", "Bob from Acme Bicycles"),
    ],
)
def test_the_mail_speaks_the_conversations_language(
    conversation: Conversation, bob: Agent, mail_leaves: Postbox, language: str, says: str
) -> None:
    Conversation.objects.update(language=language)
    replies(conversation, bob, "…")
    send(conversation)
    assert mail_leaves.only()["From"].startswith(says)


@pytest.mark.parametrize("subject", ["Hi\r\nBcc: all@x.org", "Hi\nX: y\x00", "Grüße \u2028 x", "=?utf-8?q?x?=" * 30])
def test_nothing_can_be_smuggled_into_the_headers(
    conversation: Conversation, bob: Agent, mail_leaves: Postbox, subject: str
) -> None:
    Conversation.objects.update(subject=subject.replace("\x00", "")[:200])
    Customer.objects.update(name="Eve\r\nBcc: all@example.org")
    replies(conversation, bob, "Hello\r\n.\r\nMAIL FROM:<x@y>")
    send(conversation)
    mail = mail_leaves.only()
    assert mail["Bcc"] is None
    assert mail["X"] is None
    assert mail_leaves.came[0][1] == ["carol@example.org"]


def test_a_customers_html_is_shown_as_text(carol: Customer, bob: Agent, mail_leaves: Postbox) -> None:
    conversation = cast.says(carol, "<script>alert(1)</script> <b>hi</b>")
    replies(conversation, bob, "<img src=x onerror=alert(1)> [x](javascript:alert(1))")
    send(conversation)
    html = part(mail_leaves.only(), "html")
    assert "<script" not in html
    assert "<img" not in html
    assert "href" not in html


def test_files_are_named_and_not_sent(conversation: Conversation, bob: Agent, mail_leaves: Postbox) -> None:
    replies(conversation, bob, "See the invoice")
    conversation.messages.filter(author_kind="agent").update(data={"attachments": [{"id": "a", "name": "invoice.pdf"}]})
    send(conversation)
    mail = mail_leaves.only()
    assert "Files: invoice.pdf." in text_of(mail)
    assert list(mail.iter_attachments()) == []


def test_a_crash_between_sending_and_marking_sends_again_under_the_same_id(
    conversation: Conversation, bob: Agent, mail_leaves: Postbox
) -> None:
    replies(conversation, bob, "Once")
    send(conversation)
    SentMail.objects.update(sent_at=None)  # what a worker that died before marking leaves behind
    Conversation.objects.update(mailed_seq=0)
    replies(conversation, bob, "More")
    send(conversation)
    first, again, more = mail_leaves.mails
    assert first["Message-ID"] == again["Message-ID"] != more["Message-ID"]
    assert text_of(first) == text_of(again)
    assert "Once" not in text_of(more)
    assert SentMail.objects.filter(sent_at=None).count() == 0


@pytest.mark.parametrize("says", ["451 Later, carol@example.org", "550 carol@example.org is unknown"])
def test_a_mail_that_is_refused_comes_back_and_ends_as_a_dead_letter_that_the_desk_sees(
    conversation: Conversation, bob: Agent, mail_leaves: Postbox, caplog: pytest.LogCaptureFixture, says: str
) -> None:
    mail_leaves.says = says
    replies(conversation, bob, "My secret words")
    (job,) = mail_jobs()
    for attempt in range(1, jobs.MOST_ATTEMPTS + 1):
        Job.objects.filter(pk=job.id).update(run_at=timezone.now() - timedelta(seconds=1))
        with pytest.raises(MailNotTakenError):
            jobs.run(job.id, tasks.work)
        job.refresh_from_db()
        assert job.attempts == attempt
    assert (job.state, job.last_error) == (JobState.DEAD, "MailNotTakenError")
    note = Note.objects.get()
    assert note.author is None
    assert says[:3] in note.text
    assert Conversation.objects.get(pk=conversation.pk).mailed_seq == 0
    assert "secret" not in caplog.text
    assert "carol" not in caplog.text


def test_a_dead_letter_that_is_replayed_goes_out(conversation: Conversation, bob: Agent, mail_leaves: Postbox) -> None:
    mail_leaves.says = "451 Later"
    replies(conversation, bob, "At last")
    (job,) = mail_jobs()
    Job.objects.filter(pk=job.id).update(run_at=timezone.now(), attempts=jobs.MOST_ATTEMPTS - 1)
    with pytest.raises(MailNotTakenError):
        jobs.run(job.id, tasks.work)
    mail_leaves.says = "250 OK"
    assert jobs.replay(job.id)
    assert jobs.run(job.id, tasks.work)
    assert "At last" in text_of(mail_leaves.only())
    assert not Job.objects.filter(kind="mail").exists()


def test_a_mail_server_that_is_down_is_said_without_a_word_of_the_mail(
    conversation: Conversation, bob: Agent, settings: Settings
) -> None:
    settings.EMAIL_PORT = 1
    replies(conversation, bob, "My secret words")
    with pytest.raises(
        MailNotTakenError, match=r"^the mail server was not reached \(ConnectionRefusedError\)$"
    ) as error:
        send(conversation)
    assert error.value.__cause__ is None
    assert error.value.__suppress_context__
    assert SentMail.objects.get().sent_at is None
