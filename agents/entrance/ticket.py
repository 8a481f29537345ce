"""`/enter/<ticket>`: the owner of a workspace that was made a moment ago comes in without a password."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from agents import tickets
from agents.entrance import door
from agents.models import TicketPurpose
from agents.permissions import open_to_all
from billing import choice


@open_to_all("the ticket proves who it is")
@never_cache
@require_GET
def enter(request: HttpRequest, ticket: str) -> HttpResponse:
    """To the welcome page or the plan that they chose, once; with a ticket that is not good, to the sign-in."""
    used = tickets.use(ticket, purpose=TicketPurpose.ENTRY)
    if used is None or used.agent is None:
        return redirect("/sign-in/")
    chosen = choice.read(request.GET.get("plan", ""), request.GET.get("interval", ""))
    return door.come_in(request, used.agent, target=chosen.page if chosen else door.WELCOME)
