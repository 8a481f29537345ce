"""A person's own alerts, as the console shows them."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from typing_extensions import TypedDict

from agents.models import Agent
from conversations import wire
from conversations.alerts.raising import GRAVE
from conversations.models import Alert, AlertKind
from tenants import cursors
from tenants.errors import NotFoundError

PREFIX = "alr"


class AlertRow(TypedDict):
    """Something that a person should know soon."""

    id: str
    kind: AlertKind
    grave: bool
    """It should not wait."""
    subject: str
    text: str
    conversation_id: str | None
    link: str | None
    """Where in the console it leads."""
    count: int
    """How often the same came before it was seen."""
    first_at: str
    raised_at: str
    seen: bool


class AlertsPage(TypedDict):
    """A page of one's own alerts, and how many of all are not seen."""

    data: list[AlertRow]
    has_more: bool
    next_cursor: str | None
    """Give this as `cursor` to get the next page; null on the last one."""
    unseen: int


def access_alert(agent: Agent, alert_id: str) -> Alert:
    """The person's alert with this id; NotFoundError when there is none, or it is somebody else's."""
    try:
        return Alert.objects.get(pk=alert_id, agent=agent)
    except (Alert.DoesNotExist, ValidationError) as error:
        raise NotFoundError(gettext("There is no such alert here."), param="alert_id") from error


def page(agent: Agent, *, limit: int, cursor: str) -> AlertsPage:
    """The person's alerts, the newest first, with the number of those not seen. Two queries."""
    rows = Alert.objects.filter(agent=agent)
    found = cursors.newest_first(rows, by="raised_at", prefix=PREFIX, limit=limit, cursor=cursor)
    return {**found.of([shown(alert) for alert in found.rows]), "unseen": unseen(agent)}


def unseen(agent: Agent) -> int:
    """How many of the person's alerts they have not seen. One query."""
    return Alert.objects.filter(agent=agent, seen_at=None).count()


def shown(alert: Alert) -> AlertRow:
    """An alert as it goes over the wire."""
    return {
        "id": alert.id,
        "kind": AlertKind(alert.kind),
        "grave": alert.kind in GRAVE,
        "subject": alert.subject,
        "text": alert.text,
        "conversation_id": alert.conversation_id,
        "link": place(alert),
        "count": alert.count,
        "first_at": wire.stamp(alert.first_at),
        "raised_at": wire.stamp(alert.raised_at),
        "seen": alert.seen_at is not None,
    }


def place(alert: Alert) -> str | None:
    """Where in the console it leads."""
    if alert.link:
        return alert.link
    return f"/console/inbox/all/{alert.conversation_id}" if alert.conversation_id else None
