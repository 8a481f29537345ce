"""A constraint says no: the refusal that somebody reads."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import IntegrityError, transaction

from tenants.errors import BatonError


@contextmanager
def refused_as(refusal: BatonError) -> Iterator[None]:
    """Raise `refusal` where the block breaks a constraint; its writes are undone, the transaction around it goes on."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        raise refusal from error
