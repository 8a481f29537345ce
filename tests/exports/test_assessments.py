"""What was said of a conversation with a scorecard goes with it; the card, the list and its counts stay."""

from conversations.assessments import drawing
from conversations.erasing import removing
from conversations.models import Assessment, AssessmentAnswer, AssessmentOutcome, SamplingDraw, SamplingPick
from tenants.models import Tenant
from tests import cast
from tests.assessments import sheets


def test_assessments_go_with_their_conversation(in_acme: Tenant) -> None:
    bob, card = cast.agent("bob"), sheets.card()
    for _ in range(2):
        sheets.episode(bob)
    sheets.plan(card, second_share=1.0)
    drawing.draw_due(sheets.now())
    gone, stays = Assessment.objects.filter(second_of=None)
    for one in (gone, gone.second):
        AssessmentAnswer.objects.create(assessment=one, question="right", value="yes", note="as Carol said")
        AssessmentOutcome.objects.create(assessment=one, kind="coaching", text="Carol was angry")
    removing.remove(str(gone.conversation_id))
    assert set(Assessment.objects.all()) == {stays, stays.second}
    assert (AssessmentAnswer.objects.count(), AssessmentOutcome.objects.count()) == (0, 0)
    assert SamplingPick.objects.get().assessment == stays
    assert SamplingDraw.objects.get().strata == [["", 2, 2]]
