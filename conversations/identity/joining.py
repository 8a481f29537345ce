"""Makes a visitor the customer whom the company's server named, with what they wrote before.

What the visitor's own token opened so far stays closed to whoever else has that token: a visitor who becomes a customer
gets a new token and the old ones are over, and of a visitor who turns out to be somebody known only the conversations
move, into the hands of the one who was named.
"""

from django.db import transaction

from conversations import log
from conversations.identity import proofs
from conversations.identity.signature import Claims
from conversations.models import Attachment, Conversation, Customer, Proof, ProvenHow
from conversations.webhooks import telling

TOLD = ("external_id", "email", "name", "attributes")


@transaction.atomic
def identify(visitor: Customer, claims: Claims) -> Customer:
    """The customer of these claims, stored, with the visitor's conversations; the visitor may not be stored yet.

    A visitor who is another customer already keeps what is theirs: then two people share the browser.
    """
    stored = Customer.objects.select_for_update().filter(pk=visitor.pk).first()
    known = Customer.objects.select_for_update().filter(external_id=claims.sub).first()
    before = _told(known or stored)
    if known is None:
        customer = _adopted(stored, claims.sub) or _made(claims, language=visitor.language)
    else:
        customer = known
        if stored is not None and stored.pk != known.pk and not stored.external_id:
            _merge(stored, known)
    _keep(customer, claims)
    Proof.objects.filter(customer=customer, how=ProvenHow.IDENTITY).exclude(email=claims.email).delete()
    proofs.prove(customer, claims.email, how=ProvenHow.IDENTITY)
    if customer not in (known, stored):
        telling.customer_created(customer)
    else:
        after = _told(customer)
        telling.customer_updated(customer, [name for name in after if after[name] != before.get(name)])
    return customer


def _told(customer: Customer | None) -> dict[str, object]:
    """What is told of a customer when it changes."""
    return {} if customer is None else {name: getattr(customer, name) for name in TOLD}


def _adopted(visitor: Customer | None, sub: str) -> Customer | None:
    if visitor is None or visitor.external_id:
        return None
    visitor.external_id = sub
    visitor.save(update_fields=["external_id"])
    proofs.end_other_tokens(visitor)
    return visitor


def _made(claims: Claims, *, language: str) -> Customer:
    made, _ = Customer.objects.get_or_create(
        external_id=claims.sub, defaults={"name": claims.name or claims.email, "language": language}
    )
    return made


def _keep(customer: Customer, claims: Claims) -> None:
    """What the company says of its customer wins over what was told."""
    customer.email, customer.name = claims.email, claims.name or _name(customer, claims)
    if claims.attributes is not None:
        customer.attributes = {**customer.attributes, **claims.attributes}
    customer.save(update_fields=["email", "name", "attributes"])


def _name(customer: Customer, claims: Claims) -> str:
    return customer.own_name or claims.email


def _merge(visitor: Customer, known: Customer) -> None:
    """The visitor's conversations become the customer's, one after the other under its lock; the visitor's row goes."""
    proofs.end_other_tokens(visitor)
    for talk in Conversation.objects.filter(customer=visitor).order_by("created_at").values_list("id", flat=True):
        with log.writing(str(talk)) as conversation:
            conversation.customer = known
    Attachment.objects.filter(customer=visitor).update(customer=known)
    heir = known.pk if known.merged_into_id in {None, visitor.pk} else known.merged_into_id
    Customer.objects.filter(merged_into=visitor).exclude(pk=known.pk).update(merged_into=heir)
    if visitor.form_answers and not known.form_answers:
        Customer.objects.filter(pk=known.pk).update(form_answers=visitor.form_answers)
    visitor.delete()
