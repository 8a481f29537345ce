"""Filters under a name: one's own, and those shared with the whole desk."""

from collections.abc import Mapping
from typing import Any, cast

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext
from typing_extensions import TypedDict

from agents.models import Agent
from agents.permissions import Right, rights_of
from conversations import wire
from conversations.inbox.listing import filters
from conversations.inbox.listing.fields import ConversationFilter
from conversations.inbox.listing.views import ViewName
from conversations.models import SavedFilter
from conversations.rows import Colleague
from tenants import taken
from tenants.errors import BatonError, NotFoundError, ParameterError


class SavedFilterRow(TypedDict):
    """A view narrowed by a filter, under a name."""

    id: str
    name: str
    view: ViewName
    filter: ConversationFilter
    shared: bool
    """With the whole desk."""
    owner: Colleague
    mine: bool
    """Whether the one who asks may change it."""
    changed_at: str


MOST = 60  # of one person
SHARES = Right.WRITE_CONVERSATIONS
MINDS_ALL = Right.MANAGE_TEAMS


class NameTakenError(BatonError):
    """One's filters have different names."""

    status = 409
    type = "conflict_error"
    code = "name_taken"

    def __init__(self) -> None:
        super().__init__(
            gettext("You have a filter of this name already. Choose another name, or change that one."), param="name"
        )


def seen_by(agent: Agent) -> QuerySet[SavedFilter]:
    """One's own and the shared ones, by name."""
    return SavedFilter.objects.filter(Q(owner=agent) | Q(shared=True)).select_related("owner").order_by("name", "id")


def shown(one: SavedFilter, agent: Agent) -> SavedFilterRow:
    """As the console reads it; `mine` says whether this person may change it."""
    return {
        "id": one.id,
        "name": one.name,
        "view": cast("ViewName", one.view),
        "filter": one.filter,
        "shared": one.shared,
        "owner": {"id": one.owner.id, "name": one.owner.name},
        "mine": _may_change(one, agent),
        "changed_at": wire.stamp(one.changed_at),
    }


def make(agent: Agent, *, name: str, view: str, filter: Any, shared: bool) -> SavedFilter:  # noqa: A002  its own word
    """Keep a filter; ParameterError for one that cannot be read or narrows nothing, NameTakenError."""
    if SavedFilter.objects.filter(owner=agent).count() >= MOST:
        raise ParameterError(
            gettext("name: you have {most} filters. Delete one that you do not use.").format(most=MOST), param="name"
        )
    _check_sharing(agent, shared=shared)
    read = filters.read(filter, place="filter")
    made = SavedFilter(owner=agent, name=name, view=view, filter=read.json(), shared=shared)
    return _stored(made)


def change(filter_id: str, agent: Agent, given: Mapping[str, Any]) -> SavedFilter:
    """Name, view, filter or sharing; NotFoundError for one that the agent may not change."""
    found = _changeable(filter_id, agent)
    if "filter" in given:
        found.filter = filters.read(given["filter"], place="filter").json()
    if given.get("shared", found.shared) != found.shared:
        _check_sharing(agent, shared=True)
    found.name, found.view = given.get("name", found.name), given.get("view", found.view)
    found.shared, found.changed_at = given.get("shared", found.shared), timezone.now()
    return _stored(found)


def remove(filter_id: str, agent: Agent) -> None:
    """It goes; NotFoundError for one that the agent may not change."""
    _changeable(filter_id, agent).delete()


def _changeable(filter_id: str, agent: Agent) -> SavedFilter:
    try:
        found = seen_by(agent).filter(pk=filter_id).first()
    except ValidationError:
        found = None
    if found is None or not _may_change(found, agent):
        raise NotFoundError(gettext("There is no such filter of yours."), param="filter_id")
    return found


def _may_change(one: SavedFilter, agent: Agent) -> bool:
    return one.owner_id == agent.id or (one.shared and MINDS_ALL in rights_of(agent))


def _check_sharing(agent: Agent, *, shared: bool) -> None:
    if shared and SHARES not in rights_of(agent):
        raise ParameterError(gettext("shared: your role keeps filters for yourself alone."), param="shared")


def _stored(one: SavedFilter) -> SavedFilter:
    with taken.refused_as(NameTakenError()):
        one.save()
    return one
