"""An alert as a letter, to somebody who may not look at the console now."""

from django.utils import timezone
from django.utils.translation import gettext

from agents import spoken
from conversations.alerts import showing
from conversations.models import Alert
from tenants import current, post
from tenants.jobs import Lease
from tenants.post import Letter


def send(held: Lease) -> None:
    """Send it, unless its person has seen it meanwhile or is with the company no more."""
    alert = Alert.objects.select_related("agent").filter(pk=str(held.ids["alert_id"]), seen_at=None).first()
    if alert is None or not alert.agent.is_active:
        return
    with spoken.written_to(alert.agent):
        post.write(alert.agent.email, _letter(alert))
    Alert.objects.filter(pk=alert.pk).update(mailed_at=timezone.now())


def _letter(alert: Alert) -> Letter:
    subject, text = alert.subject, alert.text
    hello = gettext("Hello {name},").format(name=alert.agent.first_name)
    return Letter(
        subject=f"{current.tenant().name}: {subject}",
        opening=tuple(line for line in (hello, f"{subject}.", text) if line),
        button=post.button(gettext("Look at it in the console"), showing.place(alert) or "/console/inbox"),
        closing=(gettext("You hear of this at most once a day by mail. The console shows how often it happened."),),
    )
