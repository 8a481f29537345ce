"""What an order, a product, a person and a ticket look like from outside: one shape for REST, files and connector."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext
from rest_framework import serializers

from assistant.models import OrderState, TicketState
from assistant.records.fields import Address, Amount, Attributes, Currency, Moment, OneLine, State

Json = dict[str, Any]
MOST_ITEMS, MOST_ENTRIES, MOST_VARIANTS = 200, 100, 100


class Shape(serializers.Serializer[None]):
    """Reads one record; with `strict` in its context a field that it does not know is an error."""

    def to_internal_value(self, data: Any) -> Any:
        """The checked fields."""
        unknown = sorted(set(data) - set(self.fields)) if isinstance(data, Mapping) else []
        if unknown and self.root.context.get("strict"):
            raise serializers.ValidationError({str(unknown[0]): gettext("There is no such field.")})
        return super().to_internal_value(data)


class OrderItemFields(Shape):
    """A line of an order; `refunded` are pieces."""

    line = serializers.IntegerField(min_value=1, max_value=9999, required=False)
    sku = OneLine(max_length=40, allow_blank=True, default="")
    name = OneLine(max_length=160)
    quantity = serializers.IntegerField(min_value=1, max_value=30000, default=1)
    price = Amount()
    refunded = serializers.IntegerField(min_value=0, max_value=30000, required=False)
    attributes = Attributes()

    def validate(self, attrs: Json) -> Json:
        """An item is told whole, also where the order is told in part; no more can be refunded than was bought."""
        whole = {"sku": "", "quantity": 1, "attributes": {}, **_needed(attrs, "name", "price")}
        if whole.get("refunded", 0) > whole["quantity"]:
            raise serializers.ValidationError({"refunded": gettext("This is more than the quantity.")})
        return whole


class OrderFields(Shape):
    """An order with its items."""

    number = OneLine(max_length=20)
    email = serializers.EmailField(max_length=254)
    name = OneLine(max_length=120, allow_blank=True, default="")
    state = State(OrderState.choices)
    placed_at = Moment()
    shipped_at = Moment(required=False, allow_null=True)
    delivered_at = Moment(required=False, allow_null=True)
    total = Amount()
    refunded = Amount(required=False)
    currency = Currency()
    address = Address(required=False)
    tracking = OneLine(max_length=60, allow_blank=True, default="")
    tracking_url = serializers.URLField(max_length=300, allow_blank=True, default="")
    items = serializers.ListField(child=OrderItemFields(), max_length=MOST_ITEMS, required=False)

    def validate_items(self, items: list[Json]) -> list[Json]:
        """Lines are numbered, each number once."""
        numbered = [{**item, "line": item.get("line", place)} for place, item in enumerate(items, 1)]
        if len({item["line"] for item in numbered}) < len(numbered):
            raise serializers.ValidationError(gettext("Two items have the same line."))
        return numbered

    def validate(self, attrs: Json) -> Json:
        """No more can be refunded than was paid."""
        if "total" in attrs and attrs.get("refunded", Decimal(0)) > attrs["total"]:
            raise serializers.ValidationError({"refunded": gettext("This is more than the total.")})
        return attrs


class ProductFields(Shape):
    """Something that is sold."""

    sku = OneLine(max_length=40)
    name = OneLine(max_length=120)
    category = OneLine(max_length=60, allow_blank=True, default="")
    description = serializers.CharField(max_length=8000, allow_blank=True, default="")
    price = Amount()
    currency = Currency()
    stock = serializers.IntegerField(min_value=0, max_value=2_000_000_000, default=0)
    attributes = Attributes()
    variants = serializers.ListField(child=Attributes(), max_length=MOST_VARIANTS, default=list)
    url = serializers.URLField(max_length=300, allow_blank=True, default="")


class PersonFields(Shape):
    """What is known of a customer."""

    email = serializers.EmailField(max_length=254)
    name = OneLine(max_length=120, allow_blank=True, default="")
    phone = serializers.RegexField(
        r"^(\+[0-9]{6,15})?\Z",
        allow_blank=True,
        default="",
        error_messages={"invalid": "A phone number is written with its country, like +493012345678."},
    )
    address = Address(required=False)
    attributes = Attributes()


class TicketEntryFields(Shape):
    """What was said about a ticket; the customer may read it."""

    at = Moment()
    by = OneLine(max_length=120, allow_blank=True, default="")
    text = serializers.CharField(max_length=4000)

    def validate(self, attrs: Json) -> Json:
        """An entry is told whole, also where the ticket is told in part."""
        return {"by": "", **_needed(attrs, "at", "text")}


class TicketFields(Shape):
    """Something that is worked on for a customer; `newest` is how a connector tells the newest entry alone."""

    number = OneLine(max_length=20)
    email = serializers.EmailField(max_length=254)
    name = OneLine(max_length=120, allow_blank=True, default="")
    subject = OneLine(max_length=200)
    state = State(TicketState.choices, default=TicketState.OPEN)
    opened_at = Moment(required=False)
    updated_at = Moment(required=False)
    newest = serializers.CharField(max_length=4000, allow_blank=True, required=False)
    entries = serializers.ListField(child=TicketEntryFields(), max_length=MOST_ENTRIES, required=False)


def _needed(attrs: Json, *names: str) -> Json:
    """The fields, when these are among them: a nested record has no part of its own to leave as it is."""
    for name in names:
        if name not in attrs:
            raise serializers.ValidationError({name: gettext("This field is required.")})
    return attrs


def first_fault(detail: Any, place: str = "") -> tuple[str, str]:
    """The first field that is wrong, such as items.2.price, and what is wrong with it."""
    match detail:
        case Mapping():
            name, inner = next((name, inner) for name, inner in detail.items() if inner)
            return first_fault(inner, place if name == "non_field_errors" else f"{place}.{name}".lstrip("."))
        case [first, *_] if isinstance(first, str):
            return place, str(first)
        case Sequence() if not isinstance(detail, str):
            number, inner = next((number, inner) for number, inner in enumerate(detail) if inner)
            return first_fault(inner, f"{place}.{number}".lstrip("."))
    return place, str(detail)
