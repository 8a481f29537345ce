"""To whom invoices go, and the tax numbers that stand on them."""

import re
from collections.abc import Mapping
from dataclasses import asdict

from django.utils.translation import gettext

from agents.models import Agent
from billing import following, stripe_client, writes
from billing.errors import PaymentRefusedError
from billing.stripe_objects import BillingDetails, TaxId
from billing.writes import Kind
from conversations.subscribing import company
from tenants import current
from tenants.errors import NotFoundError, ParameterError
from tenants.trail import audit
from tenants.trail.audit import About, Actor

FORMS: Mapping[str, str] = {
    "eu_vat": r"[A-Z]{2}[0-9A-Z+*]{2,13}",
    "gb_vat": r"(GB|XI)[0-9A-Z]{5,12}",
    "ch_vat": r"CHE[0-9]{9}(MWST|TVA|IVA)",
    "no_vat": r"[0-9]{9}MVA",
    "us_ein": r"[0-9]{2}-?[0-9]{7}",
    "ca_bn": r"[0-9]{9}",
    "au_abn": r"[0-9]{11}",
    "nz_gst": r"[0-9]{8,9}",
    "in_gst": r"[0-9A-Z]{15}",
    "jp_trn": r"T[0-9]{13}",
    "sg_gst": r"[0-9A-Z]{9,10}",
    "za_vat": r"[0-9]{10}",
}
"""How each kind of tax number that can be named is written, without blanks and dots."""
LIKE: Mapping[str, str] = {
    "eu_vat": "DE123456789",
    "gb_vat": "GB123456789",
    "ch_vat": "CHE123456789MWST",
    "no_vat": "123456789MVA",
    "us_ein": "12-3456789",
    "ca_bn": "123456789",
    "au_abn": "12345678912",
    "nz_gst": "123456789",
    "in_gst": "12ABCDE3456FGZH",
    "jp_trn": "T1234567891234",
    "sg_gst": "M12345678X",
    "za_vat": "4123456789",
}
"""One of each, to say how it is written."""
MOST = 5


def found() -> BillingDetails:
    """As Stripe has them; what Baton would begin with while Stripe does not know the company."""
    customer = following.customer()
    if customer is not None:
        return stripe_client.details(customer)
    return BillingDetails(current.tenant().name, "", "", "", "", "", "", ())


def change(wanted: Mapping[str, str], *, by: Agent, actor: Actor) -> BillingDetails:
    """With other values for what is named."""
    customer = company.ensured(by)
    before = stripe_client.details(customer)
    after = BillingDetails(**{**asdict(before), **wanted, "tax_ids": before.tax_ids})
    if after == before:
        return before
    kept = {name: value for name, value in asdict(after).items() if name != "tax_ids"}
    writes.carry_out(Kind.DETAILS, {"customer": customer, "details": kept}, by=str(by.id))
    changes = audit.changed(asdict(before), dict(wanted))
    audit.record("billing_details.changed", actor=actor, about=About("billing_details"), changes=changes)
    return stripe_client.details(customer)


def add_tax_id(*, kind: str, value: str, by: Agent, actor: Actor) -> TaxId:
    """A tax number more. Raises ParameterError where it is not written as such numbers are."""
    plain = re.sub(r"[\s.]", "", value).upper()
    if not re.fullmatch(FORMS[kind], plain):
        raise ParameterError(
            gettext("value: such a number is written like {like}.").format(like=LIKE[kind]), param="value"
        )
    customer = company.ensured(by)
    there = stripe_client.details(customer).tax_ids
    if same := next((one for one in there if (one.kind, one.value) == (kind, plain)), None):
        return same
    if len(there) >= MOST:
        raise ParameterError(
            gettext("value: at most {most} tax numbers stand on an invoice.").format(most=MOST), param="value"
        )
    try:
        made = writes.carry_out(Kind.TAX_ID, {"customer": customer, "kind": kind, "value": plain}, by=str(by.id))
    except PaymentRefusedError as error:
        raise ParameterError(f"value: {error.message}", param="value") from error
    audit.record("tax_id.added", actor=actor, about=About("tax_id", made, plain))
    return next(
        (one for one in stripe_client.details(customer).tax_ids if one.id == made), TaxId(made, kind, plain, "")
    )


def remove_tax_id(tax_id: str, *, by: Agent, actor: Actor) -> None:
    """It stands on invoices no longer. Raises NotFoundError for one that is not the company's."""
    company.check_billed()
    customer = following.customer()
    there = () if customer is None else stripe_client.details(customer).tax_ids
    known = next((one for one in there if one.id == tax_id), None)
    if known is None:
        raise NotFoundError(gettext("There is no such tax number here."), param="id")
    writes.carry_out(Kind.TAX_ID_GONE, {"customer": customer, "id": tax_id}, by=str(by.id))
    audit.record("tax_id.removed", actor=actor, about=About("tax_id", tax_id, known.value))
