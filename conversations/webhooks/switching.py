"""Switches endpoints off and on; what waits for one that is switched off is given up, and can be sent again later."""

from django.utils import timezone
from django.utils.translation import gettext, gettext_noop

from agents.permissions import Right
from conversations.alerts import raising
from conversations.models import AlertKind, DisabledBecause, EndpointState, WebhookDeliveryState, WebhookEndpoint
from conversations.webhooks.planning import OPEN
from tenants.trail import audit
from tenants.trail.audit import About

SWITCHED_OFF = "The webhook was switched off before this was delivered."
WHY = {
    DisabledBecause.GONE: gettext_noop("It answered 410, which asks not to be called any more."),
    DisabledBecause.FAILING: gettext_noop("It has failed for three days without a break."),
}
PAGE = "/console/settings/webhooks/{id}"


def about(endpoint: WebhookEndpoint) -> About:
    """The endpoint, for the audit log."""
    return About("webhook", str(endpoint.id), endpoint.url)


def off(endpoint: WebhookEndpoint, because: DisabledBecause) -> None:
    """Nothing is sent to the endpoint, which is locked, from now on."""
    endpoint.state, endpoint.disabled_because = EndpointState.DISABLED, because
    endpoint.disabled_at = endpoint.updated_at = timezone.now()
    endpoint.save(update_fields=["state", "disabled_because", "disabled_at", "updated_at"])
    endpoint.deliveries.filter(state__in=OPEN).update(
        state=WebhookDeliveryState.DEAD, next_at=None, last_problem=SWITCHED_OFF
    )


def on(endpoint: WebhookEndpoint) -> None:
    """The endpoint, which is locked, begins anew: nothing that failed before counts."""
    endpoint.state, endpoint.disabled_because, endpoint.disabled_at = EndpointState.ENABLED, "", None
    endpoint.failures, endpoint.failing_since, endpoint.rests_until, endpoint.is_slow = 0, None, None, False
    endpoint.updated_at = timezone.now()
    endpoint.save()


def give_up(endpoint: WebhookEndpoint, because: DisabledBecause) -> None:
    """Switch off an endpoint that does not work, and tell those who can mend it, also by a letter."""
    if endpoint.state != EndpointState.ENABLED:
        return
    off(endpoint, because)
    changes = {"state": (EndpointState.ENABLED.value, EndpointState.DISABLED.value), "because": (None, because.value)}
    audit.record("webhook.switched_off", actor=audit.by_system(), about=about(endpoint), changes=changes)
    raising.raise_to(
        Right.MANAGE_WEBHOOKS,
        kind=AlertKind.WEBHOOK_DISABLED,
        subject=lambda: gettext("A webhook was switched off: {address}").format(address=endpoint.url),
        text=lambda: gettext("{why} Mend it, switch it on again, and send what it missed once more.").format(
            why=gettext(WHY[because])
        ),
        link=PAGE.format(id=endpoint.id),
    )
