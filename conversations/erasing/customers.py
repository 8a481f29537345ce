"""Erases a customer everywhere, as a job; what remains are counts, and an id that leads nowhere."""

import time
from collections.abc import Callable

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext

from agents import idempotency
from assistant import examples
from assistant.connector import calls
from assistant.models import Action, Appointment, Lead, Order, Person, Ticket
from assistant.records.importing import running as record_imports
from conversations.erasing import removing
from conversations.erasing.removing import Removed
from conversations.exporting import making
from conversations.merging import persons
from conversations.migrating import forgetting as migrating
from conversations.models import Attachment, AuthorKind, Customer, Erasure, Export, ExportKind, ExportState, Message
from conversations.webhooks import forgetting, telling
from tenants import current, erased, ids, jobs
from tenants.errors import ParameterError
from tenants.jobs import Lease
from tenants.trail import audit
from tenants.trail.audit import About, Actor

KIND = "erase"
NOBODY = "Erased customer"
LONGEST_GO = 20.0  # seconds that another process works on a copy at a time


class CopyBusyError(Exception):
    """A copy that must not be finished is being made; the job is tried again."""


class WroteAgainError(Exception):
    """The customer began a conversation while the others went; the job is tried again."""


@transaction.atomic
def request(customer: Customer, *, confirm: str, actor: Actor) -> Erasure:
    """Begin to erase the customer, with all records that are the same person.

    ParameterError unless `confirm` is their name, e-mail address or id.
    """
    names = {word.casefold() for word in (customer.name, customer.email, str(customer.id)) if word}
    if confirm.strip().casefold() not in names:
        message = gettext("confirm: type the customer's name, e-mail address or id as it stands here.")
        raise ParameterError(message, param="confirm")
    records = persons.records(customer)
    for record in records:
        _, begun = Erasure.objects.get_or_create(customer_id=ids.decode("cus", str(record.id)))
        if begun:
            audit.record("customer.erasure_requested", actor=actor, about=About("customer", str(record.id)))
    kept, *others = (str(record.id) for record in records)
    jobs.write(KIND, {"customer_id": kept, "others": " ".join(others)}, key=kept)
    return Erasure.objects.get(customer_id=ids.decode("cus", str(customer.id)))


def erase(held: Lease) -> None:
    """Remove the conversations, then all else of the customer, then every copy in which they may be.

    So with each record of the person, one after the other, the one that names the others last.
    """
    gone = [*str(held.ids.get("others", "")).split(), str(held.ids["customer_id"])]
    for record_id in gone:
        _erase(record_id)
    _withdraw_copies()
    idempotency.forget_answers()
    for record_id in gone:
        erased.note(current.schema_name(), record_id)
        _end(Erasure.objects.get(customer_id=ids.decode("cus", record_id)), record_id)


def again(customer_id: str) -> bool:
    """Erase a customer whom a restore brought back, at once; False when nobody of that id is here."""
    if not Customer.objects.filter(pk=customer_id).exists():
        return False
    with transaction.atomic():
        Erasure.objects.update_or_create(customer_id=ids.decode("cus", customer_id), defaults={"done_at": None})
        audit.record("customer.erasure_requested", actor=audit.by_system(), about=About("customer", customer_id))
    _erase(customer_id)
    _withdraw_copies()
    idempotency.forget_answers()
    _end(Erasure.objects.get(customer_id=ids.decode("cus", customer_id)), customer_id)
    return True


def _erase(customer_id: str) -> None:
    erasure = Erasure.objects.get(customer_id=ids.decode("cus", customer_id))
    customer = Customer.objects.filter(pk=customer_id).first()
    if customer is not None:
        _forget_examples(customer)
        _forget_leads(customer)
        migrating.forget(customer)
        for conversation_id in customer.conversations.order_by("created_at").values_list("id", flat=True):
            _count(erasure, removing.remove(str(conversation_id)), conversations=1)
        _leave_the_books(customer)
        _count(erasure, remove_row(customer), conversations=0)


