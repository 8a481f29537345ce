"""The first page of the platform's own host while the demo runs: what Baton is, and the story to try."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from agents.permissions import open_to_all
from conversations.demo import addresses
from conversations.demo.content import Colleague, company


@open_to_all("it is the public site")
@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """What Baton is; with the demo, the shop, the inbox, the sign-ins and a story of five steps."""
    demo = None
    if settings.DEMO:
        demo = {
            "inbox": f"{addresses.company_origin(request)}/console/",
            "password": company().password,
            "people": [_person(one) for one in company().agents],
        }
    return render(request, "tenants/start.html", {"demo": demo})


def _person(one: Colleague) -> dict[str, str]:
    teams = ", ".join(company().teams[key] for key in one.teams)
    return {"name": one.name, "email": one.email, "role": one.role, "teams": teams}
