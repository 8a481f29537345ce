"""A second factor on its way: the secret waits, sealed, in the session until the app's first code proves it."""

from django.http import HttpRequest
from django.utils.translation import gettext

from agents import accounts, actors, brake, second_factor
from agents.errors import NotPossibleError
from agents.models import Agent, Step
from agents.second_factor import Enrolment
from tenants import sealing

KEPT = "enrolling"
PLACE = "session.enrolling"


def begin(request: HttpRequest, agent: Agent) -> Enrolment:
    """A new secret for the agent's app. Raises NotPossibleError when a second factor is on already."""
    _check_off(agent)
    secret = second_factor.new_secret()
    request.session[KEPT] = sealing.seal(secret, place=PLACE)
    return second_factor.enrolment(agent, secret)


def under_way(request: HttpRequest, agent: Agent) -> Enrolment:
    """The secret that waits, or a new one."""
    kept = request.session.get(KEPT)
    if kept is None or agent.second_factor_at is not None:
        return begin(request, agent)
    return second_factor.enrolment(agent, sealing.unseal(kept, place=PLACE))


def finish(request: HttpRequest, agent: Agent, code: str) -> list[str] | None:
    """The recovery codes when the code is right, else None.

    Raises NotPossibleError when nothing was begun, TooManyTriesError.
    """
    _check_off(agent)
    kept = request.session.get(KEPT)
    if kept is None:
        raise NotPossibleError(gettext("Begin anew: there is no second factor to confirm."))
    secret = sealing.unseal(kept, place=PLACE)
    codes = brake.tried(
        Step.SECOND_FACTOR,
        agent.email,
        lambda: accounts.switch_on_second_factor(
            agent, secret=secret, code=code, actor=actors.by(agent, request), keep=request.session.session_key
        ),
    )
    if codes is not None:
        del request.session[KEPT]
    return codes


def _check_off(agent: Agent) -> None:
    if agent.second_factor_at is not None:
        raise NotPossibleError(gettext("Your second factor is on already. Switch it off first to set up another app."))
