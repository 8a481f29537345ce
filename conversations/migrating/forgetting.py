"""What migrations hold of a customer who is erased."""

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from conversations.models import Customer, Migration, MigrationItem, MigrationState

NOT_STORED = (MigrationState.READING, MigrationState.REVIEW)
ERASED = "It named a customer who was erased, so it ended. Begin anew with a file without them."


def forget(customer: Customer) -> None:
    """Nothing of the customer is left in any migration; one that is not stored yet and names them ends."""
    names, items = Q(items__customer=customer), Q(customer=customer) | Q(conversation__customer=customer)
    if customer.email:
        names |= Q(text__icontains=customer.email) | Q(items__email__iexact=customer.email)
        items |= Q(email__iexact=customer.email)
    waiting = Migration.objects.filter(names, state__in=NOT_STORED).distinct()
    for key in list(waiting.values_list("id", flat=True)):
        _end(str(key))
    MigrationItem.objects.filter(items).update(name="", email="", key="", content={}, before={}, problem="")


@transaction.atomic
def _end(migration_id: str) -> None:
    row = Migration.objects.select_for_update().get(pk=migration_id)
    if row.state in NOT_STORED:
        end_unstored(row, ERASED)
        row.save()


def end_unstored(row: Migration, problem: str) -> None:
    """The migration ends with nothing of its file left; its row is held and saved by the caller."""
    row.items.all().delete()
    row.state, row.text, row.problem, row.finished_at = MigrationState.CANCELLED, "", problem, timezone.now()
