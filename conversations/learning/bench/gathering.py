"""Makes a bench case of something that happened: a customer's message, and what should come of it."""

from typing import Any

from django.utils.translation import gettext, gettext_noop

from assistant.models import Article, Expected
from conversations.models import AuthorKind, Conversation, Decision, Kind, Message
from tenants.errors import NotFoundError, ParameterError

Json = dict[str, Any]
MOST_LINES = 12  # up to the question; what was said long before it does not matter to it
NO_ARTICLE = gettext_noop(
    "expected: this answer rests on no article that is still there. Say what should come of the question."
)
NO_DECISION = gettext_noop("expected: the assistant decided nothing about this message. Say what should come of it.")


def of_message(conversation: Conversation, asked_seq: int) -> Json:
    """The lines up to the customer's message `asked_seq`; NotFoundError when there is no such message."""
    said = conversation.messages.filter(kind=Kind.TEXT, seq__lte=asked_seq).exclude(text="")
    messages = list(said.order_by("-seq")[:MOST_LINES])
    if not messages or messages[0].seq != asked_seq or messages[0].author_kind != AuthorKind.CUSTOMER:
        raise NotFoundError(gettext("The customer wrote no such message."), param="asked_seq")
    lines = [{"role": message.author_kind, "text": message.text} for message in reversed(messages)]
    return {"lines": lines, "from_conversation": str(conversation.id)}


def what_came(conversation: Conversation, asked_seq: int) -> Json:
    """What came of it then, as what should come of it; ParameterError where nothing can be drawn from it."""
    decision = conversation.decisions.filter(asked_seq=asked_seq).first()
    if decision is None:
        raise ParameterError(gettext(NO_DECISION), param="expected")
    if decision.action == "unsure":
        return {"expected": Expected.UNSURE}
    if decision.action == "handover":
        return {"expected": Expected.HANDOVER, "trigger": decision.trigger}
    return {"expected": Expected.ARTICLE, "article": _quoted(conversation, decision)}


def _quoted(conversation: Conversation, decision: Decision) -> Article:
    """The first article, still there, that the answer quoted."""
    said = Message.objects.filter(conversation=conversation, seq=decision.answer_seq or 0).first()
    cited = said.sources if said else []
    named = [*decision.articles, *(str(source["article_id"]) for source in cited if source["article_id"])]
    kept = {str(article.id): article for article in Article.objects.filter(pk__in=named)}
    for article_id in named:
        if article_id in kept:
            return kept[article_id]
    raise ParameterError(gettext(NO_ARTICLE), param="expected")
