"""The letters about coming in: an invitation, a new password. Jobs carry ids; the links are made when they leave."""

from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.http import HttpRequest
from django.utils.translation import gettext
from rest_framework.request import Request

from agents import invitations, sign_on, spoken
from agents.models import Agent, Invitation
from tenants import current, figures, jobs, origins, post, sealing, speaking
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
    with spoken.written_to(None):
        letter = _invitation(found, address=f"{held.ids['origin']}/join/{invitations.token(found)}/")
        post.write(found.email, letter)
    invitations.was_sent(found)


def send_reset(held: Lease) -> None:
    """Send the letter that a job asks for, should somebody have the address who may sign in with a password."""
    email = sealing.unseal(str(held.ids["to"]), place=PLACE)
    agent = Agent.objects.filter(email__iexact=email, is_active=True).first()
    if agent is None or not sign_on.password_is_enough(agent, sign_on.in_use()):
        return
    address = f"{held.ids['origin']}/reset/{agent.id}/{default_token_generator.make_token(agent)}/"
    with spoken.written_to(agent):
        post.write(agent.email, _reset(agent, address))


def _invitation(found: Invitation, *, address: str) -> Letter:
    company, by, role = current.tenant().name, found.invited_by, speaking.within(str(found.get_role_display()))
    invited = (
        gettext("{name} invites you to answer the customers of {company} together, as {role}.")
        if by
        else gettext("You are invited to answer the customers of {company} together, as {role}.")
    )
    return Letter(
        subject=gettext("Join {company} on Baton").format(company=company),
        opening=(
            gettext("Hello {name},").format(name=found.name) if found.name else gettext("Hello,"),
            invited.format(name=by.name if by else "", company=company, role=role),
        ),
        button=Link(gettext("Join {company}").format(company=company), address),
        closing=(
            gettext("The invitation is for {email} and is good until {day}.").format(
                email=found.email, day=figures.day(found.expires_at)
            ),
            gettext("If you do not know what this is about, do nothing: nobody can use it without this letter."),
        ),
    )


def _reset(agent: Agent, address: str) -> Letter:
    company = current.tenant().name
    return Letter(
        subject=gettext("A new password for {company}").format(company=company),
        opening=(
            gettext("Hello {name},").format(name=agent.first_name),
            gettext("somebody asked for a new password for your desk at {company}.").format(company=company),
        ),
        button=Link(gettext("Choose a new password"), address),
        closing=(
            gettext("The link is good for one hour and works once."),
            gettext("If it was not you, do nothing: your password stays as it is."),
        ),
    )
