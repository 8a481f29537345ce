"""Takes back what a migration stored, unless somebody worked with it since."""

from collections.abc import Sequence

from django.db import transaction

from conversations.erasing import customers, removing
from conversations.erasing.customers import WroteAgainError
from conversations.models import (
    BroughtAction,
    BroughtKind,
    Conversation,
    Customer,
    CustomerNote,
    Migration,
    MigrationItem,
    Note,
)

AT_ONCE = 20
WORKED_ON = "Somebody worked on it since, so it stays."
CHANGED = "They wrote, or somebody changed what is known of them, since; so they stay as they are."


def some_of(row: Migration) -> list[MigrationItem]:
    """The next items that are to be taken back: conversations first, then customers, the newest first."""
    left = row.items.filter(applied_at__isnull=False, problem="")
    talks = left.filter(kind=BroughtKind.CONVERSATION, action=BroughtAction.NEW).order_by("-number")[:AT_ONCE]
    people = left.filter(kind=BroughtKind.CUSTOMER).order_by("-number")[:AT_ONCE]
    return list(talks.select_related("conversation")) or list(people.select_related("customer"))


def take_back(items: Sequence[MigrationItem]) -> None:
    """Take them back, each in a transaction of its own; what is gone already is nothing to do."""
    for item in items:
        if item.kind == BroughtKind.CONVERSATION:
            item.problem = _conversation(item)
        else:
            item.problem = _customer(item)
        if not item.problem:
            item.applied_at = item.conversation = item.customer = None
    MigrationItem.objects.bulk_update(items, ["applied_at", "conversation", "customer", "problem"])


def _conversation(item: MigrationItem) -> str:
    talk = item.conversation
    if talk is None or item.applied_at is None:
        return ""
    newer = Note.objects.filter(conversation=talk, created_at__gt=item.applied_at)
    if talk.updated_at > item.applied_at or newer.exists():
        return WORKED_ON
    removing.remove(str(talk.id))
    return ""


def _customer(item: MigrationItem) -> str:
    if item.customer is None:
        return ""
    return _remove(item.customer, item) if item.action == BroughtAction.NEW else _put_back(str(item.customer.id), item)


def _remove(customer: Customer, item: MigrationItem) -> str:
    noted = CustomerNote.objects.filter(customer=customer).exists()
    merged = bool(customer.merged_into_id) or Customer.objects.filter(merged_into=customer).exists()
    talks = Conversation.objects.filter(customer=customer).exists()
    if noted or merged or talks or not _as_told(customer, item):
        return CHANGED
    try:
        customers.remove_row(customer)
    except WroteAgainError:
        return CHANGED
    return ""


@transaction.atomic
def _put_back(customer_id: str, item: MigrationItem) -> str:
    customer = Customer.objects.select_for_update().filter(pk=customer_id).first()
    was = item.before.get("was", {})
    if customer is None or not was:
        return ""
    if not _as_told(customer, item):
        return CHANGED
    for name, value in was.items():
        setattr(customer, name, value)
    customer.save(update_fields=list(was))
    return ""


def _as_told(customer: Customer, item: MigrationItem) -> bool:
    """Whether the fields still say what the migration wrote."""
    told = item.before.get("told", {})
    return all(getattr(customer, name) == value for name, value in told.items())
