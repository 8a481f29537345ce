"""Counts what strangers do on the platform's pages, and says when it is too much; kept in the cache."""

import time
from hashlib import blake2b

from django.core.cache import cache
from django.db import transaction

from tenants.current import connection


@transaction.atomic
def allows(what: str, who: str, *, most: int, seconds: int) -> bool:
    """Count `who` doing `what`; False when they did it `most` times within the last `seconds` already.

    Those who are counted together go one after another.
    """
    told = blake2b(f"{what}:{who}".encode(errors="replace"), digest_size=16)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [int.from_bytes(told.digest()[:8], "big", signed=True)])
    key, now = f"brake.{told.hexdigest()}", time.time()
    times = [at for at in cache.get(key, []) if at > now - seconds]
    if len(times) >= most:
        return False
    cache.set(key, [*times, now], seconds)
    return True
