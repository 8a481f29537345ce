"""When a mail goes to a customer who has not seen what was written; what it holds is decided when it goes."""

from datetime import timedelta

from django.conf import settings
from django.db.models import Q
from django.utils import timezone

from conversations.models import AuthorKind, Channel, Conversation, Kind, Message
from tenants import jobs
from tenants.jobs import Timer

KIND = "mail"
SPEAKERS = (AuthorKind.ASSISTANT, AuthorKind.AGENT)
NEWS = "news"  # marks a notice of what came of something meanwhile
SAID = Q(kind=Kind.TEXT, author_kind__in=SPEAKERS) | Q(kind=Kind.STATUS, data__news=True)
FOR_A_LETTER = timedelta(seconds=5)  # who wrote by mail waits for mail; the next words may still come along


def expect(conversation: Conversation, entry: Message) -> None:
    """Let what was just said go by mail later, unless the customer sees it before; in the transaction of the words.

    Each new entry moves the one waiting job, so that several messages in a row make one mail.
    """
    if may_go(conversation, entry):
        write_job(conversation, after=_patience(conversation))


def may_go(conversation: Conversation, entry: Message) -> bool:
    """Whether the words go by mail unless the customer sees them before."""
    said = entry.kind == Kind.TEXT and entry.author_kind in SPEAKERS
    return settings.MAIL_LEAVES and (said or NEWS in entry.data) and _has_address(conversation, entry)


def _has_address(conversation: Conversation, entry: Message) -> bool:
    """A proven address gets all; one that a waiting customer merely named gets what people write.

    What is said in the company's own channel is fetched, and delivered, by the company.
    """
    if conversation.customer.email and conversation.channel != Channel.API:
        return True
    return bool(conversation.answer_to) and entry.author_kind == AuthorKind.AGENT


def write_job(conversation: Conversation, *, after: timedelta) -> None:
    """Write the job of mailing the conversation's unseen words, or move the waiting one."""
    conversation_id = str(conversation.id)
    jobs.write(KIND, {"conversation_id": conversation_id}, key=conversation_id, run_at=timezone.now() + after)


def timer(conversation: Conversation) -> Timer:
    """The job that `expect` writes, for a statement that writes the words too."""
    conversation_id = str(conversation.id)
    run_at = timezone.now() + _patience(conversation)
    return Timer(KIND, {"conversation_id": conversation_id}, conversation_id, run_at)


def _patience(conversation: Conversation) -> timedelta:
    return FOR_A_LETTER if conversation.channel == Channel.EMAIL else timedelta(seconds=settings.MAIL_AFTER)
