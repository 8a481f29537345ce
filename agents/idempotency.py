"""Requests that are carried out once, however often they are sent: each has a row from before it begins.

The row stands before the work does, in a transaction of its own, so of two requests at the same moment the database
lets one begin. What was cut off in between is never begun again by itself.
"""

import hashlib
import re
import uuid
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext

from agents.models import IdempotentRequest
from tenants import current, sealing
from tenants.errors import BatonError, ParameterError

HEADER = "Idempotency-Key"
LONGEST_KEY = 255
KEPT_FOR = timedelta(hours=24)
LEASE = timedelta(minutes=2)  # a request that has no answer by then was cut off, or nobody waits for it any more
LONGEST_ANSWER = 1024 * 1024  # bytes
AGAIN_SOON = 1  # seconds
PLACE = "agents_idempotentrequest.answer:{id}"  # where an answer is sealed
GOOD_KEY = re.compile(r"[\x20-\x7e]{1,255}")
BEGIN = """
INSERT INTO agents_idempotentrequest AS kept (digest, fingerprint, run, begun_at, status, content_type, answer)
VALUES (%(digest)s, %(fingerprint)s, %(run)s, %(now)s, NULL, '', '')
ON CONFLICT (digest) DO UPDATE SET
    fingerprint = EXCLUDED.fingerprint, run = EXCLUDED.run, begun_at = EXCLUDED.begun_at,
    status = NULL, content_type = '', answer = ''
WHERE kept.begun_at < %(too_old)s
RETURNING digest
"""


class KeyReusedError(BatonError):
    """The key belongs to a request that was another one."""

    status = 409
    code = "idempotency_key_reused"

    def __init__(self) -> None:
        super().__init__(
            gettext("{header}: you sent another request with this key before. Take a new key.").format(header=HEADER),
            param=HEADER,
        )


class InProgressError(BatonError):
    """The same request is being carried out now."""

    status = 409
    code = "idempotency_in_progress"
    retry_after = AGAIN_SOON

    def __init__(self) -> None:
        super().__init__(
            gettext("{header}: this request is being carried out. Ask again in a second.").format(header=HEADER),
            param=HEADER,
        )


class OutcomeUnknownError(BatonError):
    """The same request began before and was cut off: it may have been carried out, or not."""

    status = 409
    code = "idempotency_outcome_unknown"

    def __init__(self) -> None:
        super().__init__(
            gettext(
                "{header}: this request was cut off, and may have been carried out or not. Look whether it was done; "
                "if it was not, send it with a new key."
            ).format(header=HEADER),
            param=HEADER,
        )


class AnswerGoneError(BatonError):
    """The same request was carried out, and what was answered is not kept."""

    status = 409
    code = "idempotency_answer_gone"

    def __init__(self, status: int) -> None:
        super().__init__(
            gettext(
                "{header}: this request was answered with status {status} before; the answer itself is not kept."
            ).format(header=HEADER, status=status),
            param=HEADER,
        )


@dataclass(frozen=True)
class Begun:
    """The right to carry the request out; nobody else has it."""

    digest: str
    run: uuid.UUID


@dataclass(frozen=True)
class Answer:
    """What the request was answered with."""

    status: int
    content_type: str
    body: bytes


def check_key(key: str) -> None:
    """ParameterError, which names the header, for a key that is none."""
    if not GOOD_KEY.fullmatch(key):
        raise ParameterError(
            gettext("{header}: must be 1 to {longest_key} letters, digits and signs of ASCII.").format(
                header=HEADER, longest_key=LONGEST_KEY
            ),
            param=HEADER,
        )


def begin(who: str, key: str, *, fingerprint: str) -> Begun | Answer:
    """Begin the request that `who` sent with the key, or give what it was answered with before. One or two statements.

    Raises the errors above for a key that stands for another request, or for this one without an answer to give.
    """
    begun, now = Begun(_digest(who, key), uuid.uuid4()), timezone.now()
    values = {
        "digest": begun.digest,
        "fingerprint": fingerprint,
        "run": begun.run,
        "now": now,
        "too_old": now - KEPT_FOR,
    }
    with current.connection.cursor() as cursor:
        cursor.execute(BEGIN, values)
        if cursor.fetchone() is not None:
            return begun
    before = IdempotentRequest.objects.filter(pk=begun.digest).first()
    if before is None:  # it was freed in this moment
        raise InProgressError
    return _answered(before, fingerprint)


def keep(begun: Begun, answer: Answer) -> None:
    """Let the key stand for this answer from now on; one that is too long is not kept itself."""
    fits = len(answer.body) <= LONGEST_ANSWER
    sealed = sealing.seal(answer.body.decode("latin-1"), place=PLACE.format(id=begun.digest)) if fits else ""
    _mine(begun).update(status=answer.status, content_type=answer.content_type, answer=sealed)


def keep_status(begun: Begun, status: int) -> None:
    """Like `keep`, for an answer that cannot be kept."""
    _mine(begun).update(status=status)


def free(begun: Begun) -> None:
    """Let the key be used again: nothing was done."""
    _mine(begun).delete()


def forget_answers() -> int:
    """Drop what the company's requests were answered with; they are not carried out again for that. Says how many."""
    return IdempotentRequest.objects.exclude(answer="").update(answer="")


def drop_old() -> int:
    """Drop the rows whose day is over; says how many."""
    return IdempotentRequest.objects.filter(begun_at__lt=timezone.now() - KEPT_FOR).delete()[0]


def _answered(before: IdempotentRequest, fingerprint: str) -> Answer:
    if before.fingerprint != fingerprint:
        raise KeyReusedError
    if before.status is None:
        raise InProgressError if before.begun_at > timezone.now() - LEASE else OutcomeUnknownError
    if not before.answer:
        raise AnswerGoneError(before.status)
    body = sealing.unseal(before.answer, place=PLACE.format(id=before.digest)).encode("latin-1")
    return Answer(before.status, before.content_type, body)


def _mine(begun: Begun) -> QuerySet[IdempotentRequest]:
    return IdempotentRequest.objects.filter(pk=begun.digest, run=begun.run, status=None)


def _digest(who: str, key: str) -> str:
    return hashlib.sha256(f"{who}\0{key}".encode()).hexdigest()
