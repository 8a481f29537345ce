"""Forgets what was learnt from a conversation that is removed."""

from assistant.bench import cases
from conversations.learning.gaps import looking
from conversations.models import Gap, GapQuestion, GapState, Proposal, ProposalState


def forget(conversation_id: str) -> None:
    """Remove the bench cases, questions and proposals that came of it; a gap that nobody else asked for goes.

    Drafts made of its replies go too, as far as nobody published them; what is published is the company's own text.
    """
    cases.forget_conversation(conversation_id)
    Proposal.objects.filter(message__conversation=conversation_id).delete()
    asked = GapQuestion.objects.filter(conversation=conversation_id)
    gaps = list(Gap.objects.filter(pk__in=asked.values("gap")))
    asked.delete()
    looking.count([str(gap.id) for gap in gaps])
    for gap in gaps:
        _without_it(gap)


def _without_it(gap: Gap) -> None:
    Proposal.objects.filter(gap=gap).exclude(state=ProposalState.PUBLISHED).delete()
    left = gap.questions.select_related("conversation__customer").first()
    if left is not None:
        gap.title = looking.title_of(left)
    elif gap.state == GapState.PUBLISHED and gap.article is not None:
        gap.title = gap.article.title
    else:
        gap.delete()
        return
    gap.save(update_fields=["title"])
