"""What was said of a conversation goes with it; how many were drawn with it stays a count."""

from conversations.erasing import removing
from conversations.models import HandoverLabel, Review, ReviewRound
from tenants.models import Tenant
from tests.quality import past


def test_labels_and_reviews_go_with_their_conversation(in_acme: Tenant) -> None:
    labelled, other = (past.handed(past.ago(1), verdict="right") for _ in range(2))
    review = past.drawn(past.ago(2), verdict="missed", trigger="anger")
    removing.remove(str(labelled.conversation_id))
    removing.remove(str(review.conversation_id))
    assert [label.handover for label in HandoverLabel.objects.all()] == [other]
    assert not Review.objects.exists()
    assert ReviewRound.objects.get().drawn == 100
