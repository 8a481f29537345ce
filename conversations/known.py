"""Who the customer of a conversation is, as far as known, and what they proved."""

from django.utils import timezone

from assistant.skills.contract import Known
from conversations.models import Conversation, Customer, Proof


def known(conversation: Conversation) -> Known:
    """What is known of the customer now, with the addresses that they proved and that still count. One query."""
    return of_customer(conversation.customer)


def of_customer(customer: Customer) -> Known:
    """The same of a customer; one who is not stored has proved nothing."""
    now = timezone.now()
    proofs = list(Proof.objects.filter(customer=customer, expires_at__gt=now)) if customer.pk else []
    return Known(
        customer_id=str(customer.id),
        name=customer.own_name,
        email=customer.email,
        attributes=customer.attributes,
        proven=frozenset(proof.email.lower() for proof in proofs),
        how=proofs[0].how if proofs else "",
    )
