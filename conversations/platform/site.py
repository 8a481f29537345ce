"""The platform's public pages: what Baton is, what it costs, how to put it to work."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from agents.permissions import open_to_all
from billing import stripe_client
from billing.entitlements import LOCKED_AFTER
from billing.plans import TEAM
from conversations.metering import rule
from conversations.platform import calculator, plans
from conversations.platform.calculator import Needs
from tenants import csp, origins
from tenants.models import Tenant


@open_to_all("it is the public site")
@require_safe
def landing(request: HttpRequest) -> HttpResponse:
    """What Baton does, with the platform's own chat on the page where its company was made."""
    platform = Tenant.objects.filter(is_platform=True, suspended_at=None).first()
    chat = "" if platform is None else origins.first_of(platform, seen_from=origins.of_platform(request))
    response = render(request, "platform/landing.html", {"chat": chat, **trial()})
    if chat:
        more = {"script-src": f"'self' {chat}", "frame-src": chat, "connect-src": f"'self' {chat}"}
        response[csp.HEADER] = _policy(request, more)
    return response


@open_to_all("it is the public site")
@require_safe
def pricing(request: HttpRequest) -> HttpResponse:
    """The plans, what is in each of them, and what they would cost a company like the address says."""
    needs = Needs.of(request.GET.dict())
    wanted = needs.wanted()
    context = {
        **trial(),
        "is_sandbox": stripe_client.is_sandbox(),
        "cards": plans.cards(wanted.interval),
        "months_free": plans.months_free(TEAM),
        "needs": needs,
        "wanted": wanted,
        "most": {"seats": calculator.MOST_SEATS, "resolutions": calculator.MOST_RESOLUTIONS},
        "heads": calculator.heads(wanted),
        "sums": calculator.sums(wanted),
        "comparison": plans.comparison(),
        "in_every_plan": plans.IN_EVERY_PLAN,
        "rule": rule.RULE,
        "locked_after": LOCKED_AFTER.days,
    }
    return render(request, "platform/pricing.html", context)


def leading_to_workspaces(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """The page, whose forms may end at a workspace: browsers hold the policy of forms against redirects too."""
    workspaces = origins.of_host(f"*.{settings.WORKSPACE_DOMAIN}", seen_from=origins.of_platform(request))
    response[csp.HEADER] = _policy(request, {"form-action": f"'self' {workspaces}"})
    return response


def trial() -> dict[str, Any]:
    """How a company begins here."""
    return {"is_billed": stripe_client.is_on(), "trial": plans.trial()}


def _policy(request: HttpRequest, more: dict[str, str]) -> str:
    return csp.policy(nonce=request.META["baton.csp_nonce"], host=request.get_host(), more=more)
