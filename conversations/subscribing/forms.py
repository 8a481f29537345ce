"""What requests about the subscription may carry; anything else is an error that names the field."""

from typing import Any

from django.utils.translation import gettext
from rest_framework import serializers

from billing.changing import MOST_SEATS, Wanted
from billing.plans import PLANS, Interval, PlanKey
from billing.stripe_client import FEEDBACK
from conversations.settings.forms import OneLine
from conversations.subscribing import details
from conversations.subscribing.leaving import LONGEST, OTHER

Json = dict[str, Any]
PAID = [plan.key.value for plan in PLANS.values() if plan.is_paid]
INVOICE = r"^in_[A-Za-z0-9_]{1,120}\Z"
INTERVALS = [one.value for one in Interval]


def wanted(told: Json) -> Wanted:
    """What a form below asks for."""
    plan = PLANS[PlanKey(told["plan"])]
    return Wanted(plan, Interval(told["interval"]), told["seats"]) if plan.is_paid else Wanted(plan)


class AcceptsField(serializers.ListField):
    """The codes of what somebody knows that they lose."""

    child = serializers.CharField(max_length=40)

    def __init__(self) -> None:
        super().__init__(max_length=20, required=False, default=list)


class CheckoutForm(serializers.Serializer[None]):
    """A plan that is paid, how often, and for how many people."""

    plan = serializers.ChoiceField(choices=PAID)
    interval = serializers.ChoiceField(choices=INTERVALS)
    seats = serializers.IntegerField(min_value=1, max_value=MOST_SEATS)
    accepts = AcceptsField()


class PlanPreviewForm(serializers.Serializer[None]):
    """Any plan; how often and for how many people only where it is paid."""

    plan = serializers.ChoiceField(choices=[key.value for key in PlanKey])
    interval = serializers.ChoiceField(choices=INTERVALS, required=False, allow_null=True, default=None)
    seats = serializers.IntegerField(min_value=1, max_value=MOST_SEATS, required=False, allow_null=True, default=None)

    def validate(self, attrs: Json) -> Json:
        """What is paid is paid in an interval, by the seat."""
        for name in ("interval", "seats"):
            if attrs["plan"] in PAID and attrs[name] is None:
                raise serializers.ValidationError({name: gettext("Say this too for a plan that is paid.")})
        return attrs


class PlanChangeForm(CheckoutForm):
    """Another plan, as of the moment of its preview."""

    at = serializers.DateTimeField()


class PlanCancelForm(serializers.Serializer[None]):
    """Why, and what is known to be lost."""

    reason = serializers.ChoiceField(choices=sorted(FEEDBACK), default=OTHER)
    words = serializers.CharField(max_length=LONGEST, allow_blank=True, default="")
    accepts = AcceptsField()


class InvoicesQuery(serializers.Serializer[None]):
    """Which page of invoices."""

    cursor = serializers.RegexField(INVOICE, required=False, default="", allow_blank=True)
    limit = serializers.IntegerField(min_value=1, max_value=100, default=20)


class BillingAddressForm(serializers.Serializer[None]):
    """To whom invoices go; a change names some of it."""

    name = OneLine(max_length=150)
    email = serializers.EmailField(max_length=254)
    line1 = OneLine(max_length=200, allow_blank=True)
    line2 = OneLine(max_length=200, allow_blank=True)
    postal_code = OneLine(max_length=20, allow_blank=True)
    city = OneLine(max_length=100, allow_blank=True)
    country = serializers.RegexField(
        r"^([A-Za-z]{2})?\Z",
        allow_blank=True,
        error_messages={"invalid": "A country is written in two letters, like DE."},
    )

    def validate_country(self, country: str) -> str:
        """In capitals, as Stripe wants it."""
        return country.upper()


class TaxIdForm(serializers.Serializer[None]):
    """A tax number of one of Stripe's kinds."""

    kind = serializers.ChoiceField(choices=list(details.FORMS))
    value = OneLine(max_length=40)
