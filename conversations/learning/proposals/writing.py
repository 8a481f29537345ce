"""The one writer of proposals: made, put right, published, dismissed, taken up again; and of what that does to gaps."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from agents.models import Agent
from assistant.knowledge import articles
from assistant.knowledge.history import By, Cause
from assistant.models import Article
from conversations.learning.gaps import due, looking
from conversations.learning.proposals import drawing
from conversations.models import Conversation, Gap, GapState, Proposal, ProposalCause, ProposalState
from tenants import speaking
from tenants.errors import BatonError, ParameterError
from tenants.trail import audit
from tenants.trail.audit import About, Actor

WRITTEN = ("title", "body", "questions", "language")
CAUSES = {ProposalCause.CORRECTION: Cause.CORRECTION, ProposalCause.GAP: Cause.GAP}


class DecidedAlreadyError(BatonError):
    """Somebody published or dismissed it meanwhile."""

    status = 409
    code = "decided_already"


@transaction.atomic
def correct(conversation: Conversation, seq: int, correction: str, *, by: Agent | None, actor: Actor) -> Proposal:
    """Propose to put right what the assistant said in message `seq`; a second correction replaces an open first one.

    Raises NotFoundError where the assistant said nothing.
    """
    answer = drawing.access_answer(conversation, seq)
    fields = {**drawing.of_correction(conversation, answer, correction), "correction": correction, "made_by": by}
    made, _ = Proposal.objects.update_or_create(
        message=answer, cause=ProposalCause.CORRECTION, state=ProposalState.OPEN, defaults=fields
    )
    audit.record("answer.corrected", actor=actor, about=About("conversation", str(conversation.id)))
    due.soon()
    return made


def draft_for(gap: Gap, *, by: Agent | None) -> Proposal:
    """The open draft for the gap, made anew from what agents replied; empty where nobody has said anything of use."""
    made = looking.draft(gap)
    made.made_by = by
    with transaction.atomic():
        Proposal.objects.filter(gap=gap, state=ProposalState.OPEN).delete()
        made.save()
    return made


@transaction.atomic
def change(proposal: Proposal, fields: Mapping[str, Any]) -> None:
    """Put the proposed words right."""
    _lock_open(proposal)
    for name in WRITTEN:
        if name in fields:
            setattr(proposal, name, fields[name])
    proposal.save()


@transaction.atomic
def publish(proposal: Proposal, fields: Mapping[str, Any], *, by: Agent | None, actor: Actor) -> Article:
    """Write it into the knowledge, with `fields` put right; what it is for counts as answered from now on.

    Raises DecidedAlreadyError, ParameterError and TitleTakenError.
    """
    change(proposal, fields)
    if not proposal.title.strip() or not proposal.body.strip():
        raise ParameterError(gettext("body: write what the assistant should say."), param="body")
    told = {name: getattr(proposal, name) for name in WRITTEN}
    author = By(actor.name, actor.id, CAUSES[ProposalCause(proposal.cause)])
    if proposal.article is None or proposal.article.removed_at is not None:
        proposal.article = articles.create(told, by=author)
    else:
        articles.change(proposal.article, told, by=author)
    _decide(proposal, ProposalState.PUBLISHED, by)
    if proposal.gap is not None:
        _answered(proposal.gap, proposal.article)
    audit.record("proposal.published", actor=actor, about=_about(proposal))
    return proposal.article


@transaction.atomic
def dismiss(proposal: Proposal, *, by: Agent | None, actor: Actor) -> None:
    """Put it aside; it can be taken up again."""
    _lock_open(proposal)
    _decide(proposal, ProposalState.DISMISSED, by)
    audit.record("proposal.dismissed", actor=actor, about=_about(proposal))


@transaction.atomic
def reopen(proposal: Proposal, *, actor: Actor) -> None:
    """Open one that was dismissed again."""
    _lock(proposal)
    if proposal.state == ProposalState.DISMISSED:
        proposal.state, proposal.decided_at, proposal.decided_by = ProposalState.OPEN, None, None
        proposal.save()
        audit.record("proposal.reopened", actor=actor, about=_about(proposal))


def _lock(proposal: Proposal) -> None:
    proposal.refresh_from_db(from_queryset=Proposal.objects.select_for_update())


def _lock_open(proposal: Proposal) -> None:
    _lock(proposal)
    if proposal.state != ProposalState.OPEN:
        raise DecidedAlreadyError(
            gettext("Somebody has {state} this proposal already.").format(
                state=speaking.within(gettext(str(proposal.get_state_display())))
            )
        )


def _decide(proposal: Proposal, state: ProposalState, by: Agent | None) -> None:
    proposal.state, proposal.decided_at, proposal.decided_by = state, timezone.now(), by
    proposal.save()


def _answered(gap: Gap, article: Article) -> None:
    gap.state, gap.article, gap.published_at = GapState.PUBLISHED, article, timezone.now()
    gap.updated_at = gap.published_at
    gap.save()


def _about(proposal: Proposal) -> About:
    """Its title may hold a customer's words until somebody has published it."""
    published = proposal.state == ProposalState.PUBLISHED
    return About("proposal", str(proposal.id), proposal.title if published else "")
