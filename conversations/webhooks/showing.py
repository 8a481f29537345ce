"""Webhooks, what they were sent, and how they fare, as REST shows them."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import cast

from django.core.exceptions import ValidationError
from django.db.models import Count
from django.utils import timezone
from django.utils.translation import gettext
from pydantic import JsonValue
from typing_extensions import TypedDict

from conversations import rows, wire
from conversations.models import (
    DeliveryCause,
    DisabledBecause,
    EndpointState,
    WebhookDelivery,
    WebhookDeliveryState,
    WebhookEndpoint,
)
from conversations.rows import Colleague
from conversations.webhooks import posting
from conversations.webhooks.catalogue import TYPES
from tenants import cursors
from tenants.errors import NotFoundError
from tenants.openapi.shapes import Listed

A_DAY = timedelta(days=1)
PREFIX = "del"


class WebhookDay(TypedDict):
    """What became of the deliveries of the last 24 hours; test events do not count."""

    delivered: int
    open: int
    """Not tried yet, or tried and tried again."""
    dead: int
    """Given up; they can be sent again."""


class Webhook(TypedDict):
    """An address of the company's own that is told of events."""

    id: str
    url: str
    description: str
    types: list[str]
    """Of the events that it hears of; `*` is all."""
    state: EndpointState
    disabled_because: DisabledBecause | None
    disabled_at: str | None
    failing_since: str | None
    """Since when no try succeeded; after three days it is switched off."""
    previous_secret_until: str | None
    """Until then the secret before this one signs too."""
    last_day: WebhookDay
    created_by: Colleague | None
    created_at: str


class WebhookWithSecret(Webhook):
    """A new webhook, with the secret by which its requests are signed; it is shown this once."""

    secret: str


class WebhookSecret(TypedDict):
    """A new secret, shown this once; the one before signs too until `previous_secret_until`."""

    secret: str
    previous_secret_until: str | None


class WebhookTry(TypedDict):
    """One try of a delivery."""

    at: str
    status: int | None
    """What it answered; null when there was no answer."""
    problem: str | None
    took_ms: int
    reply: str
    """The beginning of what it answered."""


class WebhookDeliveryRow(TypedDict):
    """An event on its way to a webhook."""

    id: str
    webhook_id: str
    event_id: str
    """Sent as `webhook-id`; the same in every try and every replay."""
    type: str
    state: WebhookDeliveryState
    cause: DeliveryCause
    replay_of: str | None
    tries: int
    next_at: str | None
    last_at: str | None
    status: int | None
    problem: str | None
    took_ms: int | None
    created_at: str
    happened_at: str


class WebhookDeliveryWhole(WebhookDeliveryRow):
    """A delivery with what was sent, and what came of each try."""

    url: str
    headers: dict[str, str]
    """As sent with the last try; a signature is not kept."""
    payload: JsonValue
    log: list[WebhookTry]


class WebhookReplayed(TypedDict):
    """How many events are sent once more."""

    events: int


class WebhookEventType(TypedDict):
    """A type of event, and when it happens."""

    type: str
    group: str
    says: str


def webhooks(found: Iterable[WebhookEndpoint]) -> list[Webhook]:
    """Webhooks with how they fare. Two queries."""
    listed = list(found)
    days = _days([str(one.id) for one in listed])
    return [webhook(one, days.get(str(one.id), _nothing())) for one in listed]


def webhook(one: WebhookEndpoint, day: WebhookDay | None = None) -> Webhook:
    """A webhook; `day` is asked for where it is not given."""
    found = day or _days([str(one.id)]).get(str(one.id))
    over = one.previous_until is None or one.previous_until <= timezone.now()
    return {
        "id": str(one.id),
        "url": one.url,
        "description": one.description,
        "types": list(one.types),
        "state": EndpointState(one.state),
        "disabled_because": DisabledBecause(one.disabled_because) if one.disabled_because else None,
        "disabled_at": _at(one.disabled_at),
        "failing_since": _at(one.failing_since),
        "previous_secret_until": None if over else _at(one.previous_until),
        "last_day": found or _nothing(),
        "created_by": rows.colleague(one.created_by),
        "created_at": wire.stamp(one.created_at),
    }


