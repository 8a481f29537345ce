"""The page that leads into the demo: the shop, the inbox, the sign-ins, and the story to try."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from agents.permissions import open_to_all
from conversations.demo import addresses
from conversations.demo.content import OPERATOR, Colleague, company
from conversations.demo.shop import only_in_demo
from conversations.platform.company import SLUG
from tenants import origins, slugs


@open_to_all("it is the public site")
@only_in_demo
@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """The shop, the inbox, the sign-ins and a story of six steps."""
    demo = {
        "inbox": f"{addresses.company_origin(request)}/console/",
        "password": company().password,
        "people": [_person(one) for one in company().agents],
        "operator": OPERATOR,
        "sandbox": settings.SANDBOX_ORIGIN,
        "operators": origins.of_host(slugs.host_of(SLUG), seen_from=addresses.company_origin(request)) + "/operators/",
    }
    return render(request, "demo/start.html", {"demo": demo})


def _person(one: Colleague) -> dict[str, str]:
    teams = ", ".join(company().teams[key] for key in one.teams)
    return {"name": one.name, "email": one.email, "role": one.role, "teams": teams}
