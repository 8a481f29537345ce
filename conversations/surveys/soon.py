"""Asks for a letter to a customer whose conversation was resolved just now, in case the widget does not ask them."""

from datetime import timedelta

from django.utils import timezone

from conversations.models import Conversation
from conversations.surveys import choosing
from tenants import jobs
from tenants.jobs import Ids

KIND = "survey_letter"


def resolved(conversation: Conversation) -> None:
    """The newest entry of the log says that the conversation is resolved, in the transaction under way.

    Asks the database nothing where no letter could go.
    """
    if not (conversation.customer.email and choosing.can_mail()):
        return
    chosen = choosing.of_company()
    if chosen.by_mail:
        at = timezone.now() + timedelta(minutes=chosen.mail_after)
        ids: Ids = {"conversation_id": str(conversation.id), "ended_seq": conversation.seq}
        jobs.write(KIND, ids, key=str(conversation.id), run_at=at)
