"""The secrets of an endpoint: sealed where they are kept, shown once, and two of them for a day while one changes."""

from datetime import datetime, timedelta

from conversations.models import WebhookEndpoint
from tenants import sealing, signing

OLD_LASTS = timedelta(days=1)
PLACE, OLD_PLACE = "webhook_endpoint.secret.{id}", "webhook_endpoint.previous_secret.{id}"


def give(endpoint: WebhookEndpoint) -> str:
    """A new secret for an endpoint that has none; the row is saved by the caller."""
    made = signing.secret()
    endpoint.secret = sealing.seal(made, place=PLACE.format(id=endpoint.id))
    return made


def change(endpoint: WebhookEndpoint, now: datetime) -> str:
    """A new secret; the one before signs too for a day. The row is saved by the caller.

    One that cannot be read any more is simply replaced.
    """
    try:
        before = sealing.unseal(endpoint.secret, place=PLACE.format(id=endpoint.id))
    except sealing.SealBrokenError:
        endpoint.previous_secret, endpoint.previous_until = "", None
    else:
        endpoint.previous_secret = sealing.seal(before, place=OLD_PLACE.format(id=endpoint.id))
        endpoint.previous_until = now + OLD_LASTS
    return give(endpoint)


def keys(endpoint: WebhookEndpoint, now: datetime) -> list[str]:
    """The secrets that sign now, the newest first; SealBrokenError when they cannot be read."""
    found = [sealing.unseal(endpoint.secret, place=PLACE.format(id=endpoint.id))]
    if endpoint.previous_until is not None and endpoint.previous_until > now:
        found.append(sealing.unseal(endpoint.previous_secret, place=OLD_PLACE.format(id=endpoint.id)))
    return found
