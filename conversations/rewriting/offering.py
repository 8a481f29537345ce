"""Which rewrites are offered, and one of them."""

from django.utils.translation import gettext
from typing_extensions import TypedDict

from assistant import conduct
from assistant.rewriting import rewriting
from assistant.rewriting.ways import TRANSLATE, WAYS
from conversations.models import Conversation
from tenants.errors import NotNowError, ParameterError


class RewriteWay(TypedDict):
    """A way in which words can be rewritten."""

    name: str
    label: str


class Rewritten(TypedDict):
    """The same in other words."""

    text: str
    lost: list[str]
    """Facts that are gone, such as a number."""
    added: list[str]
    """Facts that are new."""


def ways() -> list[RewriteWay]:
    """What can be done here, by name and label. One query."""
    return [{"name": way.name, "label": way.label} for way in rewriting.ways(conduct.wanted())]


def rewrite(conversation: Conversation, text: str, *, way: str, language: str) -> Rewritten:
    """The other words, with what they lost or added of the facts; ParameterError for a way that is not offered.

    A translation is into the customer's language unless another is named. NotNowError while the model is away.
    """
    settings = conduct.wanted()
    offered = {one.name for one in rewriting.ways(settings)}
    if way not in offered:
        raise ParameterError(gettext("way: must be one of {offered}.").format(offered=", ".join(offered)), param="way")
    into = language or conversation.language if way == TRANSLATE else ""
    try:
        made = rewriting.rewrite(text, WAYS[way], settings, into=into, conversation_id=str(conversation.id))
    except rewriting.NotNowError as error:
        raise NotNowError(str(error)) from error
    return {"text": made.text, "lost": list(made.kept.lost), "added": list(made.kept.added)}
