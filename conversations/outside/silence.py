"""No reply came from outside: Baton's own engine answers, or a person does; nobody waits longer than was said."""

from assistant.engines import NotOutside
from assistant.engines.outside import SILENT
from conversations import turn
from conversations.models import OutsideTurn, OutsideTurnState
from conversations.outside import resuming
from conversations.outside.errors import TurnOverError
from tenants.jobs import Lease

TRIES = 2  # of Baton's own engine; after them a person gets the conversation


def work(held: Lease) -> None:
    """The deadline is over: go on without a reply, unless something happened."""
    row = OutsideTurn.objects.filter(pk=str(held.ids["turn_id"]), state=OutsideTurnState.WAITING).first()
    if row is None:
        return
    if held.attempt > TRIES:
        turn.give_up(str(row.conversation_id), row.asked_seq)
        resuming.close(row, SILENT)
    else:
        instead(row, why=SILENT)


def instead(row: OutsideTurn, *, why: str) -> None:
    """Baton's own engine answers; a turn for which nobody waits any more is over."""
    try:
        resuming.go_on(row, NotOutside(why), OutsideTurnState.OVER, why_over=why)
    except TurnOverError as error:
        resuming.close(row, error.code.removeprefix("turn_"))
