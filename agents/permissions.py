"""Who may do what: every view names a right, each right begins at a role, and the default is nobody."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cache, wraps
from typing import Any, ClassVar, TypeVar

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext
from rest_framework.exceptions import MethodNotAllowed
from rest_framework.permissions import SAFE_METHODS, BasePermission
from rest_framework.request import Request

from agents import acting, entitled, second_factor
from agents.acting import AgentMayNotError, AgentRequiredError, NoTokensError, ScopeMissingError
from agents.models import Agent, Role
from agents.tokens import Token
from billing.plans import Feature
from tenants.errors import BatonError
from tenants.scopes import HeaderScope, ProgramScope

ORDER = [Role.VIEWER, Role.AGENT, Role.SUPERVISOR, Role.ADMIN, Role.OWNER]
PageView = Callable[..., HttpResponseBase]
Declared = TypeVar("Declared", bound=Callable[..., Any])


class Right(StrEnum):
    """Something that a person of the tenant may or may not do."""

    OWN_ACCOUNT = "account"
    READ_CONVERSATIONS = "conversations.read"
    WRITE_CONVERSATIONS = "conversations.write"
    ASSIGN_CONVERSATIONS = "conversations.assign"
    WRITE_REPLIES = "replies.write"
    READ_CUSTOMERS = "customers.read"
    ERASE_CUSTOMERS = "customers.erase"
    READ_RECORDS = "records.read"
    WRITE_RECORDS = "records.write"
    READ_KNOWLEDGE = "knowledge.read"
    WRITE_KNOWLEDGE = "knowledge.write"
    READ_SKILLS = "skills.read"
    WRITE_SKILLS = "skills.write"
    READ_RULES = "rules.read"
    WRITE_RULES = "rules.write"
    READ_PEOPLE = "people.read"
    MANAGE_PEOPLE = "people.manage"
    MANAGE_TEAMS = "teams.manage"
    READ_SETTINGS = "settings.read"
    MANAGE_SETTINGS = "settings.manage"
    READ_AUDIT = "audit.read"
    EXPORT_DATA = "data.export"
    MANAGE_TOKENS = "tokens.manage"
    MANAGE_WEBHOOKS = "webhooks.manage"
    MANAGE_SIGN_ON = "sign_on.manage"
    CLOSE_WORKSPACE = "workspace.close"
    SUPERVISE_ASSISTANT = "assistant.supervise"
    REVIEW_QUALITY = "quality.review"
    READ_REPORTS = "reports.read"
    READ_BILLING = "billing.read"
    MANAGE_BILLING = "billing.manage"


BEGINS_AT: Mapping[Right, Role] = {
    Right.OWN_ACCOUNT: Role.VIEWER,
    Right.READ_CONVERSATIONS: Role.VIEWER,
    Right.WRITE_CONVERSATIONS: Role.AGENT,
    Right.ASSIGN_CONVERSATIONS: Role.SUPERVISOR,
    Right.WRITE_REPLIES: Role.SUPERVISOR,
    Right.READ_CUSTOMERS: Role.VIEWER,
    Right.ERASE_CUSTOMERS: Role.ADMIN,
    Right.READ_RECORDS: Role.VIEWER,
    Right.WRITE_RECORDS: Role.SUPERVISOR,
    Right.READ_KNOWLEDGE: Role.VIEWER,
    Right.WRITE_KNOWLEDGE: Role.SUPERVISOR,
    Right.READ_SKILLS: Role.VIEWER,
    Right.WRITE_SKILLS: Role.ADMIN,
    Right.READ_RULES: Role.VIEWER,
    Right.WRITE_RULES: Role.ADMIN,
    Right.READ_PEOPLE: Role.AGENT,
    Right.MANAGE_PEOPLE: Role.ADMIN,
    Right.MANAGE_TEAMS: Role.ADMIN,
    Right.READ_SETTINGS: Role.SUPERVISOR,
    Right.MANAGE_SETTINGS: Role.ADMIN,
    Right.READ_AUDIT: Role.ADMIN,
    Right.EXPORT_DATA: Role.ADMIN,
    Right.MANAGE_TOKENS: Role.ADMIN,
    Right.MANAGE_WEBHOOKS: Role.ADMIN,
    Right.MANAGE_SIGN_ON: Role.OWNER,
    Right.CLOSE_WORKSPACE: Role.OWNER,
    Right.SUPERVISE_ASSISTANT: Role.SUPERVISOR,
    Right.REVIEW_QUALITY: Role.SUPERVISOR,
    Right.READ_REPORTS: Role.SUPERVISOR,
    Right.READ_BILLING: Role.ADMIN,
    Right.MANAGE_BILLING: Role.ADMIN,
}

SETTINGS = frozenset(
    {
        Right.MANAGE_SETTINGS,
        Right.MANAGE_TEAMS,
        Right.MANAGE_TOKENS,
        Right.MANAGE_WEBHOOKS,
        Right.MANAGE_SIGN_ON,
        Right.WRITE_SKILLS,
    }
)
"""Rights whose changes a lock of the plan stops. Rules, knowledge, people and what the desk does are none of them: what
protects customers, and what ends the lock, can always be done; and so can a DELETE, which takes something away.
"""


def at_least(agent: Agent, role: Role) -> bool:
    """Whether the agent's role is `role` or a higher one."""
    return ORDER.index(Role(agent.role)) >= ORDER.index(role)


