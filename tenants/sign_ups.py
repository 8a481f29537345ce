"""Companies that asked for a workspace and have yet to prove their e-mail address."""

from dataclasses import dataclass
from datetime import timedelta
from hashlib import blake2b

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext, gettext_noop

from tenants import jobs, proofs, speaking
from tenants.current import connection
from tenants.errors import RateLimitedError
from tenants.models import SignUp

LETTER = "sign_up_letter"
PURPOSE = "sign-up"
LASTS = timedelta(hours=24)
KEPT = timedelta(days=7)  # those that are done, or ran out
HOUR = timedelta(hours=1)
TOO_MANY = gettext_noop("There were several sign-ups from your network within the hour. Please try again in an hour.")


@dataclass(frozen=True)
class Wish:
    """What somebody filled in; `plan` and `interval` are what they chose on the way, empty without a choice."""

    company: str
    person: str
    email: str
    password: str
    time_zone: str
    plan: str = ""
    interval: str = ""


@transaction.atomic
def ask(wish: Wish, *, address: str | None, origin: str) -> None:
    """Remember the wish and write the job of its letter; a mailbox that had its letters this hour gets no more.

    Nothing tells the asker which it was. Raises RateLimitedError when the client's address asked too often.
    """
    now = timezone.now()
    forget_old()
    _wait_for_turn(f"address:{address}", f"email:{wish.email.lower()}")
    lately = SignUp.objects.filter(created_at__gt=now - HOUR)
    if lately.filter(address=address).count() >= settings.SIGN_UPS_AN_HOUR:
        raise RateLimitedError(gettext(TOO_MANY), retry_after=int(HOUR.total_seconds()))
    quiet = lately.filter(email=wish.email.lower()).count() >= settings.SIGN_UPS_AN_HOUR
    asked = SignUp(
        company=wish.company,
        person=wish.person,
        email=wish.email.lower(),
        password=make_password(wish.password),
        time_zone=wish.time_zone,
        plan=wish.plan,
        interval=wish.interval,
        address=address,
        expires_at=now + LASTS,
    )
    asked.digest = proofs.digest(token_of(asked))
    asked.save(force_insert=True)
    if not quiet:
        jobs.write_for_platform(LETTER, {"sign_up_id": str(asked.id), "origin": origin, **speaking.carried()})


def token_of(asked: SignUp) -> str:
    """The token that the letter of this sign-up carries."""
    return proofs.token(PURPOSE, str(asked.id), kept=asked.digest)


def found(token: str) -> SignUp | None:
    """The sign-up whose letter carries the token, also one that is done or ran out; None when there is none."""
    return SignUp.objects.filter(digest=proofs.digest(token)).first()


def locked(token: str) -> SignUp | None:
    """Like `found`, held for the transaction under way: others with the same token wait for its end."""
    return SignUp.objects.select_for_update().filter(digest=proofs.digest(token)).first()


def ran_out(asked: SignUp) -> bool:
    """Whether the letter's link is too old to be used for the first time."""
    return asked.verified_at is None and asked.expires_at <= timezone.now()


def forget_old() -> None:
    """Remove what was done, or ran out, some days ago."""
    SignUp.objects.filter(expires_at__lt=timezone.now() - KEPT).delete()


def _wait_for_turn(*names: str) -> None:
    """Let those who count the same rows go one after another."""
    keys = [
        int.from_bytes(blake2b(f"sign-up:{name}".encode(), digest_size=8).digest(), "big", signed=True)
        for name in names
    ]
    with connection.cursor() as cursor:
        for key in sorted(keys):
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [key])
