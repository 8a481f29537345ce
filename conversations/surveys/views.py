"""Surveys over REST, for customers and for the desk: each view parses, loads with permission, makes one call."""

from typing import cast

from django.utils.translation import gettext
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView
from typing_extensions import TypedDict

from agents import actors
from agents.models import Agent
from agents.permissions import Acting, Right, may
from conversations.inbox import writes
from conversations.models import AskedBy, Customer, Survey
from conversations.settings.forms import body, parsed
from conversations.surveys import answering, asking, choosing, forms, listing, replying, showing
from conversations.surveys.answering import Rating
from conversations.surveys.listing import Among
from conversations.widget.rest import VisitorView
from tenants.errors import NotFoundError
from tenants.openapi.operation import operation
from tenants.openapi.shapes import Listed


class AskedSurvey(TypedDict):
    """The question to a customer, where there is one."""

    survey: showing.SurveyQuestion | None


class AskView(VisitorView):
    """`POST /widget/survey`: the open widget has room for the question."""

    @operation(AskedSurvey)
    def post(self, request: Request) -> Response:
        """Ask for the question that the open widget has room for.

        It counts as asked now; null where there is none.
        """
        survey = asking.in_widget(cast("Customer", request.user))
        return Response({"survey": None if survey is None else showing.for_customer(survey, choosing.of_company())})


class AnswerView(VisitorView):
    """`PUT`, `DELETE /widget/survey/{id}`: the customer answers it, or puts it away."""

    @operation(AskedSurvey, asks=forms.RatingForm, errors=(409,))
    def put(self, request: Request, survey_id: str) -> Response:
        """Answer a survey, or change the answer.

        409 where it cannot be changed any more.
        """
        rating = Rating(**body(request, forms.RatingForm))
        given = answering.give(_own(request, survey_id), rating)
        return Response({"survey": showing.for_customer(given, choosing.of_company())})

    @operation()
    def delete(self, request: Request, survey_id: str) -> Response:
        """Put a survey away; it is not shown again."""
        answering.put_away(_own(request, survey_id))
        return Response(status=204)


class SurveysView(APIView):
    """`GET /surveys`: who was asked, and what they said."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_CONVERSATIONS)]
    scopes = {"GET": "conversations:read"}

    @operation(Listed[showing.SurveyRow], query=forms.SurveysQuery, errors=(404,))
    def get(self, request: Request) -> Response:
        """List who was asked and what they said, the newest first."""
        asked = parsed(forms.SurveysQuery, request.query_params)
        which, page = asked.pop("which"), {name: asked.pop(name) for name in ("satisfaction", "limit", "cursor")}
        return Response(listing.page(Among(**asked), which, **page))


class FiguresView(APIView):
    """`GET /surveys/figures`: how many answered, and how satisfied they are."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_CONVERSATIONS)]
    scopes = {"GET": "conversations:read"}

    @operation(listing.SurveyFigures, query=forms.SurveyFiguresQuery, errors=(404,))
    def get(self, request: Request) -> Response:
        """Get how many customers answered, and how satisfied they are.

        Shares come with their intervals; `GET /surveys` with the same filters lists what is behind each.
        """
        return Response(listing.figures(Among(**parsed(forms.SurveyFiguresQuery, request.query_params))))


class ReplyView(APIView):
    """`POST /surveys/{id}/reply`: a person answers a rating."""

    permission_classes: list[type[BasePermission]] = [may(Right.WRITE_CONVERSATIONS)]
    scopes = {"POST": Acting("conversations:write")}

    @operation(showing.SurveyRow, asks=forms.SurveyReplyForm, status=201, errors=(409,))
    def post(self, request: Request, survey_id: str) -> Response:
        """Write back to a customer who rated.

        The agent has the conversation then; 409 while another person has it.
        """
        asked = body(request, forms.SurveyReplyForm)
        found, text = replying.access(survey_id), writes.checked(asked["text"])
        replied = replying.reply(found, cast("Agent", request.user), text, client_id=asked["client_id"])
        return Response(showing.for_desk(replied, low_from=choosing.of_company().low_from), status=201)


class SettingsView(APIView):
    """`GET`, `PATCH /settings/survey`: when customers are asked."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_SETTINGS, to_change=Right.MANAGE_SETTINGS)]
    scopes = {"GET": "settings:read", "PATCH": "settings:write"}

    @operation(choosing.SurveySettingsRow)
    def get(self, _request: Request) -> Response:
        """Get when customers are asked."""
        return Response(choosing.shown())

    @operation(choosing.SurveySettingsRow, asks=forms.SurveySettingsForm, partial=True)
    def patch(self, request: Request) -> Response:
        """Change the named settings of when customers are asked."""
        choosing.change(parsed(forms.SurveySettingsForm, request.data, partial=True), actor=actors.of(request))
        return Response(choosing.shown())


def _own(request: Request, survey_id: str) -> Survey:
    """One of the customer's own that was put by the widget; NotFoundError for any other."""
    found = replying.access(survey_id)
    if found.conversation.customer_id != cast("Customer", request.user).id or found.channel != AskedBy.WIDGET:
        raise NotFoundError(gettext(replying.NO_SUCH), param="survey_id")
    return found
