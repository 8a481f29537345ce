"""What a reviewer sets going from an assessment: a proposal for the knowledge, a label, a miss, a note to the agent.

Each goes through the writer that is there for it. That a person was missed counts for the rules' recall only in
conversations that were drawn for review by chance; in others it is kept here, for the lists are no fair sample.
"""

from collections.abc import Callable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext

from agents.models import Agent
from conversations.assessments import access
from conversations.insights import measuring
from conversations.learning.proposals import writing
from conversations.models import (
    Assessment,
    AssessmentOutcome,
    AuthorKind,
    Kind,
    Message,
    OutcomeKind,
    ProposalState,
    Review,
    ReviewVerdict,
)
from conversations.quality import labelling, reviewing
from tenants.errors import NotFoundError, ParameterError
from tenants.trail.audit import Actor

Json = dict[str, Any]
Maker = Callable[[Assessment, Json, Agent, Actor], Json]


@transaction.atomic
def add(one: Assessment, said: Json, *, by: Agent, actor: Actor) -> AssessmentOutcome:
    """Set it going, and keep with the assessment what came of it; ParameterError, NotFoundError of its writer."""
    fields = MAKERS[said["kind"]](one, said, by, actor)
    made = AssessmentOutcome.objects.create(assessment=one, kind=said["kind"], made_by=by, **fields)
    measuring.touch(str(one.conversation_id))
    return made


@transaction.atomic
def take_back(one: Assessment, outcome_id: str, *, by: Agent, actor: Actor) -> None:
    """Undo it, where nobody has gone on with it: a published proposal stays in the knowledge."""
    try:
        outcome = one.outcomes.select_related("proposal", "handover").get(pk=outcome_id)
    except (AssessmentOutcome.DoesNotExist, ValidationError) as error:
        raise NotFoundError(gettext("There is no such thing with this assessment."), param="outcome_id") from error
    if outcome.proposal is not None and outcome.proposal.state == ProposalState.OPEN:
        writing.dismiss(outcome.proposal, by=by, actor=actor)
    if outcome.handover is not None:
        labelling.take_back(outcome.handover, by=by)
    if outcome.kind == OutcomeKind.MISSED:
        for review in Review.objects.filter(conversation=one.conversation_id, verdict=ReviewVerdict.MISSED):
            reviewing.open_again(review)
    outcome.delete()
    measuring.touch(str(one.conversation_id))


def _correction(one: Assessment, said: Json, by: Agent, actor: Actor) -> Json:
    text = _words(said, "write what the assistant should have said.")
    if said["at_seq"] is None:
        raise ParameterError(gettext("at_seq: say which answer was wrong."), param="at_seq")
    made = writing.correct(one.conversation, said["at_seq"], text, by=by, actor=actor)
    return {"at_seq": said["at_seq"], "text": text, "proposal": made}


def _label(one: Assessment, said: Json, by: Agent, _actor: Actor) -> Json:
    if not said["verdict"]:
        raise ParameterError(gettext("verdict: say what the handover was."), param="verdict")
    handover = labelling.access_handover(one.conversation)
    labelling.label(handover, verdict=said["verdict"], trigger=said["trigger"], by=by)
    return {"verdict": said["verdict"], "trigger": said["trigger"], "handover": handover}


def _missed(one: Assessment, said: Json, by: Agent, _actor: Actor) -> Json:
    wrote = Message.objects.filter(conversation=one.conversation_id, kind=Kind.TEXT, author_kind=AuthorKind.CUSTOMER)
    if not said["trigger"]:
        raise ParameterError(gettext("trigger: say for what a person was needed."), param="trigger")
    if not wrote.filter(seq=said["at_seq"] or 0).exists():
        raise ParameterError(gettext("at_seq: say at which of the customer's messages."), param="at_seq")
    found = {"trigger": said["trigger"], "at_seq": said["at_seq"]}
    for review in Review.objects.filter(conversation=one.conversation_id):
        reviewing.judge(review, verdict=ReviewVerdict.MISSED, by=by, **found)
    return found


def _coaching(one: Assessment, said: Json, _by: Agent, _actor: Actor) -> Json:
    text = _words(said, "write what the agent should know.")
    if one.agent is None:
        raise ParameterError(gettext("kind: no agent had a part in this conversation."), param="kind")
    return {"text": text, "at_seq": said["at_seq"]}


MAKERS: Mapping[str, Maker] = {
    OutcomeKind.CORRECTION: _correction,
    OutcomeKind.LABEL: _label,
    OutcomeKind.MISSED: _missed,
    OutcomeKind.COACHING: _coaching,
}


def _words(said: Json, problem: str) -> str:
    text = str(said["text"]).strip()
    if not text:
        raise ParameterError(f"text: {problem}", param="text")
    return text


def of_agent(agent: Agent) -> list[AssessmentOutcome]:
    """The notes to the agent, the newest first."""
    notes = AssessmentOutcome.objects.filter(assessment__in=access.own(agent), kind=OutcomeKind.COACHING)
    return list(notes.select_related("assessment", "made_by").order_by("-made_at", "-id")[:50])
