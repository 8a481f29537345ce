"""Who may call what of surveys, and surveys of a desk and of a visitor."""

from datetime import timedelta

from django.utils import timezone

from conversations.models import AskedBy, Conversation, Customer, Holder, Status, Survey
from conversations.surveys import asking
from tenants import proofs
from tests import cast
from tests.isolation.row import Row, Who


def rows() -> list[Row]:
    """Customers answer their own, whoever has a letter's link the one behind it; the desk reads all of its company."""
    own, link = "/api/v1/widget/survey/{own_survey}", "/r/{survey_link}"
    reply = {"text": "We look into it.", "client_id": "{uuid}"}
    mine = ("own_survey",)
    return [
        Row("GET", link, Who.ANYONE),
        Row("POST", link, Who.ANYONE, form={"satisfaction": "4"}, csrf=False),
        Row("GET", f"{link}/stop", Who.ANYONE),
        Row("POST", f"{link}/stop", Who.ANYONE, csrf=False),
        Row("POST", "/api/v1/widget/survey", Who.VISITOR, body={}, csrf=False),
        Row("PUT", own, Who.VISITOR, body={"satisfaction": 4}, personal=mine, csrf=False),
        Row("DELETE", own, Who.VISITOR, personal=mine, csrf=False),
        Row("GET", "/api/v1/surveys", Who.VIEWER, scope="conversations:read"),
        Row("GET", "/api/v1/surveys/figures", Who.VIEWER, scope="conversations:read"),
        Row(
            "POST",
            "/api/v1/surveys/{survey}/reply",
            Who.AGENT,
            scope="conversations:write",
            body=reply,
            answers=(201, 409),
        ),
        Row("GET", "/api/v1/settings/survey", Who.SUPERVISOR, scope="settings:read"),
        Row("PATCH", "/api/v1/settings/survey", Who.ADMIN, scope="settings:write", body={"every_days": 14}),
    ]


def things(told: str) -> dict[str, str]:
    """A survey that went by mail, whose link is known; all words are `told`."""
    survey = _survey(cast.customer("rated"), AskedBy.MAIL)
    answered = {"answered_at": timezone.now(), "satisfaction": 2, "comment": told}
    Survey.objects.filter(pk=survey.pk).update(**answered)
    return {"survey": str(survey.id), "survey_link": asking.token(survey)}


def own(customer: Customer) -> dict[str, str]:
    """A survey that the customer's own widget shows."""
    return {"own_survey": str(_survey(customer, AskedBy.WIDGET).id)}


def _survey(customer: Customer, by: AskedBy) -> Survey:
    now = timezone.now()
    talk = Conversation.objects.create(customer=customer, status=Status.RESOLVED, created_at=now - timedelta(days=60))
    survey = Survey(
        conversation=talk,
        episode=1,
        ended_seq=1,
        ended_at=now,
        holder=Holder.ASSISTANT,
        channel=by,
        asked_at=now,
        expires_at=now + asking.LASTS,
    )
    survey.token_hash = proofs.digest(asking.token(survey))
    survey.save(force_insert=True)
    return survey
