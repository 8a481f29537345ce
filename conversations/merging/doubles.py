"""Who may be the same person: records that share an address, a telephone number or a name, each with its reasons."""

import re
from collections.abc import Sequence
from typing import Literal

from django.db.models import Q
from django.utils.translation import gettext
from typing_extensions import TypedDict

from conversations import wire
from conversations.merging import persons
from conversations.models import Customer, NotDoubles, Proof

MOST = 8
MOST_LOOKED_AT = 200
PHONES = ("phone", "telephone", "mobile", "phone_number")
SHORTEST_PHONE = 7  # digits; what is shorter is many people's
_NO_DIGIT = re.compile(r"\D")


class DoubleReason(TypedDict):
    """Something that speaks for two records being one person."""

    kind: Literal["proven", "email", "phone", "name"]
    words: str
    weight: int


class DoubleRow(TypedDict):
    """A record that may be the same person."""

    id: str
    name: str
    email: str | None
    created_at: str
    certain: bool
    """Both proved the same address."""
    reasons: list[str]
    """What speaks for it, in words."""


def of(customer: Customer) -> list[DoubleRow]:
    """Records that may be this person, the likeliest first, without those that somebody said are not. Five queries."""
    mine = persons.records(customer)
    ids = {str(row.id) for row in mine}
    others = list(_candidates(mine, ids))
    refused = _refused(ids)
    proven = _proven([*mine, *others])
    found = []
    for other in others:
        reasons = _reasons(mine, other, proven)
        if reasons and str(other.id) not in refused:
            found.append((sum(reason["weight"] for reason in reasons), other, reasons))
    found.sort(key=lambda one: (-one[0], str(one[1].id)))
    return [_shown(other, reasons) for _, other, reasons in found[:MOST]]


def reasons(one: Customer, other: Customer) -> list[DoubleReason]:
    """What speaks for two records being one person. Three queries."""
    mine = persons.records(one)
    return _reasons(mine, other, _proven([*mine, other]))


def phone(customer: Customer) -> str:
    """Their telephone number as digits alone; "" where none is known."""
    for name in PHONES:
        told = customer.attributes.get(name) or customer.page_attributes.get(name)
        digits = _NO_DIGIT.sub("", str(told or "")).lstrip("0")
        if len(digits) >= SHORTEST_PHONE:
            return digits[-SHORTEST_PHONE - 2 :]
    return ""


def _candidates(mine: Sequence[Customer], ids: set[str]) -> Sequence[Customer]:
    names = {row.own_name for row in mine if row.own_name}
    like = persons.under(persons.addresses(mine))
    proven = Proof.objects.filter(customer__in=ids).values("email")
    like |= Q(email__in=proven) | Q(proofs__email__in=persons.addresses(mine))
    for name in names:
        like |= Q(name__iexact=name)
    for told in {str(row.attributes[name]) for row in mine for name in PHONES if row.attributes.get(name)}:
        for name in PHONES:
            like |= Q(**{f"attributes__{name}": told})
    rows = Customer.objects.filter(like, merged_into=None).exclude(pk__in=ids).distinct()
    return list(rows.order_by("-created_at", "-id")[:MOST_LOOKED_AT])


def _refused(ids: set[str]) -> set[str]:
    rows = NotDoubles.objects.filter(Q(first__in=ids) | Q(second__in=ids)).values_list("first", "second")
    return {str(key) for pair in rows for key in pair} - ids


def _proven(rows: Sequence[Customer]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for key, email in Proof.objects.filter(customer__in=[row.id for row in rows]).values_list("customer", "email"):
        found.setdefault(str(key), set()).add(email)
    return found


def _reasons(mine: Sequence[Customer], other: Customer, proven: dict[str, set[str]]) -> list[DoubleReason]:
    """Each in words and with its weight; that both proved the same address is the only one that is certain."""
    proved = set().union(*(proven.get(str(row.id), set()) for row in mine))
    both = proved & proven.get(str(other.id), set())
    found: list[DoubleReason] = []
    if both:
        found.append(
            {"kind": "proven", "words": gettext("Both proved the address {both}").format(both=min(both)), "weight": 8}
        )
    elif other.email and other.email.lower() in {*persons.addresses(mine), *proved}:
        words = gettext("Both gave the address {email}, which is not proven by both").format(email=other.email.lower())
        found.append({"kind": "email", "words": words, "weight": 4})
    if phone(other) and phone(other) in {phone(row) for row in mine}:
        found.append({"kind": "phone", "words": gettext("Both have the same telephone number"), "weight": 3})
    if other.own_name and other.own_name.casefold() in {row.own_name.casefold() for row in mine}:
        found.append({"kind": "name", "words": gettext("Both have the same name"), "weight": 1})
    return found


def _shown(other: Customer, found: Sequence[DoubleReason]) -> DoubleRow:
    return {
        "id": other.id,
        "name": other.name,
        "email": other.email or None,
        "created_at": wire.stamp(other.created_at),
        "certain": any(reason["kind"] == "proven" for reason in found),
        "reasons": [reason["words"] for reason in found],
    }
