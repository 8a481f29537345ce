"""One-time codes by mail: six digits that prove an address, typed into the conversation like any other words.

A code goes to whatever address the customer names, known or not, with the same words: nobody learns who is a customer
here. The digits are worked out from the row's id and our secret, so that no table, job or copy ever holds them.
"""

import hashlib
import hmac
import re
from datetime import datetime, timedelta
from enum import StrEnum

from django.conf import settings
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from conversations.identity import proofs
from conversations.models import Conversation, Customer, OneTimeCode, ProvenHow
from tenants import current, jobs

KIND = "identity_code"
LASTS = timedelta(minutes=10)
MOST_TRIES = 5
TOO_MANY = "Too many codes were asked for, so it could not be proven who the customer is."
WITHIN = timedelta(hours=1)
MOST_TO_ADDRESS, MOST_OF_CUSTOMER, MOST_OF_COMPANY = 5, 8, 500  # letters within that time
KEPT = timedelta(days=1)
_CODE = re.compile(r"(?<![\w#-])(\d{3})[ \u00a0-]?(\d{3})(?![\w-])")


class Standing(StrEnum):
    """How it stands with the code that was last sent to a customer."""

    NONE = ""  # none was sent, or it did its work
    WAITING = "waiting"
    WRONG = "wrong"  # the customer's newest message held another one
    SPENT = "spent"  # too many wrong ones: only a new code helps
    EXPIRED = "expired"


def send(conversation: Conversation, email: str) -> bool:
    """Send a code to the address, in the transaction under way; the codes before it are over.

    False, and nothing is sent, when too many went to this address, for this customer or this company within the hour.
    """
    code = _made(conversation, email)
    if code is not None:
        _post(code)
    return code is not None


def for_transcript(conversation: Conversation, email: str, *, proven: bool) -> OneTimeCode | None:
    """The leave to mail the conversation to the address: a code goes there first unless it was proven before.

    In the transaction under way. None, and nothing is sent, when there were too many letters, as for any code.
    """
    code = _made(conversation, email, transcript_of=conversation, used_at=timezone.now() if proven else None)
    if code is not None and not proven:
        _post(code)
    return code


def confirm_transcript(customer: Customer, text: str) -> tuple[OneTimeCode | None, Standing]:
    """The customer typed this for the newest transcript they asked for: its code, and NONE when it was the right one.

    In the transaction under way, which has to be kept when it was wrong, since each try counts.
    """
    codes = OneTimeCode.objects.filter(customer_id=customer.pk, transcript_of__isnull=False)
    code = codes.select_for_update().first()
    if code is None or code.used_at is not None:
        return None, Standing.NONE
    standing = _standing(code)
    if standing == Standing.WAITING and _is_it(text, code):
        code.used_at = timezone.now()
        code.save(update_fields=["used_at"])
        return code, Standing.NONE
    code.tries += 1
    code.save(update_fields=["tries"])
    return code, standing


def looks_like_one(text: str) -> bool:
    """Whether the words hold six digits that stand alone."""
    return _CODE.search(text) is not None


def hear(conversation: Conversation, text: str, *, seq: int) -> bool:
    """The customer wrote this, as entry `seq`, in the transaction under way: whether it proved the code's address.

    Of a message one try counts at most, and of a code only the newest. Once it is right all visitor tokens of a visitor
    without the company's signature are over: who typed the code gets a new one.
    """
    found = {"".join(match) for match in _CODE.findall(text)}
    code = _newest(conversation.customer, lock=True) if found else None
    if code is None or code.used_at is not None:
        return False
    if _standing(code) == Standing.WAITING and any(_is_it(one, code) for one in found):
        code.used_at = timezone.now()
        code.save(update_fields=["used_at"])
        proofs.prove(conversation.customer, code.email, how=ProvenHow.CODE)
        if not conversation.customer.external_id:
            proofs.end_other_tokens(conversation.customer)
        return True
    code.tries, code.wrong_seq = code.tries + 1, seq
    code.save(update_fields=["tries", "wrong_seq"])
    return False


def standing(conversation: Conversation) -> Standing:
    """How it stands, seen from the customer's newest message. One query."""
    code = _newest(conversation.customer, lock=False)
    if code is None or code.used_at is not None:
        return Standing.NONE
    found = _standing(code)
    if found == Standing.WAITING and code.wrong_seq and code.wrong_seq == conversation.last_customer_seq:
        return Standing.WRONG
    return found


def digits(code: OneTimeCode) -> str:
    """The six digits of a code, the same each time."""
    return _digits(code, settings.SECRET_KEY)


def is_good(code: OneTimeCode) -> bool:
    """Whether the code may still be used."""
    return code.used_at is None and _standing(code) == Standing.WAITING


def _is_it(text: str, code: OneTimeCode) -> bool:
    """Whether these are its digits, also those that left under a key of before."""
    keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return any(constant_time_compare(text, _digits(code, key)) for key in keys)


def _digits(code: OneTimeCode, secret: str) -> str:
    told = f"baton.identity.code:{current.schema_name()}:{code.id}:{code.email}".encode()
    mac = hmac.new(secret.encode(), told, hashlib.sha256).digest()
    return f"{int.from_bytes(mac, 'big') % 1_000_000:06d}"


def _standing(code: OneTimeCode) -> Standing:
    if code.tries >= MOST_TRIES:
        return Standing.SPENT
    return Standing.EXPIRED if code.sent_at < timezone.now() - LASTS else Standing.WAITING


def _made(
    conversation: Conversation,
    email: str,
    *,
    transcript_of: Conversation | None = None,
    used_at: datetime | None = None,
) -> OneTimeCode | None:
    customer, address, now = conversation.customer, email.strip().lower(), timezone.now()
    recent = OneTimeCode.objects.filter(sent_at__gt=now - WITHIN)
    to_address = recent.filter(email=address).count() >= MOST_TO_ADDRESS
    if to_address or recent.filter(customer=customer).count() >= MOST_OF_CUSTOMER or recent.count() >= MOST_OF_COMPANY:
        return None
    OneTimeCode.objects.filter(sent_at__lt=now - KEPT).delete()
    about = {"customer": customer, "email": address, "language": conversation.language}
    return OneTimeCode.objects.create(**about, transcript_of=transcript_of, used_at=used_at)


def _post(code: OneTimeCode) -> None:
    jobs.write(KIND, {"code_id": str(code.id)}, key=str(code.id))


def _newest(customer: Customer, *, lock: bool) -> OneTimeCode | None:
    """The newest code that says who the customer is."""
    rows = OneTimeCode.objects.filter(customer_id=customer.pk, transcript_of=None)
    return (rows.select_for_update() if lock else rows).first()
