"""Tells people that a piece of work failed for good and became a dead letter."""

from collections.abc import Mapping

from agents.models import Agent
from agents.permissions import Right
from conversations.alerts.raising import raise_to
from conversations.models import AlertKind
from tenants import current
from tenants.jobs import PLATFORM, Lease
from tenants.models import Tenant

WHAT: Mapping[str, str] = {  # by the kind of the job, where people know it by another name
    "turn": "the assistant's turn",
    "deadline": "what was due in a conversation",
    "mail": "a mail to a customer",
    "identity_code": "a mail with a code to a customer",
    "connector_act": "an act of the connector",
    "erase": "the erasure of a customer",
    "export": "a copy of your data",
    "appointment_letter": "a mail about an appointment",
    "invitation_letter": "an invitation",
    "reset_letter": "a mail for a new password",
    "lead_letter": "a mail about a lead",
    "alert_letter": "a mail about an alert",
    "usage_letter": "a mail about how much of the plan is used",
    "dispute_letter": "a mail about a dispute",
    "desk_task_alarm": "the reminder of a task",
    "promise_alarm": "the reminder of a promise",
    "knowledge_import": "an import of knowledge",
    "record_import": "an import of records",
}
OPERATORS_PAGE = "/operators/jobs/"


def tell(held: Lease) -> None:
    """Tell those who can do something about it: in the company, or where the work is nobody's, the operators."""
    kind, tries = str(held.ids["kind"]), f"It was tried {held.ids['attempts']} times."
    if held.schema_name == PLATFORM:
        _tell_operators(f"A job is a dead letter: {kind}", tries)
        return
    raise_to(
        Right.MANAGE_SETTINGS,
        kind=AlertKind.JOB_FAILED,
        subject=f"Failed for good: {WHAT.get(kind, kind.replace('_', ' '))}",
        text=f"{tries} Whoever runs Baton for you can look at it and let it run again.",
    )


def _tell_operators(subject: str, text: str) -> None:
    """On the desk of the company that runs Baton; without one there is only the page of jobs."""
    company = Tenant.objects.filter(is_platform=True).first()
    if company is None:
        return
    with current.entered(company):
        operators = [str(key) for key in Agent.objects.filter(is_operator=True).values_list("id", flat=True)]
        raise_to(operators, kind=AlertKind.JOB_FAILED, subject=subject, text=text, link=OPERATORS_PAGE)