def remove_row(customer: Customer) -> Removed:
    """Remove a customer without conversations, with what hangs on their row: uploads, copies, jobs."""
    for copy in Export.objects.filter(customer=customer):
        _when_alone(copy, lambda copy: making.give_up(copy, NOBODY))
    return _take_out(customer)


@transaction.atomic
def _take_out(customer: Customer) -> Removed:
    locked = Customer.objects.select_for_update().get(pk=customer.pk)
    if locked.conversations.exists():
        raise WroteAgainError
    gone = removing.files(Attachment.objects.filter(customer=locked))
    copies = [str(key) for key in Export.objects.filter(customer=locked).values_list("id", flat=True)]
    jobs.forget([*gone, *copies])
    forgetting.of_customer(locked)
    locked.delete()
    return Removed(files=len(gone))


@transaction.atomic
def _forget_examples(customer: Customer) -> None:
    """Topics are told by examples, and some were taken from what customers wrote."""
    theirs = Message.objects.filter(conversation__customer=customer, author_kind=AuthorKind.CUSTOMER)
    examples.forget(theirs.values_list("text", flat=True))


def _forget_leads(customer: Customer) -> None:
    """What they told to become a customer of the company, in whichever conversation, and under their address."""
    theirs = Q(conversation__in=[str(key) for key in customer.conversations.values_list("id", flat=True)])
    if customer.email:
        theirs |= Q(email__iexact=customer.email)
    Lead.objects.filter(theirs).delete()


def _leave_the_books(customer: Customer) -> None:
    """Orders and appointments stay as what they were worth and when; another customer of that address keeps theirs."""
    calls.forget_bodies()
    _forget_actions(Q(customer=str(customer.id)))
    if not customer.email or Customer.objects.filter(email__iexact=customer.email).exclude(pk=customer.pk).exists():
        return
    Order.objects.filter(email__iexact=customer.email).update(
        customer_name=NOBODY, email="", address={}, tracking="", tracking_url=""
    )
    Appointment.objects.filter(email__iexact=customer.email).update(
        customer_name=NOBODY, email="", note="", conversation="", remind=False
    )
    _forget_actions(Q(email__iexact=customer.email))
    record_imports.forget(customer.email)
    Ticket.objects.filter(email__iexact=customer.email).delete()
    Person.objects.filter(email__iexact=customer.email).delete()


def _forget_actions(theirs: Q) -> None:
    """What was done stays on record, with its amount; not to whom, nor in which words."""
    Action.objects.filter(theirs).update(email="", customer="", request={}, result={}, says="", problem="")


def _withdraw_copies() -> None:
    for copy in Export.objects.filter(kind=ExportKind.WORKSPACE, state=ExportState.DONE):
        making.withdraw(copy)
    for copy in Export.objects.filter(kind=ExportKind.WORKSPACE, state__in=making.LIVE):
        _when_alone(copy, making.begin_again)


def _when_alone(copy: Export, do: Callable[[Export], None]) -> None:
    until = time.monotonic() + LONGEST_GO
    while True:
        with making.alone(copy) as mine:
            if mine:
                do(copy)
                return
        if time.monotonic() > until:
            raise CopyBusyError
        time.sleep(0.1)


def _count(erasure: Erasure, removed: Removed, *, conversations: int) -> None:
    Erasure.objects.filter(pk=erasure.pk).update(
        conversations=F("conversations") + conversations,
        messages=F("messages") + removed.messages,
        files=F("files") + removed.files,
    )


@transaction.atomic
def _end(erasure: Erasure, customer_id: str) -> None:
    if Erasure.objects.filter(pk=erasure.pk, done_at=None).update(done_at=timezone.now()):
        audit.record("customer.erased", actor=audit.by_system(), about=About("customer", customer_id))
        telling.customer_erased(customer_id)
