"""When a company asks its customers, as the settings show and change it; the one writer of that."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.db import transaction
from typing_extensions import TypedDict

from conversations.models import SurveySettings
from tenants.trail import audit
from tenants.trail.audit import About, Actor

FIELDS = (
    "in_widget",
    "by_mail",
    "mail_after",
    "every_days",
    "asks_effort",
    "low_from",
    "alerts",
    "reopens",
    "not_tagged",
)
NOT_TAGGED = ["spam"]  # where nobody chose


class SurveySettingsRow(TypedDict):
    """When customers are asked what they think of a conversation that is over."""

    in_widget: bool
    by_mail: bool
    mail_after: int
    """Minutes after the end until a letter asks."""
    every_days: int
    """Nobody is asked more often."""
    asks_effort: bool
    low_from: int
    """Ratings of so much and less are low."""
    alerts: bool
    """Whether a low rating is told to people."""
    reopens: bool
    """Whether a low rating opens the conversation again."""
    not_tagged: list[str]
    """Nobody is asked of conversations with one of these tags."""
    can_mail: bool
    """Whether letters can leave at all."""


def of_company() -> SurveySettings:
    """What the company chose, or what counts where it chose nothing. One query."""
    return SurveySettings.objects.first() or SurveySettings(not_tagged=list(NOT_TAGGED))


def can_mail() -> bool:
    """Whether a letter with a link can leave: a mail server is set, and where the pages are reached from outside."""
    return bool(settings.MAIL_LEAVES and settings.ORIGIN)


def shown() -> SurveySettingsRow:
    """The settings, and whether letters can leave at all."""
    chosen = of_company()
    return {
        "in_widget": chosen.in_widget,
        "by_mail": chosen.by_mail,
        "mail_after": chosen.mail_after,
        "every_days": chosen.every_days,
        "asks_effort": chosen.asks_effort,
        "low_from": chosen.low_from,
        "alerts": chosen.alerts,
        "reopens": chosen.reopens,
        "not_tagged": chosen.not_tagged,
        "can_mail": can_mail(),
    }


@transaction.atomic
def change(fields: Mapping[str, Any], *, actor: Actor) -> None:
    """Give the settings that `fields` names new values; the audit log gets what really changed."""
    before = of_company()
    changes = audit.changed({name: getattr(before, name) for name in fields}, fields)
    if not changes:
        return
    SurveySettings.objects.get_or_create(id=1, defaults={"not_tagged": list(NOT_TAGGED)})
    SurveySettings.objects.update(**fields)
    audit.record("surveys.changed", actor=actor, about=About("surveys", name="Surveys"), changes=changes)
