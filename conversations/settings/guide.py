"""The first-run guide: its steps fill themselves from what really happened."""

from typing import Any, Literal, get_args

from django.utils import timezone
from typing_extensions import TypedDict

from agents.models import Agent, Invitation
from assistant import conduct
from assistant.knowledge.importing import running
from assistant.models import Article, KnowledgeImport
from conversations.settings import workspace as settings
from tenants import hosts, origins, workspace
from tenants.models import Tenant

Json = dict[str, Any]
StepKey = Literal["knowledge", "tone", "try", "embed", "invite"]
STEPS: tuple[StepKey, ...] = get_args(StepKey)
QUESTIONS_TO_TRY = 3


class WelcomeStep(TypedDict):
    """A step of the welcome guide."""

    key: StepKey
    done: bool
    """By what really happened, never by a click."""
    detail: dict[str, str | int | None]
    """What there is of it, such as how many articles."""


class WelcomeGuide(TypedDict):
    """How far the company is with setting Baton up."""

    steps: list[WelcomeStep]
    place: str
    """The step that was open last."""
    left: bool
    """Somebody put the guide away."""


def shown(*, seen_from: str) -> WelcomeGuide:
    """The steps with what was done of each, the place kept, and whether somebody put the guide away."""
    tenant = workspace.fresh()
    details = {**_assistant(), "embed": _embed(tenant, seen_from), "invite": _invite()}
    steps: list[WelcomeStep] = [{"key": key, "done": details[key].pop("done"), "detail": details[key]} for key in STEPS]
    return {"steps": steps, "place": tenant.guide_place, "left": tenant.guide_left_at is not None}


def keep(*, place: str | None = None, left: bool | None = None) -> None:
    """Remember the place, or that the guide was put away or taken up again."""
    changes: Json = {}
    if place is not None:
        changes["guide_place"] = place
    if left is not None:
        changes["guide_left_at"] = timezone.now() if left else None
    if changes:
        Tenant.objects.filter(pk=workspace.fresh().pk).update(**changes)
        hosts.forget()


def _assistant() -> dict[str, Json]:
    articles = Article.objects.count()
    under_way = KnowledgeImport.objects.filter(state__in=running.UNDER_WAY).count()
    manner = conduct.wanted()
    tried = manner.tried_questions
    return {
        "knowledge": {"done": articles > 0, "articles": articles, "running_imports": under_way},
        "tone": {"done": manner.tone_chosen_at is not None, "tone": manner.tone},
        "try": {"done": tried >= QUESTIONS_TO_TRY, "tried": tried, "wanted": QUESTIONS_TO_TRY},
    }


def _embed(tenant: Tenant, seen_from: str) -> Json:
    origin = origins.of_tenant(tenant, seen_from=seen_from)
    return {"done": tenant.widget_seen_at is not None, **settings.widget(tenant, origin)}


def _invite() -> Json:
    people = Agent.objects.filter(is_active=True).count()
    invitations = Invitation.objects.filter(revoked_at__isnull=True).count()
    return {"done": people > 1 or invitations > 0, "people": people, "invitations": invitations}
