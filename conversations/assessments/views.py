"""Assessments over REST: each view parses, loads with permission, makes one call and renders."""

from typing import cast

from django.utils import timezone
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import actors
from agents.models import Agent
from agents.permissions import Right, may
from conversations.access import access_conversation
from conversations.assessments import (
    access,
    agreement,
    answering,
    assessing,
    beginning,
    filtering,
    forms,
    outcomes,
    scorecards,
    scores,
    showing,
)
from conversations.assessments.assessing import Said
from conversations.models import Dispute
from conversations.settings.forms import body, parsed

FIGURES = {"GET": "reports:read"}


class ReviewersView(APIView):
    """A view for those who review quality; what shows customers' words no token opens."""

    permission_classes: list[type[BasePermission]] = [may(Right.REVIEW_QUALITY)]


class OwnView(APIView):
    """A view for agents about their own work, and for those who review it."""

    permission_classes: list[type[BasePermission]] = [may(Right.WRITE_CONVERSATIONS)]


class AssessmentsView(ReviewersView):
    """`GET`, `POST /assessments`."""

    def get(self, request: Request) -> Response:
        """A page of those that wait, are disputed, or are done."""
        agent, asked = cast("Agent", request.user), parsed(forms.ListQuery, request.query_params)
        page = {name: asked[name] for name in ("limit", "cursor")}
        if asked["state"] == "open":
            return Response(showing.queue(agent, scorecard_id=asked["scorecard_id"], **page))
        if asked["state"] == "disputed":
            return Response(showing.disputed(agent, **page))
        return Response(showing.done(agent, filtering.asked_of(asked), **page))

    def post(self, request: Request) -> Response:
        """Begin with a conversation that somebody chose; 201 with the assessment, also where there is one."""
        agent, asked = cast("Agent", request.user), body(request, forms.BeginForm)
        conversation = access_conversation(agent, asked["conversation_id"])
        card = scorecards.access_scorecard(asked["scorecard_id"])
        made = beginning.begin(beginning.about_conversation(conversation), card)
        return Response(showing.whole(access.access_to_review(agent, str(made.id)), agent), status=201)


class MineView(OwnView):
    """`GET /assessments/mine`."""

    def get(self, request: Request) -> Response:
        """A page of what was said of the caller's own work, and the notes to them."""
        asked = parsed(forms.PageQuery, request.query_params)
        return Response(showing.mine(cast("Agent", request.user), **asked))


class AssessmentView(OwnView):
    """`GET`, `PUT /assessments/{id}`: reviewers those of others, agents their own, once they are done."""

    permission_classes: list[type[BasePermission]] = [may(Right.WRITE_CONVERSATIONS, to_change=Right.REVIEW_QUALITY)]

    def get(self, request: Request, assessment_id: str) -> Response:
        """The assessment; whom it is about has seen it then."""
        agent = cast("Agent", request.user)
        found = access.access_assessment(agent, assessment_id)
        answering.see(found, by=agent)
        return Response(showing.whole(found, agent))

    def put(self, request: Request, assessment_id: str) -> Response:
        """Keep the answers, and finish it when it is done; 409 while somebody else is at it."""
        agent, said = cast("Agent", request.user), body(request, forms.AssessmentForm)
        found = access.access_to_review(agent, assessment_id)
        assessing.save(found, Said(**said), by=agent, actor=actors.of(request))
        return Response(showing.whole(access.access_to_review(agent, assessment_id), agent))


class TakeView(ReviewersView):
    """`POST /assessments/{id}/take`: the caller is at it for the next half hour."""

    def post(self, request: Request, assessment_id: str) -> Response:
        """The assessment; 409 while somebody else is at it."""
        agent = cast("Agent", request.user)
        found = access.access_to_review(agent, assessment_id)
        assessing.take(found, by=agent)
        return Response(showing.whole(access.access_to_review(agent, assessment_id), agent))


