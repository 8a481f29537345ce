"""Surveys over REST, for customers and for the desk: each view parses, loads with permission, makes one call."""

from typing import cast

from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import actors
from agents.models import Agent
from agents.permissions import Right, may
from conversations.inbox import writes
from conversations.models import AskedBy, Customer, Survey
from conversations.settings.forms import body, parsed
from conversations.surveys import answering, asking, choosing, forms, listing, replying, showing
from conversations.surveys.answering import Rating
from conversations.surveys.listing import Among
from conversations.widget.rest import VisitorView
from tenants.errors import NotFoundError


class AskView(VisitorView):
    """`POST /widget/survey`: the open widget has room for the question."""

    def post(self, request: Request) -> Response:
        """The question, which counts as asked now, or null where there is none."""
        survey = asking.in_widget(cast("Customer", request.user))
        return Response({"survey": None if survey is None else showing.for_customer(survey, choosing.of_company())})


class AnswerView(VisitorView):
    """`PUT`, `DELETE /widget/survey/{id}`: the customer answers it, or puts it away."""

    def put(self, request: Request, survey_id: str) -> Response:
        """The answer as it is kept; 409 where it cannot be changed any more."""
        rating = Rating(**body(request, forms.RatingForm))
        given = answering.give(_own(request, survey_id), rating)
        return Response({"survey": showing.for_customer(given, choosing.of_company())})

    def delete(self, request: Request, survey_id: str) -> Response:
        """204; it is not shown again."""
        answering.put_away(_own(request, survey_id))
        return Response(status=204)


class SurveysView(APIView):
    """`GET /surveys`: who was asked, and what they said."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_CONVERSATIONS)]
    scopes = {"GET": "conversations:read"}

    def get(self, request: Request) -> Response:
        """A page, the newest first."""
        asked = parsed(forms.ListForm, request.query_params)
        which, page = asked.pop("which"), {name: asked.pop(name) for name in ("satisfaction", "limit", "cursor")}
        return Response(listing.page(Among(**asked), which, **page))


class FiguresView(APIView):
    """`GET /surveys/figures`: how many answered, and how satisfied they are."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_CONVERSATIONS)]
    scopes = {"GET": "conversations:read"}

    def get(self, request: Request) -> Response:
        """Shares with their intervals; `GET /surveys` with the same filters lists what is behind each."""
        return Response(listing.figures(Among(**parsed(forms.AmongForm, request.query_params))))


class ReplyView(APIView):
    """`POST /surveys/{id}/reply`."""

    permission_classes: list[type[BasePermission]] = [may(Right.WRITE_CONVERSATIONS)]

    def post(self, request: Request, survey_id: str) -> Response:
        """201 with the survey; 409 while another person has its conversation."""
        asked = body(request, forms.ReplyForm)
        found, text = replying.access(survey_id), writes.checked(asked["text"])
        replied = replying.reply(found, cast("Agent", request.user), text, client_id=asked["client_id"])
        return Response(showing.for_desk(replied, low_from=choosing.of_company().low_from), status=201)


class SettingsView(APIView):
    """`GET`, `PUT /settings/survey`: when customers are asked."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_SETTINGS, to_change=Right.MANAGE_SETTINGS)]
    scopes = {"GET": "settings:read"}

    def get(self, _request: Request) -> Response:
        """The settings."""
        return Response(choosing.shown())

    def put(self, request: Request) -> Response:
        """Those that are named, changed."""
        choosing.change(parsed(forms.SettingsForm, request.data, partial=True), actor=actors.of(request))
        return Response(choosing.shown())


def _own(request: Request, survey_id: str) -> Survey:
    """One of the customer's own that was put by the widget; NotFoundError for any other."""
    found = replying.access(survey_id)
    if found.conversation.customer_id != cast("Customer", request.user).id or found.channel != AskedBy.WIDGET:
        raise NotFoundError(replying.NO_SUCH, param="survey_id")
    return found
