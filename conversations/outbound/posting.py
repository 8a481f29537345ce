"""Sends what a customer has not seen: reserved in one transaction, sent outside of any, marked in another.

A crash in between sends the same part again under the same Message-ID: at least once, and a reader can tell.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from uuid import uuid4

from django.db.models import Max
from django.utils import timezone

from conversations import log, notes
from conversations.models import AuthorKind, Channel, Conversation, Kind, SentMail
from conversations.outbound import addresses, composing, mail
from tenants import current, jobs
from tenants.post import MailNotTakenError, deliver

logger = logging.getLogger(__name__)

BUSY = timedelta(seconds=5)  # until a second look when another worker sends for the same conversation
NOT_SENT = "An e-mail to the customer could not be sent after {tries} tries, and no more are made: {why}."


def post(conversation_id: str, *, attempt: int) -> None:
    """Mail what the customer has not seen yet, if anything is left; MailNotTakenError when it was not taken.

    With the last attempt the desk gets a note, and the job becomes a dead letter.
    """
    with _alone(conversation_id) as alone:
        if not alone:
            with log.writing(conversation_id) as conversation:
                mail.write_job(conversation, after=BUSY)
            return
        while (sent := _reserve(conversation_id)) is not None:
            try:
                deliver(composing.compose(sent))
            except MailNotTakenError as error:
                if attempt >= jobs.MOST_ATTEMPTS:
                    _tell_desk(sent, str(error))
                raise
            _mark(sent)


def _reserve(conversation_id: str) -> SentMail | None:
    """The mail to send now: one that was reserved before and not marked, or a new one; None when all was seen."""
    with log.writing(conversation_id) as conversation:
        waiting = conversation.sent_mails.filter(sent_at=None).first()
        if waiting is not None:
            return _loaded(waiting)
        entries = composing.spoken(conversation, after=_known_to_customer(conversation), up_to=conversation.seq)
        address = conversation.customer.email or conversation.answer_to
        if not entries or not address:
            return None
        made = SentMail(
            conversation=conversation,
            to=address,
            subject=composing.subject(conversation)[:240],
            from_seq=entries[0].seq,
            to_seq=entries[-1].seq,
        )
        made.message_id = addresses.message_id(made)
        made.save(force_insert=True)
        return _loaded(made)


def _loaded(sent: SentMail) -> SentMail:
    return SentMail.objects.select_related("conversation__customer").get(pk=sent.pk)


def _known_to_customer(conversation: Conversation) -> int:
    """Up to where the customer has the words: by mail, or in the widget, which a writer of mails lacks."""
    if conversation.channel == Channel.EMAIL:
        return conversation.mailed_seq
    return max(conversation.seen_seq, conversation.mailed_seq, _last_in_the_widget(conversation))


def _last_in_the_widget(conversation: Conversation) -> int:
    """The seq of what the customer last wrote in the widget, where all that stands above it was before their eyes."""
    by_mail = [addresses.client_id(one) for one in conversation.received_mails.values_list("message_id", flat=True)]
    written = conversation.messages.filter(kind=Kind.TEXT, author_kind=AuthorKind.CUSTOMER)
    return written.exclude(client_id__in=by_mail).aggregate(last=Max("seq"))["last"] or 0


def _mark(sent: SentMail) -> None:
    with log.writing(str(sent.conversation_id)) as conversation:
        SentMail.objects.filter(pk=sent.pk).update(sent_at=timezone.now())
        conversation.mailed_seq = max(conversation.mailed_seq, sent.to_seq)
    logger.info("Mailed entries %s to %s.", sent.from_seq, sent.to_seq)


def _tell_desk(sent: SentMail, why: str) -> None:
    text = NOT_SENT.format(tries=jobs.MOST_ATTEMPTS, why=why)
    notes.of_baton(sent.conversation, text, client_id=uuid4())


@contextmanager
def _alone(conversation_id: str) -> Iterator[bool]:
    """Whether nobody else mails for this conversation now; PostgreSQL gives the right back when a worker dies."""
    key = current.lock_key(f"{mail.KIND}:{conversation_id}")
    with current.connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [key])
        (mine,) = cursor.fetchone()
    try:
        yield mine
    finally:
        if mine:
            with current.connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [key])
