"""Tags: put on a conversation by its topic at the end of a turn, and by people, whose word counts more."""

from collections.abc import Sequence

from agents import permissions
from agents.models import Agent
from agents.permissions import Right
from assistant.models import Intent
from conversations import log
from conversations.models import Conversation

MOST = 20


def by_topic(conversation: Conversation, topic: str) -> None:
    """Put the topic's tag on the conversation, which is held by `writing`; not one that a person took off."""
    tag = Intent.objects.filter(name=topic).values_list("tag", flat=True).first() if topic else ""
    by_rules(conversation, [tag] if tag else [])


def by_rules(conversation: Conversation, tags: Sequence[str]) -> None:
    """Put these on the conversation, which is held by `writing`, while there is room; none that a person took off."""
    for tag in tags:
        if tag not in conversation.tags and tag not in conversation.tags_refused and len(conversation.tags) < MOST:
            conversation.tags = [*conversation.tags, tag]


def set_tags(conversation_id: str, agent: Agent, tags: Sequence[str]) -> Conversation:
    """The tags are these from now on; what was taken off does not come back by itself."""
    with log.writing(conversation_id) as conversation:
        permissions.check_now(agent, Right.WRITE_CONVERSATIONS)
        taken = [tag for tag in conversation.tags if tag not in tags]
        refused = [tag for tag in dict.fromkeys([*conversation.tags_refused, *taken]) if tag not in tags]
        conversation.tags, conversation.tags_refused = list(dict.fromkeys(tags)), refused[-MOST:]
    return conversation