def deliveries(
    endpoint: WebhookEndpoint,
    *,
    state: str,
    type: str,  # noqa: A002  as the query has it
    limit: int,
    cursor: str,
) -> Listed[WebhookDeliveryRow]:
    """A page of what a webhook was sent, the newest first. One query."""
    found = WebhookDelivery.objects.filter(endpoint=endpoint).select_related("event").defer("log", "event__data")
    if state:
        found = found.filter(state=state)
    if type:
        found = found.filter(event__type=type)
    page = cursors.newest_first(found, by="created_at", prefix=PREFIX, limit=limit, cursor=cursor)
    return page.of([delivery(one) for one in page.rows])


def access_delivery(delivery_id: str) -> WebhookDelivery:
    """The delivery with its event and its endpoint; NotFoundError when there is none."""
    try:
        found = WebhookDelivery.objects.select_related("event", "endpoint").filter(pk=delivery_id).first()
    except ValidationError:
        found = None
    if found is None:
        raise NotFoundError(gettext("There is no such delivery here."), param="delivery_id")
    return found


def delivery(one: WebhookDelivery) -> WebhookDeliveryRow:
    """A delivery, with its event loaded."""
    return {
        "id": str(one.id),
        "webhook_id": str(one.endpoint_id),
        "event_id": str(one.event_id),
        "type": one.event.type,
        "state": WebhookDeliveryState(one.state),
        "cause": DeliveryCause(one.cause),
        "replay_of": one.replay_of_id,
        "tries": one.tries,
        "next_at": _at(one.next_at),
        "last_at": _at(one.last_at),
        "status": one.last_status,
        "problem": one.last_problem or None,
        "took_ms": one.took_ms,
        "created_at": wire.stamp(one.created_at),
        "happened_at": wire.stamp(one.event.created_at),
    }


def whole(one: WebhookDelivery) -> WebhookDeliveryWhole:
    """A delivery with all of it, its event and its endpoint loaded."""
    headers = {"Content-Type": "application/json", "User-Agent": posting.AGENT, "webhook-id": str(one.event_id)}
    if one.last_at is not None:
        headers |= {"webhook-timestamp": str(int(one.last_at.timestamp())), "webhook-signature": "v1,…"}
    payload = {"type": one.event.type, "timestamp": wire.stamp(one.event.created_at), "data": one.event.data}
    return {
        **delivery(one),
        "url": one.endpoint.url,
        "headers": headers,
        "payload": cast("JsonValue", payload),
        "log": [_try(line) for line in one.log],
    }


def types() -> list[WebhookEventType]:
    """All types of events."""
    return [{"type": name, "group": one.group, "says": one.says} for name, one in TYPES.items()]


def _try(line: dict[str, object]) -> WebhookTry:
    return {
        "at": str(line["at"]).replace("+00:00", "Z"),
        "status": cast("int | None", line["status"]),
        "problem": str(line["problem"]) or None,
        "took_ms": cast("int", line["took_ms"]),
        "reply": str(line["reply"]),
    }


def _days(endpoint_ids: Sequence[str]) -> dict[str, WebhookDay]:
    since = timezone.now() - A_DAY
    lately = WebhookDelivery.objects.filter(endpoint__in=endpoint_ids, created_at__gte=since)
    lately = lately.exclude(cause=DeliveryCause.TEST)
    counted = lately.order_by().values_list("endpoint_id", "state").annotate(many=Count("id"))
    found: dict[str, WebhookDay] = {}
    for endpoint_id, state, many in counted:
        day = found.setdefault(str(endpoint_id), _nothing())
        match state:
            case WebhookDeliveryState.DELIVERED:
                day["delivered"] += many
            case WebhookDeliveryState.DEAD:
                day["dead"] += many
            case _:
                day["open"] += many
    return found


def _nothing() -> WebhookDay:
    return {"delivered": 0, "open": 0, "dead": 0}


def _at(moment: object) -> str | None:
    return None if moment is None else wire.stamp(moment)