class SkipView(ReviewersView):
    """`POST`, `DELETE /assessments/{id}/skip`."""

    def post(self, request: Request, assessment_id: str) -> Response:
        """Pass it over."""
        agent, said = cast("Agent", request.user), body(request, forms.SkipForm)
        found = access.access_to_review(agent, assessment_id)
        assessing.skip(found, said["because"], by=agent)
        return Response(showing.row(found, agent))

    def delete(self, request: Request, assessment_id: str) -> Response:
        """Put it back into the queue."""
        agent = cast("Agent", request.user)
        found = access.access_to_review(agent, assessment_id)
        assessing.open_again(found, by=agent)
        return Response(showing.row(found, agent))


class ReplyView(OwnView):
    """`PUT /assessments/{id}/reply`."""

    def put(self, request: Request, assessment_id: str) -> Response:
        """What the agent says to it, agreeing or not."""
        agent, said = cast("Agent", request.user), body(request, forms.ReplyForm)
        found = access.access_assessment(agent, assessment_id)
        dispute = Dispute.OPEN if said["disputes"] else Dispute.NONE
        answering.reply(found, said["text"], dispute=dispute, by=agent)
        return Response(showing.whole(access.access_assessment(agent, assessment_id), agent))


class DecisionView(ReviewersView):
    """`POST /assessments/{id}/decision`."""

    def post(self, request: Request, assessment_id: str) -> Response:
        """Decide about what the agent disputes."""
        agent, said = cast("Agent", request.user), body(request, forms.DecisionForm)
        found = access.access_assessment(agent, assessment_id)
        answering.decide(found, said["text"], answers=said["answers"], by=agent, actor=actors.of(request))
        return Response(showing.whole(access.access_assessment(agent, assessment_id), agent))


class OutcomesView(ReviewersView):
    """`POST /assessments/{id}/outcomes`."""

    def post(self, request: Request, assessment_id: str) -> Response:
        """Set something going; 201 with the assessment."""
        agent, said = cast("Agent", request.user), body(request, forms.OutcomeForm)
        found = access.access_to_review(agent, assessment_id)
        outcomes.add(found, said, by=agent, actor=actors.of(request))
        return Response(showing.whole(access.access_to_review(agent, assessment_id), agent), status=201)


class OutcomeView(ReviewersView):
    """`DELETE /assessments/{id}/outcomes/{id}`."""

    def delete(self, request: Request, assessment_id: str, outcome_id: str) -> Response:
        """Undo it, as far as nobody has gone on with it."""
        agent = cast("Agent", request.user)
        found = access.access_to_review(agent, assessment_id)
        outcomes.take_back(found, outcome_id, by=agent, actor=actors.of(request))
        return Response(showing.whole(access.access_to_review(agent, assessment_id), agent))


class ScoresView(ReviewersView):
    """`GET /assessments/scores`."""

    scopes = FIGURES

    def get(self, request: Request) -> Response:
        """Means with intervals, by agent, team, topic, version …, and week by week."""
        asked = parsed(forms.ScoresQuery, request.query_params)
        return Response(scores.scores(filtering.asked_of(asked), asked["by"], timezone.now()))


class QuestionsView(ReviewersView):
    """`GET /assessments/questions`."""

    scopes = FIGURES

    def get(self, request: Request) -> Response:
        """What each question of a card was worth, the poorest first."""
        asked = parsed(forms.QuestionsQuery, request.query_params)
        return Response(scores.questions(filtering.asked_of(asked), timezone.now()))


class AgreementView(ReviewersView):
    """`GET /assessments/agreement`."""

    scopes = FIGURES

    def get(self, request: Request) -> Response:
        """How far two reviewers agree on each question of a card."""
        asked = parsed(forms.AgreementQuery, request.query_params)
        card = scorecards.access_scorecard(asked["scorecard_id"])
        return Response(agreement.measured(card, days=asked["days"], now=timezone.now()))


class DifferingView(ReviewersView):
    """`GET /assessments/differing`."""

    def get(self, request: Request) -> Response:
        """A page of the pairs that differ somewhere."""
        asked = parsed(forms.DifferingQuery, request.query_params)
        card = scorecards.access_scorecard(asked.pop("scorecard_id"))
        return Response(agreement.differing(card, **asked, now=timezone.now()))
