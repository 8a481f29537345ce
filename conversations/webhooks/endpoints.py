"""The one writer of endpoints: where to, of what, with which secret; each change is on record."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext

from agents.models import Agent
from conversations.models import DisabledBecause, EndpointState, WebhookEndpoint
from conversations.webhooks import secrets, switching
from conversations.webhooks.planning import plan
from tenants.errors import BatonError, NotFoundError
from tenants.trail import audit
from tenants.trail.audit import Actor

MOST = 20
PLAIN = ("url", "description", "types")
Fields = Mapping[str, Any]


class TooManyWebhooksError(BatonError):
    """The company has as many webhooks as fit."""

    status = 409
    code = "too_many_webhooks"

    def __init__(self) -> None:
        super().__init__(
            gettext("At most {most} webhooks fit. Remove one that is not needed any more.").format(most=MOST)
        )


def listed() -> QuerySet[WebhookEndpoint]:
    """All of them, the oldest first."""
    return WebhookEndpoint.objects.select_related("created_by")


def access_endpoint(endpoint_id: str) -> WebhookEndpoint:
    """The endpoint; NotFoundError when there is none."""
    try:
        found = listed().filter(pk=endpoint_id).first()
    except ValidationError:
        found = None
    if found is None:
        raise NotFoundError(gettext("There is no such webhook here."), param="endpoint_id")
    return found


@transaction.atomic
def create(fields: Fields, *, by: Agent | None, actor: Actor) -> tuple[WebhookEndpoint, str]:
    """A new endpoint and its secret, which is told this once. TooManyWebhooksError."""
    there = list(WebhookEndpoint.objects.select_for_update().order_by("id").values_list("id", flat=True))
    if len(there) >= MOST:
        raise TooManyWebhooksError
    made = WebhookEndpoint(created_by=by, **{name: fields[name] for name in PLAIN})
    secret = secrets.give(made)
    made.save(force_insert=True)
    changes = {"url": (None, made.url), "types": (None, made.types)}
    audit.record("webhook.created", actor=actor, about=switching.about(made), changes=changes)
    return made, secret


@transaction.atomic
def change(endpoint_id: str, fields: Fields, *, actor: Actor) -> None:
    """Give the endpoint what is named, and switch it on or off."""
    endpoint = locked(endpoint_id)
    new = {name: fields[name] for name in PLAIN if name in fields}
    changes = dict(audit.changed({name: getattr(endpoint, name) for name in new}, new))
    for name, value in new.items():
        setattr(endpoint, name, value)
    if changes:
        endpoint.updated_at = timezone.now()
        endpoint.save(update_fields=[*changes, "updated_at"])
    state = fields.get("state", endpoint.state)
    if state != endpoint.state:
        changes["state"] = (endpoint.state, state)
        _switch(endpoint, state)
    if changes:
        audit.record("webhook.changed", actor=actor, about=switching.about(endpoint), changes=changes)


@transaction.atomic
def remove(endpoint_id: str, *, actor: Actor) -> None:
    """The endpoint goes, with the log of what it was sent."""
    endpoint = locked(endpoint_id)
    audit.record("webhook.removed", actor=actor, about=switching.about(endpoint))
    endpoint.delete()


@transaction.atomic
def make_secret(endpoint_id: str, *, actor: Actor) -> tuple[WebhookEndpoint, str]:
    """A new secret, told this once; the one before signs too for a day."""
    endpoint = locked(endpoint_id)
    secret = secrets.change(endpoint, timezone.now())
    endpoint.save(update_fields=["secret", "previous_secret", "previous_until"])
    audit.record("webhook.secret_made", actor=actor, about=switching.about(endpoint))
    return endpoint, secret


def locked(endpoint_id: str) -> WebhookEndpoint:
    """The endpoint, for a change; NotFoundError when there is none."""
    access_endpoint(endpoint_id)
    try:
        return WebhookEndpoint.objects.select_for_update().get(pk=endpoint_id)
    except WebhookEndpoint.DoesNotExist as error:
        raise NotFoundError(gettext("There is no such webhook here."), param="endpoint_id") from error


def _switch(endpoint: WebhookEndpoint, state: str) -> None:
    if state == EndpointState.DISABLED:
        switching.off(endpoint, DisabledBecause.PERSON)
        return
    switching.on(endpoint)
    plan(endpoint)
