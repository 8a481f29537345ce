"""What a customer proved: the one writer of proofs, and what still counts."""

from collections.abc import Sequence
from datetime import timedelta
from functools import partial

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from conversations.models import Customer, Proof, ProvenHow
from conversations.webhooks import telling
from tenants import current, groups
from tenants.embedded.channel_layer import send_from_sync

LASTS = {ProvenHow.IDENTITY: timedelta(hours=8), ProvenHow.CODE: timedelta(hours=1)}


@transaction.atomic
def prove(customer: Customer, email: str, *, how: ProvenHow) -> Proof:
    """Keep that the customer, who is stored, proved this address just now; it counts for a while.

    An address that Baton had not known of them becomes theirs.
    """
    locked = Customer.objects.select_for_update().get(pk=customer.pk)
    now, address = timezone.now(), email.strip().lower()
    times = {"proven_at": now, "expires_at": now + LASTS[how]}
    proof, _ = Proof.objects.update_or_create(customer=locked, email=address, how=how, defaults=times)
    if not locked.email:
        locked.email = customer.email = address
        locked.save(update_fields=["email"])
        telling.customer_updated(locked, ["email"])
    return proof


def live(customer: Customer) -> Sequence[Proof]:
    """What the customer proved and still counts, newest first. One query."""
    return list(Proof.objects.filter(customer_id=customer.pk, expires_at__gt=timezone.now()))


def is_themselves(customer: Customer) -> bool:
    """Whether they proved their own address not long ago. Another one may be of who sits at the same browser now."""
    return any(proof.email == customer.email.lower() for proof in live(customer))


def end_other_tokens(customer: Customer) -> None:
    """From now on no visitor token that is out counts for this customer: whoever had one besides them is a stranger.

    Their open connections come back and say who they are. Within a transaction.
    """
    Customer.objects.filter(pk=customer.pk).update(generation=F("generation") + 1)
    customer.refresh_from_db(fields=["generation"])
    schema, goodbye = current.schema_name(), {"type": "renewed", "generation": customer.generation}
    for talk in customer.conversations.values_list("id", flat=True):
        transaction.on_commit(partial(send_from_sync, groups.shared(schema, str(talk)), goodbye))