def rights_of(agent: Agent) -> frozenset[Right]:
    """All that the agent's role allows; nothing for one who is switched off.

    Nothing but the own account for one whom the company asks for a second factor that is not there yet.
    """
    if not agent.is_active:
        return frozenset()
    if second_factor.must_be_set_up(agent):
        return frozenset({Right.OWN_ACCOUNT})
    return frozenset(right for right in Right if at_least(agent, BEGINS_AT[right]))


def roles_with(right: Right) -> tuple[str, ...]:
    """The roles that have the right, as the database stores them."""
    return tuple(role.value for role in ORDER[ORDER.index(BEGINS_AT[right]) :])


class NotAllowedError(BatonError):
    """The agent may not do this, or may no more."""

    status = 403
    type = "permission_error"
    code = "forbidden"

    def __init__(self) -> None:
        super().__init__(gettext("Your role does not allow this."))


def check_now(agent: Agent, right: Right) -> None:
    """NotAllowedError unless the agent has the right at this moment, whatever was known before."""
    if not Agent.objects.filter(pk=agent.pk, is_active=True, role__in=roles_with(right)).exists():
        raise NotAllowedError


class Acting(HeaderScope):
    """A scope for what only a person can do: the request names the agent for whom the program acts."""

    __slots__ = ()
    header = acting.HEADER
    about = (
        "The agent for whom the program acts, `agt_…`: both the token's scope and the agent's own role must allow it. "
        "In a person's own session it means nothing."
    )


class ForPrograms(ProgramScope):
    """A scope for what only the company's own programs do, such as speaking for its customers."""

    __slots__ = ()


class Nobody(BasePermission):
    """The default: a view that names no permission answers nobody."""

    def has_permission(self, request: Request, view: Any) -> bool:
        """Never."""
        return False


class HasRight(BasePermission):
    """Agents who have the right, and tokens with the scope that the view names for the method; if the plan allows it.

    A view that says `open_while_locked`, with the reason, can be used while settings are locked.
    """

    right: ClassVar[Right]
    right_to_change: ClassVar[Right]
    feature: ClassVar[Feature | None]
    feature_to_change: ClassVar[Feature | None]

    def has_permission(self, request: Request, view: Any) -> bool:
        """Whether the agent or the token may; a view that names no scope lets no token in.

        Raises an error of `acting` that says why a token may not, and NotInPlanError and SettingsLockedError for who
        might otherwise.
        """
        right = self.right if request.method in SAFE_METHODS else self.right_to_change
        if not _has(request, right, view=view):
            return False
        if request.method in SAFE_METHODS:
            _check_feature(self.feature)
        elif request.method != "DELETE":
            self._check_change(right, view)
        return True

    def _check_change(self, right: Right, view: Any) -> None:
        _check_feature(self.feature_to_change)
        if right in SETTINGS and not getattr(view, "open_while_locked", ""):
            entitled.check_unlocked()


@cache
def may(
    right: Right,
    *,
    to_change: Right | None = None,
    feature: Feature | None = None,
    feature_to_change: Feature | None = None,
) -> type[HasRight]:
    """The permission class for `right`; requests that are not merely reads need `to_change` where it is given.

    The plan must have the `feature`, or `feature_to_change` where reading needs none. A DELETE needs neither: what was
    set up can be taken away.
    """
    fields = {
        "right": right,
        "right_to_change": to_change or right,
        "feature": feature,
        "feature_to_change": feature_to_change or feature,
    }
    return type(f"May{right.name.title()}", (HasRight,), fields)


def requires(right: Right) -> Callable[[PageView], PageView]:
    """Marks a page as one for people with the right: strangers sign in first, others get the page that says no."""

    def declare(view: PageView) -> PageView:
        @wraps(view)
        def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            who: object = request.user
            if not isinstance(who, Agent):
                return redirect_to_login(request.get_full_path())
            if right not in rights_of(who):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        setattr(checked, "right", right)  # noqa: B010  a function has no such attribute for the type checker
        return checked

    return declare


def _check_feature(feature: Feature | None) -> None:
    if feature is not None:
        entitled.check(feature)


def _has(request: Request, right: Right, *, view: Any) -> bool:
    who: object = request.user
    scopes: Mapping[str, str] = getattr(view, "scopes", {})
    scope = scopes.get("GET" if request.method == "HEAD" else str(request.method), "")
    by_program = isinstance(scope, ProgramScope)
    may_themselves = isinstance(who, Agent) and right in rights_of(who)
    token = acting.token_of(request)
    if token is None:
        return may_themselves and not by_program
    if not hasattr(view, str(request.method).lower()):
        raise MethodNotAllowed(str(request.method))
    _check_scope(token, scope, who=who)
    if isinstance(who, Agent) and not may_themselves and not by_program:
        raise AgentMayNotError
    return True


def _check_scope(token: Token, scope: str, *, who: object) -> None:
    if not scope:
        raise NoTokensError
    if scope not in token.scopes:
        raise ScopeMissingError(scope)
    if isinstance(scope, Acting) and isinstance(who, Token):
        raise AgentRequiredError


def open_to_all(why: str) -> Callable[[Declared], Declared]:
    """Marks a view, function or class, that anybody may call, and says why."""

    def declare(view: Declared) -> Declared:
        setattr(view, "open_because", why)  # noqa: B010
        return view

    return declare
