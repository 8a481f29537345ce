"""Browser sessions: one row each, which its owner sees and may end. The engine of settings.SESSION_ENGINE."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast

from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY, get_user
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from rest_framework.request import Request

from agents import standing, tokens
from agents.models import Agent, BrowserSession, session_id
from tenants import requests

SEEN_EVERY = timedelta(minutes=1)
IDLE_AT_MOST = timedelta(days=3)  # a weekend, with the evening before it and the morning after
LASTS_AT_MOST = timedelta(days=14)  # from the sign-in on, whatever happens in between
LONGEST_BROWSER = 200


class SessionStore(DatabaseStore):
    """Django's sessions in a table that says whose they are and where they come from."""

    @classmethod
    def get_model_class(cls) -> type[BrowserSession]:
        """The table."""
        return BrowserSession

    def create_model_instance(self, data: dict[str, Any]) -> BrowserSession:
        """The row for the data; what the row shows beside it stands in the data, so that saving again keeps it."""
        row = cast("BrowserSession", super().create_model_instance(data))
        about = data.get("about")
        if about is not None:
            row.public_id, row.address, row.browser = about["id"], about["address"], about["browser"]
            row.created_at = datetime.fromisoformat(about["created_at"])
        if SESSION_KEY in data:
            row.agent_id = data[SESSION_KEY]
        return row

    def cycle_key(self) -> None:
        """Go on under another key, and another public id, since the row of before is there until the new one is."""
        about = self.get("about")
        if about is not None:
            self["about"] = {**about, "id": session_id()}
        super().cycle_key()

    def load(self) -> dict[str, Any]:
        """The data, and a sign of life now and then."""
        row = self._get_session_from_db()  # type: ignore[attr-defined]
        now = timezone.now()
        if row is None or _is_over(row, now):
            self._session_key = None  # so that nobody comes in under it again
            return {}
        if row.agent_id is not None and row.seen_at < now - SEEN_EVERY:
            BrowserSession.objects.filter(pk=row.pk).update(seen_at=now)
        data: dict[str, Any] = self.decode(row.session_data)
        return data


@dataclass(frozen=True)
class Standing:
    """As what somebody opened a socket: while this is so, it may stay open. What is empty does not matter."""

    session_key: str = ""
    agent_id: str = ""
    role: str = ""
    token_id: str = ""


def introduce(request: HttpRequest) -> None:
    """Let the session that was just signed in say where it comes from; drop the sessions that ran out."""
    BrowserSession.objects.exclude(pk__in=_good_now()).delete()
    request.session["about"] = {
        "id": session_id(),
        "address": requests.address(request),
        "browser": request.headers.get("user-agent", "")[:LONGEST_BROWSER],
        "created_at": timezone.now().isoformat(),
    }


def of(agent: Agent) -> QuerySet[BrowserSession]:
    """The agent's sessions that are good now, the one seen last first."""
    return _good_now().filter(agent=agent)


def end_all(agent: Agent, *, but: str | None = None) -> int:
    """End the agent's sessions, all but the one with the key `but`; says how many."""
    ended, _by_table = BrowserSession.objects.filter(agent=agent).exclude(session_key=but or "").delete()
    standing.moved(str(agent.id))
    return ended


def keep(request: HttpRequest | Request, agent: Agent) -> None:
    """Let the session of the request, alone of all, outlive the new password of its agent."""
    request.session[HASH_SESSION_KEY] = agent.get_session_auth_hash()


def end(agent: Agent, public_id: str) -> BrowserSession | None:
    """End one of the agent's sessions and give what it was; None when they have no such session."""
    found = of(agent).filter(public_id=public_id).first()
    if found is not None:
        BrowserSession.objects.filter(pk=found.pk).delete()
        standing.moved(str(agent.id))
    return found


def signed_in(session_key: str) -> Agent | None:
    """The active agent of the session in the tenant entered now, or None."""
    if not session_key:
        return None
    request = HttpRequest()
    request.session = SessionStore(session_key)
    user = get_user(request)
    return user if isinstance(user, Agent) and user.is_active else None


def fallen(standings: Collection[Standing]) -> set[Standing]:
    """Those that are so no more: the session or the token ended, or the agent is switched off or has another role.

    Three queries at most.
    """
    open_now = _good_now().filter(session_key__in=[one.session_key for one in standings if one.session_key])
    sessions = set(open_now.values_list("session_key", "agent_id"))
    agents = Agent.objects.filter(pk__in={one.agent_id for one in standings if one.agent_id}, is_active=True)
    roles = dict(agents.values_list("id", "role"))
    asked = {one.token_id for one in standings if one.token_id}
    good = {str(key) for key in tokens.good_now().filter(pk__in=asked).values_list("id", flat=True)} if asked else set()
    return {
        one
        for one in standings
        if (one.agent_id and roles.get(one.agent_id) != one.role)
        or (one.session_key and (one.session_key, one.agent_id) not in sessions)
        or (one.token_id and one.token_id not in good)
    }


def _good_now() -> QuerySet[BrowserSession]:
    """The sessions that are not over; those of nobody end by their own time alone."""
    now = timezone.now()
    signed_in = Q(seen_at__gt=now - IDLE_AT_MOST, created_at__gt=now - LASTS_AT_MOST)
    return BrowserSession.objects.filter(Q(agent=None) | signed_in, expire_date__gt=now)


def _is_over(row: BrowserSession, now: datetime) -> bool:
    return row.agent_id is not None and (row.seen_at <= now - IDLE_AT_MOST or row.created_at <= now - LASTS_AT_MOST)
