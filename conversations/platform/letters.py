"""The letters of sign-up and of the sign-in finder, as jobs."""

from django.utils.translation import gettext, gettext_noop

from conversations.platform import workspaces
from conversations.platform.workspaces import Workspace
from tenants import jobs, post, sign_ups, speaking
from tenants.jobs import Lease
from tenants.models import SignUp
from tenants.post import Letter, Link

FINDER = "workspaces_letter"
NOT_YOU = gettext_noop("You did not ask for this? Then you need not do anything: nothing happens without the button.")


def write_finder(email: str, *, origin: str) -> None:
    """Write the job of a letter that lists the workspaces of this address; that, and a language, is all it knows."""
    jobs.write_for_platform(FINDER, {"email": email.lower(), "origin": origin, **speaking.carried()})


def send_sign_up(held: Lease) -> None:
    """Send the letter with the link that opens the workspace, unless that is done or too late; a job."""
    asked = SignUp.objects.filter(pk=str(held.ids["sign_up_id"])).first()
    if asked is None or asked.verified_at is not None or sign_ups.ran_out(asked):
        return
    origin = str(held.ids["origin"])
    link = f"{origin}/verify/{sign_ups.token_of(asked)}/"
    known = workspaces.of(asked.email, origin=origin)
    with speaking.in_language(str(held.ids.get("language", ""))):
        post.write(asked.email, _for_somebody_known(asked, link, known) if known else _for_a_newcomer(asked, link))


def send_finder(held: Lease) -> None:
    """Send the letter that lists somebody's workspaces, or says that there is none; a job."""
    email, origin = str(held.ids["email"]), str(held.ids["origin"])
    known = workspaces.of(email, origin=origin)
    with speaking.in_language(str(held.ids.get("language", ""))):
        post.write(email, _found(known) if known else _found_none(origin))


def _for_a_newcomer(asked: SignUp, link: str) -> Letter:
    return Letter(
        subject=gettext("Open the workspace of {company}").format(company=asked.company),
        opening=(
            gettext("Hello {name},").format(name=asked.person),
            gettext(
                "one press of the button, and the workspace of {company} is there. The link is good for 24 hours."
            ).format(company=asked.company),
        ),
        button=Link(gettext("Open the workspace"), link),
        closing=(gettext(NOT_YOU),),
    )


def _for_somebody_known(asked: SignUp, link: str, known: list[Workspace]) -> Letter:
    return Letter(
        subject=gettext("You have a workspace already"),
        opening=(
            gettext("Hello {name},").format(name=asked.person),
            gettext(
                "somebody asked for a workspace for {company} with this address, which has one. Sign in here:"
            ).format(company=asked.company),
        ),
        links=_links(known),
        button=Link(gettext("Open another one, for {company}").format(company=asked.company), link),
        closing=(gettext("The button is good for 24 hours, for a company of its own."), gettext(NOT_YOU)),
    )


def _found(known: list[Workspace]) -> Letter:
    return Letter(
        subject=gettext("Your workspaces"),
        opening=(gettext("Hello,"), gettext("this address belongs to a person at:")),
        links=_links(known),
        closing=(gettext("You did not ask for this? Then somebody typed your address; nothing was changed."),),
    )


def _found_none(origin: str) -> Letter:
    return Letter(
        subject=gettext("No workspace with this address"),
        opening=(
            gettext("Hello,"),
            gettext("somebody asked for the workspaces of this address, and there is none."),
            gettext("You may have been invited with another address; or your company has no workspace yet:"),
        ),
        button=Link(gettext("Sign up"), f"{origin}/sign-up/"),
        closing=(gettext("You did not ask for this? Then somebody typed your address; nothing was changed."),),
    )


def _links(known: list[Workspace]) -> tuple[Link, ...]:
    return tuple(Link(one.name, one.sign_in) for one in known)
