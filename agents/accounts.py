"""One's own account: name, languages, the password, the second factor, and proving it is oneself."""

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from agents import brake, passwords, second_factor, security_letters, sessions
from agents.errors import WrongPasswordError
from agents.models import Agent, Step
from agents.roster import about
from agents.security_letters import News
from tenants import current
from tenants.errors import ParameterError
from tenants.trail import audit
from tenants.trail.audit import Actor


@transaction.atomic
def change(agent: Agent, wanted: Mapping[str, Any], *, actor: Actor) -> None:
    """Take another name, other languages for customers, or another language of the console."""
    before = {field: getattr(agent, field) for field in wanted}
    for field, value in wanted.items():
        setattr(agent, field, value)
    agent.save(update_fields=list(wanted))
    told = {field: value for field, value in wanted.items() if field != "tour_due"}
    changes = audit.changed(before, told)
    if changes:
        audit.record("person.changed", actor=actor, about=about(agent), changes=changes)


def prove(agent: Agent, password: str, *, param: str) -> None:
    """WrongPasswordError unless this is the agent's password; guessing meets the brake of the sign-in."""
    if not brake.tried(Step.PASSWORD, agent.email, lambda: agent.check_password(password)):
        raise WrongPasswordError(param)


@transaction.atomic
def set_password(agent: Agent, password: str, *, actor: Actor, keep: str | None = None) -> None:
    """Give the agent a new password; all their sessions end but the one with the key `keep`.

    Raises ParameterError when the password is too easy.
    """
    check_password(password, agent, param="new")
    agent.set_password(password)
    agent.save(update_fields=["password"])
    sessions.end_all(agent, but=keep)
    audit.record("password.changed", actor=actor, about=about(agent))
    security_letters.write(agent, News.PASSWORD)


def check_password(password: str, agent: Agent, *, param: str) -> None:
    """ParameterError when the password is too easy, in words that say how to mend it."""
    tenant = current.tenant()
    try:
        validate_password(password, agent)
        passwords.check(password, about=[tenant.name, tenant.schema_name, agent.name, *agent.email.split("@")])
    except ValidationError as error:
        raise ParameterError(f"{param}: {' '.join(error.messages)}", param=param) from error


@transaction.atomic
def switch_on_second_factor(
    agent: Agent, *, secret: str, code: str, actor: Actor, keep: str | None
) -> list[str] | None:
    """The recovery codes, once the code proves that the app has the secret; None when it does not.

    Sessions that were opened without it end, all but the one with the key `keep`.
    """
    codes = second_factor.switch_on(agent, secret, code)
    if codes is not None:
        sessions.end_all(agent, but=keep)
        audit.record("second_factor.switched_on", actor=actor, about=about(agent))
        security_letters.write(agent, News.FACTOR_ON)
    return codes


@transaction.atomic
def switch_off_second_factor(agent: Agent, *, actor: Actor) -> None:
    """The password alone is enough from now on."""
    second_factor.switch_off(agent)
    audit.record("second_factor.switched_off", actor=actor, about=about(agent))
    security_letters.write(agent, News.FACTOR_OFF)


@transaction.atomic
def renew_recovery_codes(agent: Agent, *, actor: Actor) -> list[str]:
    """Ten new codes instead of the old ones."""
    audit.record("recovery_codes.renewed", actor=actor, about=about(agent))
    security_letters.write(agent, News.RECOVERY_CODES)
    return second_factor.new_recovery_codes(agent)
