"""The one writer of the connector's log: each request before it is made, and how it ended."""

import json
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from assistant import pausing
from assistant.connector.exchange import PASSING, ConnectorError, Prepared, Reply, Request
from assistant.models import ConnectorCall
from assistant.pausing import Try

Json = dict[str, Any]
UNDER_WAY, ANSWERED = "under_way", "answered"
LOOKS_BACK = 12  # calls
KEPT_FOR, BODIES_KEPT_FOR = timedelta(days=30), timedelta(days=1)
MOST_KEPT = 8000  # letters of a body


def begin(request: Request, *, purpose: str, action: str = "") -> ConnectorCall:
    """Write a request that is about to be made."""
    if not ConnectorCall.objects.filter(created_at__gte=_day_began()).exists():
        forget_old()  # the first call of a day tidies up
    return ConnectorCall.objects.create(purpose=purpose, path=request.path[:120], outcome=UNDER_WAY, action=action)


def end(
    call: ConnectorCall, reply: Reply | None, error: ConnectorError | None, *, took_ms: int, kept: Json | None = None
) -> None:
    """Write how it ended; `kept` are the bodies, where somebody asked that they are kept."""
    call.outcome = ANSWERED if error is None else error.why.value
    call.status = None if reply is None else reply.status
    call.problem = "" if error is None else error.problem
    call.took_ms, call.kept = took_ms, kept or {}
    call.save(update_fields=["outcome", "status", "problem", "took_ms", "kept"])


def bodies(prepared: Prepared, reply: Reply | None) -> Json:
    """The bodies as the log keeps them."""
    came = "" if reply is None else readable(reply.body)
    return {"request": readable(prepared.body), "reply": came}


def readable(body: bytes) -> str:
    """A body as it is shown: laid out where it is JSON, cut where it is long."""
    text = body.decode("utf-8", errors="replace").replace("\x00", "\ufffd")
    with suppress(ValueError, RecursionError):
        text = json.dumps(json.loads(text), indent=2, ensure_ascii=False)
    text = text.encode("utf-8", errors="replace").decode()
    return text if len(text) <= MOST_KEPT else text[:MOST_KEPT] + "…"


def left_alone_for(now: datetime | None = None) -> timedelta | None:
    """How long the service is left alone yet, since it failed again and again; None when it may be asked."""
    made = [_try(call) for call in ConnectorCall.objects.exclude(purpose="test").defer("kept")[:LOOKS_BACK]]
    return pausing.left_alone_for(made, now or timezone.now())


def of_log(*, failed: bool) -> QuerySet[ConnectorCall]:
    """The calls, newest first; with `failed`, only those that gave nothing."""
    made = ConnectorCall.objects.all()
    return made.exclude(outcome__in=[UNDER_WAY, ANSWERED]) if failed else made


def forget_bodies() -> None:
    """Nothing that a customer said or has is left in the log."""
    ConnectorCall.objects.exclude(kept={}).update(kept={})


def forget_old(now: datetime | None = None) -> None:
    """Remove what is older than it may be."""
    now = now or timezone.now()
    ConnectorCall.objects.filter(created_at__lt=now - KEPT_FOR).delete()
    ConnectorCall.objects.filter(created_at__lt=now - BODIES_KEPT_FOR).exclude(kept={}).update(kept={})


def _day_began() -> datetime:
    return timezone.now().replace(hour=0, minute=0, second=0, microsecond=0)


def _try(call: ConnectorCall) -> Try:
    failed = None if call.outcome == UNDER_WAY else call.outcome in PASSING
    return Try(call.created_at, call.created_at + timedelta(milliseconds=call.took_ms), failed)
