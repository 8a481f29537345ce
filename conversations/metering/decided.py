"""Tells who disputed a resolution what became of it, by a letter, once an operator decided."""

from django.conf import settings

from agents.models import Agent
from billing.models import Dispute, DisputeState
from tenants import current, jobs, post
from tenants.jobs import Lease
from tenants.post import Letter

LETTER = "dispute_letter"
PAGE = "/console/billing/usage"
BECAME = {
    DisputeState.UPHELD: ("credited", "The resolution is credited, so it is not charged."),
    DisputeState.DECLINED: ("not credited", "The resolution stays counted."),
}


def soon(dispute: Dispute) -> None:
    """Write the letter's job, where letters leave; in the transaction of the decision."""
    if settings.MAIL_LEAVES:
        jobs.write(LETTER, {"dispute_id": str(dispute.id), "agent_id": dispute.by})


def send(held: Lease) -> None:
    """Send it, unless its person is here no more."""
    found = Dispute.objects.filter(pk=str(held.ids["dispute_id"])).exclude(state=DisputeState.OPEN).first()
    person = Agent.objects.filter(pk=str(held.ids["agent_id"]), is_active=True).first()
    if found is not None and person is not None:
        post.write(person.email, letter(found, to=person.first_name))


def letter(dispute: Dispute, *, to: str) -> Letter:
    """What it says: what was decided, and the answer in the operator's own words."""
    company, (outcome, means) = current.tenant(), BECAME[DisputeState(dispute.state)]
    return Letter(
        subject=f"{company.name}: your dispute was looked at: {outcome}",
        opening=(
            f"Hello {to},",
            f"On {dispute.at:%-d %B %Y} you wrote about a resolution by the assistant: “{dispute.reason}”",
            f"{means} The answer: “{dispute.answer}”",
        ),
        button=post.button("Open billing", PAGE),
    )
