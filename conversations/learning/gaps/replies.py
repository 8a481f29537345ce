"""What agents replied to the questions of a gap."""

from assistant.gaps.drafting import Replied
from conversations.models import AuthorKind, Gap, GapQuestion, Kind, Message

MOST = 20  # questions whose replies are read, the newest
LINES = 2  # of a reply: what follows is about the one customer


def of(gap: Gap) -> list[Replied]:
    """The first lines of the agents after each question, with the names that stand for persons in them."""
    answered = gap.questions.filter(reply_seq__isnull=False).select_related("conversation__customer")[:MOST]
    return [reply for question in answered if (reply := _of(question)) is not None]


def _of(question: GapQuestion) -> Replied | None:
    said = Message.objects.filter(
        conversation=question.conversation_id,
        kind=Kind.TEXT,
        author_kind=AuthorKind.AGENT,
        seq__gte=question.reply_seq or 0,
    )
    lines = list(said.select_related("agent").order_by("seq")[:LINES])
    if not lines:
        return None
    names = {part for line in lines if line.agent for part in line.agent.name.split()}
    names |= set(question.conversation.customer.name.split())
    return Replied("\n".join(line.text for line in lines), names)
