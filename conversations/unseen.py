"""What the assistant says of pictures and files, which it cannot look at: once in a conversation, beside its reply."""

from assistant import words
from assistant.models import Engine
from conversations.decided import Decided
from conversations.models import AuthorKind, Message
from conversations.queries import Question


def beside(question: Question, decided: Decided, text: str) -> str:
    """The reply `text`, and that the files were not seen where the customer has just sent the first ones."""
    if decided.engine == Engine.OUTSIDE or not _are_new(question):
        return text
    return f"{text}\n\n{words.say(words.FILES_UNSEEN, decided.seen.language)}"


def instead(question: Question, decided: Decided, text: str) -> str:
    """The doubt `text`, or its reason where files came and nothing else."""
    newest = question.messages[-1] if question.messages else None
    if newest is not None and not newest.text.strip() and _has_files(newest):
        return words.say(words.ONLY_FILES, decided.seen.language)
    return beside(question, decided, text)


def _are_new(question: Question) -> bool:
    """Whether there are files among what the customer wrote since anybody replied, and none before."""
    came = [message.author_kind == AuthorKind.CUSTOMER and _has_files(message) for message in question.messages]
    begins = question.burst_begins()
    return any(came[begins:]) and not any(came[:begins])


def _has_files(message: Message) -> bool:
    return bool(message.data.get("attachments"))
