"""The demo's quality review is true to its conversations, and shows something of everything."""

from conversations.assessments import agreement, scorecards, scoring
from conversations.models import Assessment, AssessmentOutcome, Episode, SamplingPick, Scorecard
from tenants.models import Tenant
from tests.demo.conftest import NOW


def test_scores_are_those_of_the_answers_and_answers_those_of_what_happened(in_demo: Tenant) -> None:
    card = Scorecard.objects.get()
    asked = scorecards.asked(scorecards.access_scorecard(str(card.id)).versions.all()[0])
    episodes = {(str(one.conversation_id), one.number): one for one in Episode.objects.exclude(conversation=None)}
    done = Assessment.objects.filter(done_at__isnull=False, second_of=None).prefetch_related("answers")
    for one in done:
        told = {answer.question: answer for answer in one.answers.all()}
        assert one.score == scoring.score(asked, {name: answer.worth for name, answer in told.items()}).score
        episode = episodes[(str(one.conversation_id), one.episode)]
        came_back = episode.reopened_at is not None or episode.repeat_at is not None
        unhappy = episode.satisfaction is not None and episode.satisfaction <= 2
        assert (told["right"].value == "no") == (came_back or unhappy)
        assert one.reviewer_id not in (None, one.agent_id)
    assert len(done) > 40


def test_there_is_something_of_everything(in_demo: Tenant) -> None:
    card = scorecards.access_scorecard(str(Scorecard.objects.get().id))
    told = agreement.measured(card, days=90, now=NOW)
    assert told["pairs"] >= 5
    assert agreement.differing(card, days=90, limit=10, cursor="", now=NOW)["data"]
    assert Assessment.objects.filter(done_at=None).count() >= 5
    assert Assessment.objects.filter(dispute="open").count() == 1
    assert AssessmentOutcome.objects.filter(kind="coaching").exists()
    assert set(SamplingPick.objects.values_list("draw__plan__wanted", flat=True)) >= {"random", "low_satisfaction"}
