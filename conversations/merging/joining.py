"""Says that two records are one person, what that would bring together, and takes it back. The one writer of that.

Nothing moves: the record that is taken keeps its conversations, proofs and tokens, and names the one that is kept.
"""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import gettext
from typing_extensions import TypedDict

from agents.models import Agent
from assistant.models import Order
from conversations import rows, wire
from conversations.errors import NothingToDoError
from conversations.insights import measuring
from conversations.merging import doubles, persons
from conversations.merging.doubles import DoubleReason
from conversations.models import Conversation, Customer, CustomerMerge, Erasure, NotDoubles, Proof
from tenants import ids, speaking
from tenants.errors import ParameterError
from tenants.trail import audit
from tenants.trail.audit import About, Actor

Attribute = str | int | float | bool | None


class CustomerMergeRow(TypedDict):
    """That another record is the same person, as somebody said."""

    id: str
    taken: wire.Named
    """The other record."""
    by: rows.Colleague | None
    """Null where a program said it, and for one who is no longer here."""
    at: str
    reasons: list[str]
    """What spoke for it."""


class MergeBrings(TypedDict):
    """What a merge would bring to the person."""

    records: int
    conversations: int
    live: int
    """Of those, how many are not resolved."""
    orders: int
    proofs: int


class AttributeDifference(TypedDict):
    """An attribute with both values; each record keeps its own."""

    name: str
    kept: Attribute
    taken: Attribute


class MergeAddresses(TypedDict):
    """The e-mail addresses of both."""

    kept: list[str]
    taken: list[str]


class MergePreview(TypedDict):
    """What would be seen together if two records were one person, and what to think of first."""

    kept: wire.Named
    taken: wire.Named
    reasons: list[str]
    """What speaks for it."""
    brings: MergeBrings
    attributes: list[AttributeDifference]
    addresses: MergeAddresses
    warnings: list[str]
    refused: str | None
    """Why it cannot be."""


def preview(kept: Customer, taken: Customer) -> MergePreview:
    """What would be seen together, which attributes differ, and what to think of first. Writes nothing."""
    kept = _kept(kept)
    mine, theirs = persons.records(kept), persons.records(taken)
    found = doubles.reasons(kept, theirs[0])
    return {
        "kept": {"id": kept.id, "name": kept.name},
        "taken": {"id": theirs[0].id, "name": theirs[0].name},
        "reasons": [reason["words"] for reason in found],
        "brings": _counts(theirs),
        "attributes": _differences(mine, theirs),
        "addresses": {"kept": persons.addresses(mine), "taken": persons.addresses(theirs)},
        "warnings": _warnings(found, mine, theirs),
        "refused": _refusal(mine, theirs),
    }


@transaction.atomic
def merge(kept: Customer, taken: Customer, *, by: Agent | None, actor: Actor) -> CustomerMerge:
    """From now on the desk sees both as one person, under `kept`.

    Raises ParameterError for the same person twice, and NothingToDoError where it cannot be.
    """
    mine, theirs = _locked(kept, taken)
    if mine[0].pk == theirs[0].pk:
        raise ParameterError(gettext("customer_id: this is the same person already."), param="customer_id")
    refused = _refusal(mine, theirs)
    if refused is not None:
        raise NothingToDoError(refused)
    with speaking.in_language(speaking.ENGLISH):  # they are stored, and read by everybody
        found = doubles.reasons(mine[0], theirs[0])
    moved = [str(row.id) for row in theirs]
    Customer.objects.filter(pk__in=moved).update(merged_into=mine[0])
    _measure_anew(moved)
    row = CustomerMerge.objects.create(
        kept=mine[0], taken=theirs[0], moved=moved, reasons=[reason["words"] for reason in found], by=by
    )
    about = About("customer", str(mine[0].id))
    audit.record("customer.merged", actor=actor, about=about, changes={"records": (None, moved)})
    return row


@transaction.atomic
def undo(merge: CustomerMerge, *, by: Agent | None, actor: Actor) -> CustomerMerge:
    """The records are people of their own again, as before; NothingToDoError when they are already."""
    row = CustomerMerge.objects.select_for_update().get(pk=merge.pk)
    if row.undone_at is not None:
        raise NothingToDoError(gettext("This was taken back already."))
    if _being_erased([row.kept, row.taken]):
        raise NothingToDoError(gettext("This person is being erased."))
    Customer.objects.filter(pk=row.taken_id).update(merged_into=None)
    others = Customer.objects.filter(pk__in=row.moved, merged_into=row.kept_id).exclude(pk=row.taken_id)
    others.update(merged_into=row.taken_id)
    _measure_anew(row.moved)
    row.undone_at, row.undone_by = timezone.now(), by
    row.save(update_fields=["undone_at", "undone_by"])
    about = About("customer", str(row.kept_id))
    audit.record("customer.merge_undone", actor=actor, about=about, changes={"records": (row.moved, None)})
    return row


