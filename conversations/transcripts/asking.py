"""A customer wants their conversation by mail: it goes to an address that is proven to be theirs, and to no other.

What was proven before gets it at once; any other address gets a code first, and the conversation once it was typed in.
Such a code proves the address for this one letter: it opens nothing else, for who sits at a shared computer may have an
address too.
"""

from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from conversations import receive
from conversations.errors import NothingToDoError
from conversations.identity import codes
from conversations.identity.codes import Standing
from conversations.models import Conversation, Customer, Proof
from conversations.transcripts import letter
from conversations.waiting import showing
from tenants import jobs
from tenants.errors import ParameterError, RateLimitedError

AGAIN_AFTER = 3600  # seconds
REFUSALS = {
    Standing.NONE: "There is no code to confirm. Ask for a new one.",
    Standing.WAITING: "That is not the code.",
    Standing.WRONG: "That is not the code.",
    Standing.SPENT: "That were too many wrong codes. Ask for a new one.",
    Standing.EXPIRED: "The code is too old. Ask for a new one.",
}


@dataclass(frozen=True)
class Asked:
    """Where the conversation goes, as its reader knows the address, and whether a code must be typed in before."""

    email: str
    needs_code: bool


def proven(customer: Customer) -> str:
    """The address that the customer proved last; "" when there is none. One query."""
    return Proof.objects.filter(customer_id=customer.pk).values_list("email", flat=True).first() or ""


def ask(customer: Customer, email: str) -> Asked:
    """Send the customer's conversation to the address, the proven one where `email` is empty.

    Raises ParameterError, RateLimitedError, and NothingToDoError where there is no conversation.
    """
    conversation, known = _current(customer), proven(customer)
    address = email.strip().lower() or known
    _check(address)
    with transaction.atomic():
        Customer.objects.select_for_update().get(pk=customer.pk)  # of two requests at once the other counts too
        if address == known:
            code = codes.for_transcript(conversation, address, proven=True)
            if code is not None:
                jobs.write(letter.KIND, {"code_id": str(code.id)}, key=str(code.id))
        else:
            code = codes.for_transcript(conversation, address, proven=False)
    if code is None:
        raise RateLimitedError("That was asked for too often. Try again in an hour.", retry_after=AGAIN_AFTER)
    return Asked(showing.masked(address) or "" if address == known else address, needs_code=address != known)


def confirm(customer: Customer, typed: str) -> Asked:
    """Send the conversation to the address whose code was typed in; ParameterError when it is not that code."""
    with transaction.atomic():
        code, standing = codes.confirm_transcript(customer, typed)
        if code is not None and standing == Standing.NONE:
            jobs.write(letter.KIND, {"code_id": str(code.id)}, key=str(code.id))
    if code is None or standing != Standing.NONE:
        raise ParameterError(f"code: {REFUSALS[standing]}", param="code")
    return Asked(code.email, needs_code=False)


def _current(customer: Customer) -> Conversation:
    conversation = receive.current_conversation(customer)
    if conversation is None or not settings.MAIL_LEAVES:
        raise NothingToDoError("There is no conversation that could be sent.")
    return conversation


def _check(address: str) -> None:
    try:
        validate_email(address)
    except ValidationError as error:
        raise ParameterError("email: write an address such as name@example.com.", param="email") from error
