"""Acts in sentences, as a preview shows them."""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from django.utils.translation import gettext, ngettext

from agents.models import Agent, Team
from conversations import wire
from conversations.desk_acts.acts import ME, Act, AddNote, Assign, Reopen, Reply, Resolve, SetPriority, Snooze, Tag

Names = dict[str, str]


def sentences(acts: Sequence[Act]) -> list[str]:
    """One for each act, in their order. Two queries at most."""
    names = _names(act for act in acts if isinstance(act, Assign))
    return [_sentence(act, names) for act in acts]


def _sentence(act: Act, names: Names) -> str:  # noqa: C901, PLR0911  one line for each kind
    match act:
        case Tag(add, remove):
            on = ngettext("adds the tag {tags}", "adds the tags {tags}", len(add)).format(tags=", ".join(add))
            off = ngettext("removes the tag {tags}", "removes the tags {tags}", len(remove))
            off = off.format(tags=", ".join(remove))
            said = "; ".join(part for part, tags in ((on, add), (off, remove)) if tags)
            return f"{said[0].upper()}{said[1:]}"
        case SetPriority(priority):
            return gettext("Sets the priority to {priority}").format(priority=priority)
        case Assign(team_id, agent_id):
            return _assigns(team_id, agent_id, names)
        case Snooze(lasts, until):
            return (
                gettext("Snoozes it until {until}").format(until=wire.stamp(until))
                if until
                else gettext("Snoozes it for {time}").format(time=_long(lasts or timedelta()))
            )
        case Resolve():
            return gettext("Resolves it")
        case Reopen():
            return gettext("Opens it again")
        case AddNote():
            return gettext("Adds a note for the team")
        case Reply():
            return gettext("Replies to the customer")


def _assigns(team_id: str | None, agent_id: str | None, names: Names) -> str:
    if agent_id == ME and team_id is None:
        return gettext("Takes it over")
    gone = gettext("somebody who is gone")
    who = gettext("you") if agent_id == ME else names.get(agent_id, gone) if agent_id else None
    where = names.get(team_id, gettext("a team that is gone")) if team_id else None
    if who and where:
        return gettext("Passes it to {name} in {team}").format(name=who, team=where)
    return gettext("Passes it to {name}").format(name=who or where)


def _names(acts: Iterable[Assign]) -> Names:
    found = list(acts)
    teams = [act.team_id for act in found if act.team_id]
    people = [act.agent_id for act in found if act.agent_id and act.agent_id != ME]
    named = dict(Team.objects.filter(pk__in=teams).values_list("id", "name")) if teams else {}
    if people:
        named |= dict(Agent.objects.filter(pk__in=people).values_list("id", "name"))
    return {str(key): str(name) for key, name in named.items()}


def _long(lasts: timedelta) -> str:
    minutes = int(lasts.total_seconds() // 60)
    for size, name in ((24 * 60, "day"), (60, "hour"), (1, "minute")):
        if minutes % size == 0:
            count = minutes // size
            return f"{count} {name}" if count == 1 else f"{count} {name}s"
    return gettext("{minutes} minutes").format(minutes=minutes)
