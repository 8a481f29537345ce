"""What the shop's customers said of its past is theirs to say, and follows from how it went."""

import pytest
from django.db.models import Avg, F, Q

from conversations.models import AskedBy, Decision, Episode, Holder, Survey
from conversations.surveys import ending, listing
from conversations.surveys.listing import Among
from tests.there import there

pytestmark = pytest.mark.usefixtures("in_demo")


def test_enough_are_asked_by_both_ways_and_no_rate_is_too_good_to_be_true() -> None:
    figures = listing.figures(Among(days=3660))
    assert figures["asked"] > 300
    assert 0.35 < there(figures["by_channel"]["widget"]["response"])["value"] < 0.6
    assert 0.1 < there(figures["by_channel"]["mail"]["response"])["value"] < 0.4
    assert 0.6 < there(figures["csat"])["value"] < 0.92
    assert figures["low_open"] >= 5
    assert all(figures["satisfaction"])


def test_each_survey_is_of_the_end_that_the_log_tells() -> None:
    for survey in Survey.objects.select_related("conversation").order_by("-id")[:12]:
        end = ending.last(survey.conversation)
        assert end is not None
        held = ending.held(survey.conversation, end)
        assert (survey.episode, survey.ended_seq, survey.ended_at) == (end.number, end.seq, end.at)
        assert (survey.holder, survey.agent, survey.team) == (held.holder, held.agent, held.team)
        assert ending.was_answered(survey.conversation, end)
        assert survey.channel == AskedBy.WIDGET or survey.conversation.customer.email


def test_who_left_upset_rated_lower_and_reports_know_it() -> None:
    rated = Episode.objects.filter(satisfaction__isnull=False)
    assert rated.count() == Survey.objects.filter(answered_at__isnull=False).count()
    felt = Q(facts__signals__anger__value__gt=0.5) | Q(facts__signals__distress__value__gt=0.5)
    strained = Decision.objects.filter(felt).values("conversation")
    upset = rated.filter(conversation__in=strained).aggregate(mean=Avg("satisfaction"))["mean"]
    calm = rated.exclude(conversation__in=strained).aggregate(mean=Avg("satisfaction"))["mean"]
    assert upset < calm - 0.5
    assert not rated.filter(rated_holder=Holder.QUEUE).exists()
    assert not Survey.objects.filter(answered_at__lt=F("asked_at")).exists()
