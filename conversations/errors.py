"""What can go wrong when somebody writes to a conversation."""

from django.utils.translation import gettext, ngettext

from conversations.models import Conversation, Draft, DraftState, Holder
from tenants.errors import BatonError


class StaleEpochError(BatonError):
    """The baton moved since the caller last looked; the message names who holds it now."""

    status = 409
    type = "conflict_error"
    code = "stale_epoch"

    def __init__(self, conversation: Conversation) -> None:
        super().__init__(
            _holds(conversation),
            param="epoch",
        )


class ClientIdReusedError(BatonError):
    """The same client id came again with other words."""

    status = 409
    type = "conflict_error"
    code = "client_id_reused"

    def __init__(self) -> None:
        super().__init__(gettext("This client_id was used for another message."), param="client_id")


class NothingToDoError(BatonError):
    """The conversation is not in a state in which this makes sense."""

    status = 409
    type = "conflict_error"
    code = "not_possible_now"


class TasksOpenError(BatonError):
    """Departments still work on the conversation, so it is not at its end."""

    status = 409
    type = "conflict_error"
    code = "tasks_open"

    def __init__(self, count: int) -> None:
        super().__init__(
            ngettext(
                "One task is still open in this conversation. Finish or drop them first.",
                "{count} tasks are still open in this conversation. Finish or drop them first.",
                count,
            ).format(count=count),
            param="open_tasks",
        )


class DraftDecidedError(BatonError):
    """Somebody decided about the draft already, or the conversation went on without it."""

    status = 409
    type = "conflict_error"
    code = "draft_decided"

    def __init__(self, draft: Draft) -> None:
        who = draft.decided_by.name if draft.decided_by is not None else None
        if who is not None:
            super().__init__(gettext("{who} decided about this draft already.").format(who=who))
        elif draft.state == DraftState.EXPIRED:
            super().__init__(gettext("Nobody decided about this draft in time, so a person has the conversation."))
        else:
            super().__init__(gettext("The conversation went on, so this draft is not needed any more."))


class OvertakenDraftError(BatonError):
    """What the draft would do is not possible any more, since the records changed."""

    status = 409
    type = "conflict_error"
    code = "overtaken"

    def __init__(self, reason: str) -> None:
        super().__init__(
            gettext("{reason} Nothing was done. Decline it, and answer the customer yourself.").format(reason=reason)
        )


class FencedError(Exception):
    """The assistant may not write: a person took over, or the customer wrote again, since its turn began."""


def _holds(conversation: Conversation) -> str:
    if conversation.agent is not None:
        return gettext("{name} holds this conversation now.").format(name=conversation.agent.name)
    if conversation.holder == Holder.QUEUE:
        return gettext("The queue holds this conversation now.")
    return gettext("The assistant holds this conversation now.")


class ErasedError(BatonError):
    """All that was kept of the customer is gone, and nothing may come back under the same id."""

    status = 410
    code = "erased"

    def __init__(self) -> None:
        super().__init__(gettext("What was written here was erased. Open the page anew to begin afresh."))
