"""What the next version does in another way: it says of each message it appends that it was the one."""

from functools import wraps
from typing import Any

from django.db import connection

from tests.faults.sabotage.wrapping import Function, replace

MARK = "UPDATE conversations_message SET written_by = 'new' WHERE conversation_id = %s AND seq = %s"


def install() -> None:
    """Wrap the one writer."""
    replace("conversations.log:append", _marked)


def _marked(real: Function) -> Function:
    @wraps(real)
    def function(conversation: Any, *args: Any, **kwargs: Any) -> Any:
        stored = real(conversation, *args, **kwargs)
        with connection.cursor() as cursor:
            cursor.execute(MARK, [conversation._meta.pk.get_db_prep_value(conversation.id, connection), stored.seq])
        return stored

    return function
