"""`/enter/<ticket>`: the owner of a workspace that was made a moment ago comes in without a password."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from agents import tickets
from agents.entrance import door
from agents.models import TicketPurpose
from agents.permissions import open_to_all


@open_to_all("the ticket proves who it is")
@never_cache
@require_GET
def enter(request: HttpRequest, ticket: str) -> HttpResponse:
    """To the welcome page, once; with a ticket that is not good, to the sign-in."""
    used = tickets.use(ticket, purpose=TicketPurpose.ENTRY)
    return redirect("/sign-in/") if used is None else door.come_in(request, used.agent, target=door.WELCOME)
