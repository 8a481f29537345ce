"""Single sign-on rests while the plan has none, and nobody is locked out: owners without a password get a letter."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from agents import entitled, spoken
from agents.models import Agent, Role, SignOn
from billing.plans import Feature
from tenants import current, jobs, post
from tenants.jobs import Lease
from tenants.post import Letter
from tenants.trail import audit
from tenants.trail.audit import About

KIND = "sign_on_paused_letter"


@transaction.atomic
def follow() -> None:
    """Note that the company's single sign-on rests, or that it is in use again, and write to who needs a password."""
    row = SignOn.objects.select_for_update().first()
    if row is None or entitled.has(Feature.SSO) == (row.paused_at is None):
        return
    row.paused_at = timezone.now() if row.paused_at is None else None
    row.save(update_fields=["paused_at"])
    action = "sign_on.resumed" if row.paused_at is None else "sign_on.paused"
    audit.record(action, actor=audit.by_system(), about=About("sign_on", "1", row.issuer))
    if row.paused_at is not None:
        for owner in Agent.objects.filter(role=Role.OWNER, is_active=True):
            if not owner.has_usable_password():
                jobs.write(KIND, {"agent_id": str(owner.id)}, key=str(owner.id))


def send(held: Lease) -> None:
    """Send the letter that a job asks for, unless the owner can sign in by now."""
    owner = Agent.objects.filter(pk=str(held.ids["agent_id"]), is_active=True).first()
    if owner is None or owner.has_usable_password() or entitled.has(Feature.SSO):
        return
    with spoken.written_to(owner):
        post.write(owner.email, _letter(owner))


def _letter(owner: Agent) -> Letter:
    company = current.tenant()
    return Letter(
        subject=gettext("Choose a password for {name}").format(name=company.name),
        opening=(
            gettext("Hello {name},").format(name=owner.first_name),
            gettext("the plan of {name} has no single sign-on any more, and you have no password yet.").format(
                name=company.name
            ),
            gettext("Ask for a link on the page for a new password, with {email}, and choose one.").format(
                email=owner.email
            ),
            gettext("Your settings for single sign-on are kept, and count again with a plan that has it."),
        ),
        button=post.button(gettext("Get a link for a password"), "/reset/"),
        closing=(gettext("Your colleagues see the same on the sign-in page, and choose a password there."),),
    )
