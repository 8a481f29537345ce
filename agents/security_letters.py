"""Tells people by mail when the way in to their account changed, so that somebody else's doing does not stay unseen."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.translation import gettext, gettext_noop

from agents import spoken
from agents.models import Agent
from tenants import current, figures, jobs, post
from tenants.jobs import Lease
from tenants.post import Letter

KIND = "security_letter"


class News(StrEnum):
    """What changed."""

    PASSWORD = "password_changed"  # noqa: S105  the name of a piece of news
    FACTOR_ON = "second_factor_on"
    FACTOR_OFF = "second_factor_off"
    FACTOR_RESET = "second_factor_reset"
    RECOVERY_CODES = "recovery_codes_renewed"


SUBJECTS: Mapping[News, str] = {
    News.PASSWORD: gettext_noop("Your password was changed"),
    News.FACTOR_ON: gettext_noop("Two-step sign-in was switched on"),
    News.FACTOR_OFF: gettext_noop("Two-step sign-in was switched off"),
    News.FACTOR_RESET: gettext_noop("Your second step was reset"),
    News.RECOVERY_CODES: gettext_noop("You have new recovery codes"),
}
MEANS: Mapping[News, str] = {
    News.PASSWORD: gettext_noop("All your other sessions have ended."),
    News.FACTOR_ON: gettext_noop("From now on a code of your app is asked for after the password."),
    News.FACTOR_OFF: gettext_noop("The password alone is enough now."),
    News.FACTOR_RESET: gettext_noop(
        "The app and the recovery codes of before open nothing any more, and your sessions have ended."
    ),
    News.RECOVERY_CODES: gettext_noop("The ones of before open nothing any more."),
}


def write(agent: Agent, news: News, *, by: Agent | None = None) -> None:
    """Tell the agent soon; `by` is the colleague who did it, if it was one. Within the transaction of the change."""
    by_id = "" if by is None else str(by.id)
    about = {"agent_id": str(agent.id), "news": news.value, "by": by_id, "at": timezone.now().isoformat()}
    jobs.write(KIND, about)


def send(held: Lease) -> None:
    """Send the letter that a job asks for."""
    agent = Agent.objects.filter(pk=str(held.ids["agent_id"])).first()
    if agent is None:
        return
    by = Agent.objects.filter(pk=str(held.ids["by"])).first() if held.ids["by"] else None
    at = datetime.fromisoformat(str(held.ids["at"]))
    with spoken.written_to(agent):
        post.write(agent.email, _letter(agent, News(str(held.ids["news"])), by=by, at=at))


def _letter(agent: Agent, news: News, *, by: Agent | None, at: datetime) -> Letter:
    company = current.tenant()
    when = at.astimezone(ZoneInfo(agent.time_zone or company.time_zone))
    said = gettext("{what} at {company} on {moment} ({zone}), by {name}. {means}")
    if by is None:
        said = gettext("{what} at {company} on {moment} ({zone}). {means}")
    happened = said.format(
        what=gettext(SUBJECTS[news]),
        company=company.name,
        moment=figures.moment(when),
        zone=when.tzname(),
        name=by.name if by else "",
        means=gettext(MEANS[news]),
    )
    return Letter(
        subject=f"{gettext(SUBJECTS[news])} ({company.name})",
        opening=(gettext("Hello {name},").format(name=agent.first_name), happened),
        button=post.button(gettext("It was not me: choose a new password"), "/reset/"),
        closing=(
            gettext("If you know of it, there is nothing to do."),
            gettext("If not, choose a new password now and tell an admin of your company."),
        ),
    )
