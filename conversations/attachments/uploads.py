"""The one writer of uploads: checks a file, keeps its content under a random name, and writes its row."""

import secrets
from datetime import timedelta
from tempfile import TemporaryFile
from typing import IO

from django.core.files import File
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone
from django.utils.translation import gettext

from agents.models import Agent
from conversations import log
from conversations.attachments import checking, cleaning, names
from conversations.models import Attachment, Customer
from tenants import current
from tenants.errors import BatonError, RateLimitedError

LARGEST = 10 * 1024 * 1024  # bytes
MOST_PER_HOUR = 20  # of one visitor
HOUR = timedelta(hours=1)


class TooLargeError(BatonError):
    """More bytes than one file may have."""

    status = 413
    code = "file_too_large"

    def __init__(self, most: int = LARGEST) -> None:
        super().__init__(
            gettext("file: at most {most} MB fit into one file.").format(most=most // 1024**2), param="file"
        )


def of_customer(customer: Customer, file: UploadedFile) -> Attachment:
    """Keep a customer's upload, with a row for a customer who never wrote.

    Raises ParameterError, TooLargeError, BusyError, and RateLimitedError after 20 in an hour.
    """
    _check_rate(customer)
    with TemporaryFile() as safe:
        kept = _checked(file, safe)
        kept.customer = customer
        _keep(kept, safe)
    with log.begin(customer) as locked:  # so that uploads at once are counted one after the other
        _check_rate(locked)
        kept.save(force_insert=True)
    return kept


def of_agent(agent: Agent, file: UploadedFile) -> Attachment:
    """Keep an agent's upload. Raises ParameterError, TooLargeError and BusyError."""
    with TemporaryFile() as safe:
        kept = _checked(file, safe)
        kept.agent = agent
        _keep(kept, safe)
    kept.save(force_insert=True)
    return kept


def _checked(file: UploadedFile, safe: IO[bytes]) -> Attachment:
    """The row of a file that may be kept, not stored yet; its content is written to `safe`."""
    _let_others_query()
    name = file.name or ""
    with TemporaryFile() as received:
        for chunk in file.chunks():
            received.write(chunk)
            if received.tell() > LARGEST:
                raise TooLargeError
        content = checking.check(received, safe, name=name)
    return Attachment(
        name=names.cleaned(name, content.ending),
        content_type=content.content_type,
        size=safe.seek(0, 2),
        width=content.width,
        height=content.height,
        stored_as=f"{current.schema_name()}/{secrets.token_hex(16)}",
    )


def _keep(upload: Attachment, safe: IO[bytes]) -> None:
    """Keep the content; the job that removes it if it is never sent is written first, so that none is forgotten."""
    cleaning.expect(upload)
    safe.seek(0)
    default_storage.save(upload.stored_as, File(safe))


def _let_others_query() -> None:
    """Give this thread's database session back to the pool: looking into a file may take seconds."""
    if not current.connection.in_atomic_block:
        current.connection.close()


def _check_rate(customer: Customer) -> None:
    recent = customer.uploads.filter(created_at__gt=timezone.now() - HOUR).order_by("created_at")
    oldest = list(recent.values_list("created_at", flat=True)[:MOST_PER_HOUR])
    if len(oldest) >= MOST_PER_HOUR:
        wait = int((oldest[0] + HOUR - timezone.now()).total_seconds()) + 1
        message = f"file: at most {MOST_PER_HOUR} files can be sent in an hour. Please send it later."
        raise RateLimitedError(message, param="file", retry_after=wait)