@transaction.atomic
def refuse(one: Customer, other: Customer, *, by: Agent | None) -> None:
    """They are two people: neither is suggested for the other any more."""
    first, second = sorted((one, other), key=lambda row: ids.decode("cus", str(row.id)))
    if first.pk == second.pk:
        raise ParameterError(gettext("customer_id: this is the same record."), param="customer_id")
    NotDoubles.objects.get_or_create(first=first, second=second, defaults={"by": by})


def shown(merges: Sequence[CustomerMerge]) -> list[CustomerMergeRow]:
    """Merges as a panel lists them; needs `taken` and `by` loaded."""
    return [
        {
            "id": row.id,
            "taken": {"id": row.taken_id, "name": row.taken.name},
            "by": rows.colleague(row.by),
            "at": wire.stamp(row.at),
            "reasons": row.reasons,
        }
        for row in merges
    ]


def _measure_anew(records: Sequence[str]) -> None:
    """Their conversations are another person's now."""
    measuring.touch_all(Conversation.objects.filter(customer__in=records))


def _kept(customer: Customer) -> Customer:
    return customer if customer.merged_into_id is None else Customer.objects.get(pk=customer.merged_into_id)


def _locked(kept: Customer, taken: Customer) -> tuple[Sequence[Customer], Sequence[Customer]]:
    """Both people with all their records, under a lock, so that two merges at once make no circle."""
    keys = {persons.kept_id(kept), persons.kept_id(taken)}
    wanted = Q(pk__in=keys) | Q(merged_into__in=keys) | Q(pk__in=[kept.pk, taken.pk])
    fresh = {row.pk: row for row in Customer.objects.select_for_update().filter(wanted).order_by("pk")}
    if kept.pk not in fresh or taken.pk not in fresh:
        raise NothingToDoError(gettext("One of the two is gone."))
    return persons.records(fresh[kept.pk]), persons.records(fresh[taken.pk])


def _refusal(mine: Sequence[Customer], theirs: Sequence[Customer]) -> str | None:
    signed = {row.external_id for row in (*mine, *theirs) if row.external_id}
    if len(signed) > 1:
        return gettext("Your own server signed them as two customers, so they stay two.")
    if _being_erased([*mine, *theirs]):
        return gettext("One of the two is being erased.")
    return None


def _being_erased(rows: Sequence[Customer]) -> bool:
    return Erasure.objects.filter(customer_id__in=[ids.decode("cus", str(row.id)) for row in rows]).exists()


def _counts(theirs: Sequence[Customer]) -> MergeBrings:
    keys = [row.id for row in theirs]
    talks = Conversation.objects.filter(customer__in=keys)
    told = talks.aggregate(all=Count("id"), live=Count("id", filter=~Q(status="resolved")))
    return {
        "records": len(keys),
        "conversations": told["all"],
        "live": told["live"],
        "orders": Order.objects.filter(persons.under(persons.addresses(theirs))).count(),
        "proofs": Proof.objects.filter(customer__in=keys).count(),
    }


def _differences(mine: Sequence[Customer], theirs: Sequence[Customer]) -> list[AttributeDifference]:
    """Attributes with both values; each record keeps its own."""
    ours = {name: value for row in reversed(mine) for name, value in row.attributes.items()}
    others = {name: value for row in reversed(theirs) for name, value in row.attributes.items()}
    return [
        {"name": name, "kept": ours.get(name), "taken": others.get(name)}
        for name in sorted({*ours, *others})
        if ours.get(name) != others.get(name)
    ]


def _warnings(found: list[DoubleReason], mine: Sequence[Customer], theirs: Sequence[Customer]) -> list[str]:
    kinds = {reason["kind"] for reason in found}
    warned = []
    if "proven" not in kinds:
        warned.append(
            gettext("Nobody proved that these are one person. An address that somebody only typed may be another's.")
        )
    if not kinds:
        warned.append(gettext("They share neither an address nor a telephone number nor a name."))
    if any(row.external_id for row in theirs) and not any(row.external_id for row in mine):
        warned.append(gettext("Your own server knows the other record: it may be better to keep that one."))
    return warned
