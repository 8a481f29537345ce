"""Assessments over REST: each view parses, loads with permission, makes one call and renders."""

from collections.abc import Mapping
from typing import cast

from django.utils import timezone
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import actors
from agents.models import Agent
from agents.permissions import Acting, Right, may
from agents.rest.asking import all_of
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
from tenants.openapi.operation import operation
from tenants.openapi.shapes import Listed

FIGURES = {"GET": "reports:read"}
READS, WRITES = Acting("quality:read"), Acting("quality:write")
REVIEWS = {"GET": READS, "POST": WRITES, "PUT": WRITES, "DELETE": WRITES}


class ReviewersView(APIView):
    """A view for those who review quality."""

    permission_classes: list[type[BasePermission]] = [may(Right.REVIEW_QUALITY)]
    scopes: Mapping[str, str] = REVIEWS


class OwnView(APIView):
    """A view for agents about their own work, and for those who review it."""

    permission_classes: list[type[BasePermission]] = [may(Right.WRITE_CONVERSATIONS)]
    scopes = REVIEWS


class AssessmentsView(ReviewersView):
    """`GET`, `POST /assessments`: what reviewers say of conversations."""

    @operation(showing.AssessmentList, query=forms.AssessmentsQuery, errors=(404,))
    def get(self, request: Request) -> Response:
        """List the assessments that wait, are disputed, or are done.

        Those of one's own work are none of them.
        """
        agent, asked = cast("Agent", request.user), parsed(forms.AssessmentsQuery, request.query_params)
        page = {name: asked[name] for name in ("limit", "cursor")}
        if asked["state"] == "open":
            return Response(showing.queue(agent, scorecard_id=asked["scorecard_id"], **page))
        if asked["state"] == "disputed":
            return Response(showing.disputed(agent, **page))
        return Response(showing.done(agent, filtering.asked_of(asked), **page))

    @operation(showing.AssessmentSheet, asks=forms.BeginAssessmentForm, status=201, errors=(404, 409))
    def post(self, request: Request) -> Response:
        """Begin the assessment of a conversation with a scorecard.

        Where there is one already, it is that one.
        """
        agent, asked = cast("Agent", request.user), body(request, forms.BeginAssessmentForm)
        conversation = access_conversation(agent, asked["conversation_id"])
        card = scorecards.access_scorecard(asked["scorecard_id"])
        made = beginning.begin(beginning.about_conversation(conversation), card)
        return Response(showing.whole(access.access_to_review(agent, str(made.id)), agent), status=201)


class MineView(OwnView):
    """`GET /assessments/mine`: how others see one's work."""

    @operation(showing.OwnAssessments, query=forms.AssessmentsPageQuery)
    def get(self, request: Request) -> Response:
        """List the assessments of one's own work, with the notes to oneself."""
        asked = parsed(forms.AssessmentsPageQuery, request.query_params)
        return Response(showing.mine(cast("Agent", request.user), **asked))


class AssessmentView(OwnView):
    """`GET`, `PUT /assessments/{id}`: reviewers those of others, agents their own, once they are done."""

    permission_classes: list[type[BasePermission]] = [may(Right.WRITE_CONVERSATIONS, to_change=Right.REVIEW_QUALITY)]

    @operation(showing.AssessmentSheet)
    def get(self, request: Request, assessment_id: str) -> Response:
        """Get an assessment with its scorecard, its answers, and what came of it.

        Whom it is about has seen it then.
        """
        agent = cast("Agent", request.user)
        found = access.access_assessment(agent, assessment_id)
        answering.see(found, by=agent)
        return Response(showing.whole(found, agent))

    @operation(showing.AssessmentSheet, asks=forms.AssessmentForm, errors=(409,))
    def put(self, request: Request, assessment_id: str) -> Response:
        """Keep the answers of an assessment, and finish it when it is done.

        409 while somebody else is at it.
        """
        agent, said = cast("Agent", request.user), body(request, forms.AssessmentForm)
        found = access.access_to_review(agent, assessment_id)
        assessing.save(found, Said(**said), by=agent, actor=actors.of(request))
        return Response(showing.whole(access.access_to_review(agent, assessment_id), agent))


class TakeView(ReviewersView):
    """`POST /assessments/{id}/take`: the caller is at it for the next half hour."""

    @operation(showing.AssessmentSheet, errors=(409,))
    def post(self, request: Request, assessment_id: str) -> Response:
        """Take an assessment, so that nobody else gets it for the next half hour.

        409 while somebody else is at it.
        """
        agent = cast("Agent", request.user)
        found = access.access_to_review(agent, assessment_id)
        assessing.take(found, by=agent)
        return Response(showing.whole(access.access_to_review(agent, assessment_id), agent))


class SkipView(ReviewersView):
    """`POST`, `DELETE /assessments/{id}/skip`: what cannot be judged."""

    @operation(showing.AssessmentRow, asks=forms.SkipAssessmentForm, errors=(409,))
    def post(self, request: Request, assessment_id: str) -> Response:
        """Pass an assessment over that cannot be judged."""
        agent, said = cast("Agent", request.user), body(request, forms.SkipAssessmentForm)
        found = access.access_to_review(agent, assessment_id)
        assessing.skip(found, said["because"], by=agent)
        return Response(showing.row(found, agent))

    @operation(showing.AssessmentRow, errors=(409,))
    def delete(self, request: Request, assessment_id: str) -> Response:
        """Put an assessment that was passed over back into the queue."""
        agent = cast("Agent", request.user)
        found = access.access_to_review(agent, assessment_id)
        assessing.open_again(found, by=agent)
        return Response(showing.row(found, agent))


