"""`GET /api/v1/widget/events`: the customer's log and hints, for a network that blocks sockets."""

from typing import Any

from rest_framework.exceptions import NotAuthenticated

from conversations import polling, queries, receive
from conversations.epochs import Epochs
from conversations.models import Conversation, Customer
from conversations.polling import Asked
from conversations.widget import visitors
from conversations.wire import LogEntry
from tenants import groups
from tenants.websocket import header, in_tenant

Json = dict[str, Any]
MOST_WAITING = 3  # requests of one visitor in one process
NEWCOMERS_WAIT = 3  # seconds; nothing can be heard of a conversation that has not begun


async def events(asked: Asked) -> Json:
    """What came after `after_seq`, at once when there is something, else when something happens.

    All of the log when `after_seq` is beyond it: then the client speaks of a conversation of the past.
    """
    customer, conversation_id = await in_tenant(asked.tenant, _visitor, header(asked.scope, b"authorization"))
    epochs = Epochs()
    with polling.counted(asked.tenant, customer.id, most=MOST_WAITING):
        async with polling.listening() as ear:
            if conversation_id is None:
                await ear.next(min(asked.wait, NEWCOMERS_WAIT))
                conversation_id = await in_tenant(asked.tenant, receive.current_conversation_id, customer)
                shown, more = await _read(asked, conversation_id, epochs)
                return {**polling.page(shown, [], more=more, epochs=epochs), "conversation_id": conversation_id}
            await ear.join(groups.shared(asked.tenant.schema_name, conversation_id))
            shown, more = await _read(asked, conversation_id, epochs)
            hints: list[Json] = []
            if not shown and asked.wait:
                hints, log_moved = await polling.news(ear, wait=asked.wait, epochs=epochs)
                if log_moved:
                    shown, more = await _read(asked, conversation_id, epochs)
    return {**polling.page(shown, hints, more=more, epochs=epochs), "conversation_id": conversation_id}


async def _read(asked: Asked, conversation_id: str | None, epochs: Epochs) -> tuple[list[LogEntry], bool]:
    if conversation_id is None:
        return [], False
    conversation, shown, more = await in_tenant(asked.tenant, _log, conversation_id, asked.after_seq)
    epochs.show(conversation_id, conversation.epoch)
    return shown, more


def _visitor(authorization: str) -> tuple[Customer, str | None]:
    customer = visitors.known(visitors.bearer(authorization))
    if customer is None:
        raise NotAuthenticated
    return customer, receive.current_conversation_id(customer)


def _log(conversation_id: str, after_seq: int) -> tuple[Conversation, list[LogEntry], bool]:
    conversation = Conversation.objects.select_related("customer").get(pk=conversation_id)
    shown, more = queries.events_after(conversation, after_seq if after_seq <= conversation.seq else 0)
    return conversation, shown, more
