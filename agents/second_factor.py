"""The second factor: a code of an authenticator app, or one of ten recovery codes. Each code opens once."""

from dataclasses import dataclass
from typing import Any

from allauth.core.internal.cryptokit import compare_user_code
from allauth.mfa.adapter import DefaultMFAAdapter, get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from django.db import transaction
from django.utils import timezone

from agents.models import Agent, Role
from tenants import current, sealing

PLACE = "mfa_authenticator.data"
TOLERANCE = 1  # steps of 30 seconds that a clock may be off, either way
NEEDS_IT = {Role.OWNER, Role.ADMIN}  # once the company asks for it


class SealedAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Lets allauth store its secrets sealed, and name the company in the authenticator app."""

    def encrypt(self, text: str) -> str:
        """For the database."""
        return sealing.seal(text, place=PLACE)

    def decrypt(self, encrypted_text: str) -> str:
        """From the database."""
        return sealing.unseal(encrypted_text, place=PLACE)

    def get_totp_issuer(self) -> str:
        """The company's name."""
        return str(current.tenant().name)


@dataclass(frozen=True)
class Enrolment:
    """What an authenticator app has to know, as text, as an address, and as a picture to scan."""

    secret: str
    uri: str
    svg: str


def must_be_set_up(agent: Agent) -> bool:
    """Whether the company asks this person for a second factor that is not switched on yet."""
    return agent.second_factor_at is None and agent.role in NEEDS_IT and current.tenant().requires_totp


def is_required(agent: Agent) -> bool:
    """Whether the company asks this person for a second factor."""
    return agent.role in NEEDS_IT and current.tenant().requires_totp


def new_secret() -> str:
    """A secret to enrol with, 160 random bits."""
    return str(totp.generate_totp_secret())


def enrolment(agent: Agent, secret: str) -> Enrolment:
    """The secret as an authenticator app takes it."""
    adapter = get_adapter()
    uri = adapter.build_totp_url(agent, secret)
    return Enrolment(secret, uri, adapter.build_totp_svg(uri))


def switch_on(agent: Agent, secret: str, code: str) -> list[str] | None:
    """The recovery codes, once the app's first code proves that it has the secret; None when it does not."""
    step = _step(secret, code, after=0)
    if step is None:
        return None
    with transaction.atomic():
        Authenticator.objects.filter(user=agent).delete()
        made = totp.TOTP.activate(agent, secret)
        made.instance.data["last_step"] = step
        made.instance.save()
        agent.second_factor_at = timezone.now()
        agent.save(update_fields=["second_factor_at"])
        return _codes(RecoveryCodes.activate(agent))


@transaction.atomic
def switch_off(agent: Agent) -> None:
    """The person signs in with the password alone from now on."""
    Authenticator.objects.filter(user=agent).delete()
    agent.second_factor_at = None
    agent.save(update_fields=["second_factor_at"])


@transaction.atomic
def new_recovery_codes(agent: Agent) -> list[str]:
    """Ten new codes; the old ones open nothing any more."""
    Authenticator.objects.filter(user=agent, type=Authenticator.Type.RECOVERY_CODES).delete()
    return _codes(RecoveryCodes.activate(agent))


def recovery_codes_left(agent: Agent) -> int:
    """How many were not used yet."""
    row = Authenticator.objects.filter(user=agent, type=Authenticator.Type.RECOVERY_CODES).first()
    return 0 if row is None else len(row.wrap().get_unused_codes())


@transaction.atomic
def accept(agent: Agent, code: str) -> bool:
    """Whether the code is good now; it is used up with that, also for whoever comes with it at the same moment."""
    rows: list[Any] = list(Authenticator.objects.select_for_update().filter(user=agent).order_by("pk"))
    return any(_accepts(row, code) for row in rows)


def _accepts(row: Any, code: str) -> bool:
    if row.type == Authenticator.Type.RECOVERY_CODES:
        return bool(row.wrap().validate_code(code))
    step = _step(sealing.unseal(row.data["secret"], place=PLACE), code, after=row.data["last_step"])
    if step is None:
        return False
    row.data["last_step"], row.last_used_at = step, timezone.now()
    row.save()
    return True


def _step(secret: str, code: str, *, after: int) -> int | None:
    """The step of 30 seconds that the code belongs to, if it is now, nearly now, and later than `after`.

    allauth remembers used codes in the cache, for less long than they are good; the step in the row forgets nothing.
    """
    now = int(timezone.now().timestamp()) // 30
    for step in range(now - TOLERANCE, now + TOLERANCE + 1):
        wanted = totp.format_hotp_value(totp.hotp_value(secret, step))
        if step > after and compare_user_code(actual=code, expected=wanted):
            return step
    return None


def _codes(made: Any) -> list[str]:
    return [str(code) for code in made.generate_codes()]