class ReplyView(OwnView):
    """`PUT /assessments/{id}/reply`: for the agent whom it is about."""

    @operation(showing.AssessmentSheet, asks=forms.AssessmentReplyForm, errors=(409,))
    def put(self, request: Request, assessment_id: str) -> Response:
        """Reply to an assessment of one's own work, agreeing or not."""
        agent, said = cast("Agent", request.user), body(request, forms.AssessmentReplyForm)
        found = access.access_assessment(agent, assessment_id)
        dispute = Dispute.OPEN if said["disputes"] else Dispute.NONE
        answering.reply(found, said["text"], dispute=dispute, by=agent)
        return Response(showing.whole(access.access_assessment(agent, assessment_id), agent))


class DecisionView(ReviewersView):
    """`POST /assessments/{id}/decision`: the end of a dispute."""

    @operation(showing.AssessmentSheet, asks=forms.AssessmentDecisionForm, errors=(409,))
    def post(self, request: Request, assessment_id: str) -> Response:
        """Decide about an assessment that the agent disputes.

        With other answers it is put right, without any it stays as it was.
        """
        agent, said = cast("Agent", request.user), body(request, forms.AssessmentDecisionForm)
        found = access.access_assessment(agent, assessment_id)
        answering.decide(found, said["text"], answers=said["answers"], by=agent, actor=actors.of(request))
        return Response(showing.whole(access.access_assessment(agent, assessment_id), agent))


class OutcomesView(ReviewersView):
    """`POST /assessments/{id}/outcomes`: what follows from it."""

    @operation(showing.AssessmentSheet, asks=forms.AssessmentOutcomeForm, status=201, errors=(409,))
    def post(self, request: Request, assessment_id: str) -> Response:
        """Let something follow from an assessment: a correction, a label, a miss, or a note to the agent.

        What comes back is the assessment.
        """
        agent, said = cast("Agent", request.user), body(request, forms.AssessmentOutcomeForm)
        found = access.access_to_review(agent, assessment_id)
        outcomes.add(found, said, by=agent, actor=actors.of(request))
        return Response(showing.whole(access.access_to_review(agent, assessment_id), agent), status=201)


class OutcomeView(ReviewersView):
    """`DELETE /assessments/{id}/outcomes/{id}`: one thing that followed."""

    @operation(showing.AssessmentSheet, errors=(409,))
    def delete(self, request: Request, assessment_id: str, outcome_id: str) -> Response:
        """Take back what followed from an assessment, as far as nobody has gone on with it."""
        agent = cast("Agent", request.user)
        found = access.access_to_review(agent, assessment_id)
        outcomes.take_back(found, outcome_id, by=agent, actor=actors.of(request))
        return Response(showing.whole(access.access_to_review(agent, assessment_id), agent))


class ScoresView(ReviewersView):
    """`GET /assessments/scores`: what assessments add up to."""

    scopes = FIGURES

    @operation(scores.AssessmentScores, query=forms.ScoresQuery)
    def get(self, request: Request) -> Response:
        """Get the mean scores with their intervals, by agent, team, topic or version, and week by week."""
        asked = parsed(forms.ScoresQuery, request.query_params)
        return Response(scores.scores(filtering.asked_of(asked), asked["by"], timezone.now()))


class QuestionsView(ReviewersView):
    """`GET /assessments/questions`: where it is lost."""

    scopes = FIGURES

    @operation(Listed[scores.QuestionScore], query=forms.QuestionScoresQuery, errors=(404,))
    def get(self, request: Request) -> Response:
        """List what each question of a scorecard was worth on average, the poorest first."""
        asked = parsed(forms.QuestionScoresQuery, request.query_params)
        found = scores.questions(filtering.asked_of(asked), timezone.now())
        return Response(all_of(found))


class AgreementView(ReviewersView):
    """`GET /assessments/agreement`: how far one can rely on reviewers."""

    scopes = FIGURES

    @operation(agreement.ReviewerAgreement, query=forms.AgreementQuery, errors=(404,))
    def get(self, request: Request) -> Response:
        """Get how far two reviewers agree on each question of a scorecard."""
        asked = parsed(forms.AgreementQuery, request.query_params)
        card = scorecards.access_scorecard(asked["scorecard_id"])
        return Response(agreement.measured(card, days=asked["days"], now=timezone.now()))


class DifferingView(ReviewersView):
    """`GET /assessments/differing`: what to talk about."""

    scopes = {"GET": "quality:read"}

    @operation(Listed[agreement.DifferingPair], query=forms.DifferingQuery, errors=(404,))
    def get(self, request: Request) -> Response:
        """List the pairs of assessments in which two reviewers differ, the newest first."""
        asked = parsed(forms.DifferingQuery, request.query_params)
        card = scorecards.access_scorecard(asked.pop("scorecard_id"))
        return Response(agreement.differing(card, **asked, now=timezone.now()))
