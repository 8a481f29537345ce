"""An alert as a letter, to somebody who may not look at the console now."""

from django.utils import timezone

from conversations.alerts.showing import place
from conversations.models import Alert
from tenants import current, post
from tenants.jobs import Lease
from tenants.post import Letter


def send(held: Lease) -> None:
    """Send it, unless its person has seen it meanwhile or is with the company no more."""
    alert = Alert.objects.select_related("agent").filter(pk=str(held.ids["alert_id"]), seen_at=None).first()
    if alert is None or not alert.agent.is_active:
        return
    company = current.tenant()
    letter = Letter(
        subject=f"{company.name}: {alert.subject}",
        opening=tuple(line for line in (f"Hello {alert.agent.first_name},", f"{alert.subject}.", alert.text) if line),
        button=post.button("Look at it in the console", place(alert) or "/console/inbox"),
        closing=("You hear of this at most once a day by mail. The console shows how often it happened.",),
    )
    post.write(alert.agent.email, letter)
    Alert.objects.filter(pk=alert.pk).update(mailed_at=timezone.now())
