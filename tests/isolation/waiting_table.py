"""Who may call what of the queue, and one call that was promised."""

from datetime import timedelta

from django.utils import timezone

from agents.models import Team
from conversations import control, log
from conversations.models import Callback, Customer, WaitPromise
from tests import cast
from tests.isolation.row import Row, Who


def rows() -> list[Row]:
    """The desk sees who waits; agents say what came of a call, supervisors give away, customers choose."""
    call, assignee = "/api/v1/callbacks/{callback}/outcome", "/api/v1/conversations/{waiting_talk}/assignee"
    reads = "conversations:read"
    given = {"agent_id": "{colleague}", "epoch": 2}  # it went to the queue once
    return [
        Row("GET", "/api/v1/widget/queue", Who.VISITOR, answers=(200, 409)),
        Row("POST", "/api/v1/widget/queue", Who.VISITOR, body={"choice": "chat"}, answers=(200, 409), csrf=False),
        Row("GET", "/api/v1/queue", Who.VIEWER, reads),
        Row("GET", "/api/v1/queue/report", Who.VIEWER, "reports:read"),
        Row("GET", "/api/v1/queue/waits?kind=waits", Who.VIEWER, "reports:read"),
        Row("GET", "/api/v1/callbacks", Who.VIEWER, reads),
        Row("GET", call, Who.AGENT, reads),
        Row("POST", call, Who.AGENT, "conversations:write", body={"outcome": "done"}, answers=(200, 409)),
        Row("PUT", assignee, Who.SUPERVISOR, "handover:write", body=given, answers=(200, 409, 422)),
    ]


def things(told: str, team: Team) -> dict[str, str]:
    """A customer who waits for a call; all words are `told`."""
    talk = cast.says(Customer.objects.create(name=told), told)
    with log.writing(str(talk.id)) as held:
        control.transfer(held, team=team, offered_to=None)
    now = timezone.now()
    window = {"begins_at": now + timedelta(hours=1), "ends_at": now + timedelta(hours=2)}
    call = Callback.objects.create(conversation=talk, team=team, phone="+4930901820", **window)
    WaitPromise.objects.create(
        conversation=talk, team=team, epoch=held.epoch, place=1, at_work=1, seats=4, free=4, hour=9
    )
    return {"callback": str(call.id), "waiting_talk": str(talk.id)}
