"""Whom an alert reaches: people with a right, or those that a rule names."""

from collections.abc import Collection
from contextlib import suppress

from django.db.models import Q

from agents.models import Agent, Role
from agents.permissions import Right, roles_with
from tenants import current, ids

SUPERVISORS, ADMINS = "supervisors", "admins"  # as a rule names them, beside the ids of agents
ROLES = {SUPERVISORS: (Role.SUPERVISOR,), ADMINS: (Role.ADMIN, Role.OWNER)}
Who = Right | Collection[str]


def reached(who: Who) -> dict[str, str]:
    """The ids of the people, in order, with the language of each; admins and owners where nobody else is there."""
    able = Agent.objects.filter(is_active=True).order_by("id")
    wanted = Q(role__in=roles_with(who)) if isinstance(who, Right) else _named(who)
    found = list(able.filter(wanted).values_list("id", "language"))
    found = found or list(able.filter(role__in=ROLES[ADMINS]).values_list("id", "language"))
    usual = next(iter(current.tenant().languages), "")
    return {str(key): language or usual for key, language in found}


def _named(who: Collection[str]) -> Q:
    named: list[str] = []
    roles: list[Role] = []
    for name in who:
        if name in ROLES:
            roles += ROLES[name]
            continue
        with suppress(ValueError):  # nobody has such an id
            ids.decode("agt", name)
            named.append(name)
    return Q(role__in=roles) | Q(pk__in=named)
