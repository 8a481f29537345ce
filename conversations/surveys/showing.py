"""Surveys as customers, the desk, and programs that listen see them."""

from typing import Any

from django.db.models import QuerySet

from conversations import rows, wire
from conversations.models import Survey, SurveySettings
from conversations.surveys import asking

Json = dict[str, Any]
RECEIVED = "csat.received"


def loaded() -> QuerySet[Survey]:
    """Surveys with all that the desk is shown of them."""
    return Survey.objects.select_related("conversation__customer", "agent", "team", "replied_by")


def for_customer(survey: Survey, chosen: SurveySettings) -> Json:
    """The question, and what was answered to it; `until` is when the answer stays as it is."""
    asks = ["satisfaction", "effort"] if chosen.asks_effort else ["satisfaction"]
    if survey.answered_at is None:
        return {"id": survey.id, "asks": asks, "given": None}
    given = {
        "satisfaction": survey.satisfaction,
        "effort": survey.effort,
        "comment": survey.comment,
        "until": wire.stamp(survey.answered_at + asking.CHANGES),
    }
    return {"id": survey.id, "asks": asks, "given": given}


def for_desk(survey: Survey, *, low_from: int) -> Json:
    """A survey as a list of the desk has it; needs what `loaded` loads."""
    conversation = survey.conversation
    return {
        "id": survey.id,
        "conversation_id": survey.conversation_id,
        "episode": survey.episode,
        "customer": rows.customer(conversation),
        "subject": conversation.subject,
        "status": conversation.status,
        "channel": survey.channel,
        "holder": survey.holder,
        "agent": rows.colleague(survey.agent),
        "team": wire.team(survey.team),
        "asked_at": _at(survey.asked_at),
        "ended_at": wire.stamp(survey.ended_at),
        "answered_at": _at(survey.answered_at),
        "satisfaction": survey.satisfaction,
        "effort": survey.effort,
        "comment": survey.comment,
        "low": survey.satisfaction is not None and survey.satisfaction <= low_from,
        "dismissed": survey.dismissed_at is not None,
        "refused": survey.refused_at is not None,
        "replied_at": _at(survey.replied_at),
        "replied_by": rows.colleague(survey.replied_by),
    }


def received(survey: Survey) -> Json:
    """The event `csat.received` of a survey that was heard, in the shape of Standard Webhooks; its id is the survey's.

    Needs what `loaded` loads.
    """
    conversation = survey.conversation
    return {
        "id": survey.id,
        "type": RECEIVED,
        "timestamp": _at(survey.heard_at),
        "data": {
            "survey_id": survey.id,
            "conversation_id": survey.conversation_id,
            "customer_id": conversation.customer_id,
            "episode": survey.episode,
            "channel": survey.channel,
            "satisfaction": survey.satisfaction,
            "effort": survey.effort,
            "comment": survey.comment,
            "holder": survey.holder,
            "agent": rows.colleague(survey.agent),
            "team": wire.team(survey.team),
            "asked_at": _at(survey.asked_at),
            "answered_at": _at(survey.answered_at),
        },
    }


def _at(moment: Any) -> str | None:
    return None if moment is None else wire.stamp(moment)
