"""Surveys as customers, the desk, and programs that listen see them."""

from typing import Any, Final, Literal

from django.db.models import QuerySet
from typing_extensions import TypedDict

from conversations import rows, wire
from conversations.models import AskedBy, Holder, Status, Survey, SurveySettings
from conversations.surveys import asking

Scale = Literal["satisfaction", "effort"]
RECEIVED: Final = "csat.received"


class GivenRating(TypedDict):
    """What a customer answered."""

    satisfaction: int | None
    """1 to 5, 5 is very satisfied."""
    effort: int | None
    """1 to 5, 5 is very easy."""
    comment: str
    until: str
    """When the answer stays as it is."""


class SurveyQuestion(TypedDict):
    """The question to a customer, and what was answered to it."""

    id: str
    asks: list[Scale]
    given: GivenRating | None


class SurveyRow(TypedDict):
    """That a customer was asked of a conversation that was over, and what they said."""

    id: str
    conversation_id: str
    episode: int
    customer: rows.CustomerBrief
    subject: str
    status: Status
    """Of the conversation."""
    channel: AskedBy
    holder: Holder
    """Who had the conversation when it ended."""
    agent: rows.Colleague | None
    team: wire.Named | None
    asked_at: str
    ended_at: str
    answered_at: str | None
    satisfaction: int | None
    """1 to 5, 5 is very satisfied."""
    effort: int | None
    """1 to 5, 5 is very easy."""
    comment: str
    low: bool
    """As low as the company looks at, or lower."""
    dismissed: bool
    """The customer put the question away."""
    refused: bool
    """The customer wants to be asked no more."""
    replied_at: str | None
    replied_by: rows.Colleague | None


class CsatData(TypedDict):
    """A rating that was heard."""

    survey_id: str
    conversation_id: str
    customer_id: str
    episode: int
    channel: AskedBy
    satisfaction: int | None
    effort: int | None
    comment: str
    holder: Holder
    agent: rows.Colleague | None
    team: wire.Named | None
    asked_at: str | None
    answered_at: str | None


class CsatReceived(TypedDict):
    """The event `csat.received`."""

    id: str
    type: Literal["csat.received"]
    timestamp: str | None
    data: CsatData


def loaded() -> QuerySet[Survey]:
    """Surveys with all that the desk is shown of them."""
    return Survey.objects.select_related("conversation__customer", "agent", "team", "replied_by")


def for_customer(survey: Survey, chosen: SurveySettings) -> SurveyQuestion:
    """The question, and what was answered to it; `until` is when the answer stays as it is."""
    asks: list[Scale] = ["satisfaction", "effort"] if chosen.asks_effort else ["satisfaction"]
    if survey.answered_at is None:
        return {"id": survey.id, "asks": asks, "given": None}
    given: GivenRating = {
        "satisfaction": survey.satisfaction,
        "effort": survey.effort,
        "comment": survey.comment,
        "until": wire.stamp(survey.answered_at + asking.CHANGES),
    }
    return {"id": survey.id, "asks": asks, "given": given}


def for_desk(survey: Survey, *, low_from: int) -> SurveyRow:
    """A survey as a list of the desk has it; needs what `loaded` loads."""
    conversation = survey.conversation
    return {
        "id": survey.id,
        "conversation_id": survey.conversation_id,
        "episode": survey.episode,
        "customer": rows.customer(conversation),
        "subject": conversation.subject,
        "status": Status(conversation.status),
        "channel": AskedBy(survey.channel),
        "holder": Holder(survey.holder),
        "agent": rows.colleague(survey.agent),
        "team": wire.team(survey.team),
        "asked_at": wire.stamp(survey.asked_at),
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


def received(survey: Survey) -> CsatReceived:
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
            "channel": AskedBy(survey.channel),
            "satisfaction": survey.satisfaction,
            "effort": survey.effort,
            "comment": survey.comment,
            "holder": Holder(survey.holder),
            "agent": rows.colleague(survey.agent),
            "team": wire.team(survey.team),
            "asked_at": _at(survey.asked_at),
            "answered_at": _at(survey.answered_at),
        },
    }


def _at(moment: Any) -> str | None:
    return None if moment is None else wire.stamp(moment)
