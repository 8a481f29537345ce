"""Tells people by mail when the way in to their account changed, so that somebody else's doing does not stay unseen."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from django.utils import timezone

from agents.models import Agent
from tenants import current, jobs, post
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
    News.PASSWORD: "Your password was changed",
    News.FACTOR_ON: "Two-step sign-in was switched on",
    News.FACTOR_OFF: "Two-step sign-in was switched off",
    News.FACTOR_RESET: "Your second step was reset",
    News.RECOVERY_CODES: "You have new recovery codes",
}
MEANS: Mapping[News, str] = {
    News.PASSWORD: "All your other sessions have ended.",
    News.FACTOR_ON: "From now on a code of your app is asked for after the password.",
    News.FACTOR_OFF: "The password alone is enough now.",
    News.FACTOR_RESET: "The app and the recovery codes of before open nothing any more, and your sessions have ended.",
    News.RECOVERY_CODES: "The ones of before open nothing any more.",
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
    company, news = current.tenant(), News(str(held.ids["news"]))
    by = Agent.objects.filter(pk=str(held.ids["by"])).first() if held.ids["by"] else None
    when = datetime.fromisoformat(str(held.ids["at"])).astimezone(ZoneInfo(agent.time_zone or company.time_zone))
    happened = f"{SUBJECTS[news]} at {company.name} on {when:%-d %B %Y at %H:%M} ({when.tzname()})"
    letter = Letter(
        subject=f"{SUBJECTS[news]} ({company.name})",
        opening=(f"Hello {agent.first_name},", f"{happened}{f', by {by.name}' if by else ''}. {MEANS[news]}"),
        button=post.button("It was not me: choose a new password", "/reset/"),
        closing=(
            "If you know of it, there is nothing to do.",
            "If not, choose a new password now and tell an admin of your company.",
        ),
    )
    post.write(agent.email, letter)
