"""Tells who disputed a resolution what became of it, by a letter, once an operator decided."""

from django.conf import settings
from django.utils.translation import gettext, gettext_noop

from agents import spoken
from agents.models import Agent
from billing.models import Dispute, DisputeState
from tenants import current, figures, jobs, post
from tenants.jobs import Lease
from tenants.post import Letter

LETTER = "dispute_letter"
PAGE = "/console/billing/usage"
BECAME = {
    DisputeState.UPHELD: (gettext_noop("credited"), gettext_noop("The resolution is credited, so it is not charged.")),
    DisputeState.DECLINED: (gettext_noop("not credited"), gettext_noop("The resolution stays counted.")),
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
        with spoken.written_to(person):
            post.write(person.email, letter(found, to=person.first_name))


def letter(dispute: Dispute, *, to: str) -> Letter:
    """What it says: what was decided, and the answer in the operator's own words."""
    outcome, means = BECAME[DisputeState(dispute.state)]
    subject = gettext("{name}: your dispute was looked at: {outcome}")
    return Letter(
        subject=subject.format(name=current.tenant().name, outcome=gettext(outcome)),
        opening=(
            gettext("Hello {name},").format(name=to),
            gettext("On {day} you wrote about a resolution by the assistant: “{reason}”").format(
                day=figures.day(dispute.at), reason=dispute.reason
            ),
            gettext("{means} The answer: “{answer}”").format(means=gettext(means), answer=dispute.answer),
        ),
        button=post.button(gettext("Open billing"), PAGE),
    )
