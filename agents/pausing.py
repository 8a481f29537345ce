"""Single sign-on rests while the plan has none, and nobody is locked out: owners without a password get a letter."""

from django.db import transaction
from django.utils import timezone

from agents import entitled
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
    company = current.tenant()
    letter = Letter(
        subject=f"Choose a password for {company.name}",
        opening=(
            f"Hello {owner.first_name},",
            f"the plan of {company.name} has no single sign-on any more, and you have no password yet.",
            f"Ask for a link on the page for a new password, with {owner.email}, and choose one.",
            "Your settings for single sign-on are kept, and count again with a plan that has it.",
        ),
        button=post.button("Get a link for a password", "/reset/"),
        closing=("Your colleagues see the same on the sign-in page, and choose a password there.",),
    )
    post.write(owner.email, letter)
