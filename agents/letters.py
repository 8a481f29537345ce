"""The letters about coming in: an invitation, a new password. Jobs carry ids; the links are made when they leave."""

from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.http import HttpRequest
from rest_framework.request import Request

from agents import invitations, sign_on
from agents.models import Agent, Invitation
from tenants import current, jobs, origins, post, sealing
from tenants.jobs import Lease
from tenants.post import Letter, Link

INVITATION, RESET = "invitation_letter", "reset_letter"
PLACE = "tenants_job.ids.to"


def origin(request: HttpRequest | Request) -> str:
    """Where the company is reached; by its own primary host, whatever the request calls it."""
    seen_from = settings.ORIGIN or f"{request.scheme}://{request.get_host()}"
    return origins.of_tenant(current.tenant(), seen_from=seen_from)


def write_invitation(invitation: Invitation, *, origin: str) -> None:
    """Send the invitation soon."""
    jobs.write(INVITATION, {"invitation_id": str(invitation.id), "origin": origin}, key=str(invitation.id))


def write_reset(email: str, *, origin: str) -> None:
    """Send a link for a new password to the address soon, should somebody here have it; it costs the same if not."""
    jobs.write(RESET, {"to": sealing.seal(email, place=PLACE), "origin": origin})


def send_invitation(held: Lease) -> None:
    """Send the letter that a job asks for, unless the invitation is not open any more."""
    found = invitations.open_now().select_related("invited_by").filter(pk=str(held.ids["invitation_id"])).first()
    if found is None:
        return
    company = current.tenant().name
    by = f"{found.invited_by.name} invites you" if found.invited_by else "You are invited"
    letter = Letter(
        subject=f"Join {company} on Baton",
        opening=(
            f"Hello{' ' + found.name if found.name else ''},",
            f"{by} to answer the customers of {company} together, as {found.get_role_display().lower()}.",
        ),
        button=Link(f"Join {company}", f"{held.ids['origin']}/join/{invitations.token(found)}/"),
        closing=(
            f"The invitation is for {found.email} and is good until {found.expires_at:%-d %B %Y}.",
            "If you do not know what this is about, do nothing: nobody can use it without this letter.",
        ),
    )
    post.write(found.email, letter)
    invitations.was_sent(found)


def send_reset(held: Lease) -> None:
    """Send the letter that a job asks for, should somebody have the address who may sign in with a password."""
    email = sealing.unseal(str(held.ids["to"]), place=PLACE)
    agent = Agent.objects.filter(email__iexact=email, is_active=True).first()
    if agent is None or not sign_on.password_is_enough(agent, sign_on.in_use()):
        return
    company = current.tenant().name
    address = f"{held.ids['origin']}/reset/{agent.id}/{default_token_generator.make_token(agent)}/"
    letter = Letter(
        subject=f"A new password for {company}",
        opening=(f"Hello {agent.first_name},", f"somebody asked for a new password for your desk at {company}."),
        button=Link("Choose a new password", address),
        closing=(
            "The link is good for one hour and works once.",
            "If it was not you, do nothing: your password stays as it is.",
        ),
    )
    post.write(agent.email, letter)
