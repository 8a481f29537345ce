"""The metrics of trust: whether customers were served well."""

from django.db.models import F, Q

from conversations.insights.intervals import Scale
from conversations.insights.measures import Mean, Median, Parts, Sampled, Share, plus
from conversations.insights.metric import (
    BY_PEOPLE,
    EVERY,
    LASTING,
    REOPENED_SOON,
    Better,
    Clock,
    Group,
    Metric,
    Unit,
)
from conversations.models import RatedHolder
from escalation.signals.sensing import THRESHOLD

RATED = Q(satisfaction__isnull=False)
SATISFIED = Q(satisfaction__gte=4)
EACH = Scale(least=0.0, step=1.0)  # things that are counted
MOOD = Scale(least=-2.0, most=2.0)
RATING = Scale(least=1.0, most=5.0, step=1.0)

TRUST = (
    Metric(
        "resolution_quality",
        "Resolution quality",
        Group.TRUST,
        Unit.SHARE,
        Better.UP,
        Share(EVERY, LASTING),
        "Conversations that were answered and stayed solved.",
        "Of the conversations that ended, those in which somebody answered and after which, for 7 days, the customer"
        " neither opened it again nor came again on the same topic. What went on in another conversation by merging"
        " does not count.",
        settled=True,
    ),
    Metric(
        "repeat_contact",
        "Repeat contact",
        Group.TRUST,
        Unit.SHARE,
        Better.DOWN,
        Share(EVERY, Q(repeat_at__isnull=False)),
        "Customers who came again on the same topic within a week.",
        "Of the conversations that ended, those whose customer began another one on the same topic within 7 days."
        " Opening the same conversation again is not counted here but as reopened.",
        settled=True,
    ),
    Metric(
        "reopened",
        "Reopened",
        Group.TRUST,
        Unit.SHARE,
        Better.DOWN,
        Share(EVERY, REOPENED_SOON),
        "Conversations that were opened again within a week.",
        "Of the conversations that ended, those that were opened again within 7 days. What happens from then on is a"
        " part of its own, which ends and counts by itself.",
        settled=True,
    ),
    Metric(
        "csat",
        "Satisfaction",
        Group.TRUST,
        Unit.SHARE,
        Better.UP,
        Share(RATED, SATISFIED),
        "Customers who rated 4 or 5 of 5.",
        "Of the ratings that customers gave after a conversation ended, those of 4 or 5 on the scale from 1 to 5. Who"
        " did not answer the question is not counted; see the response rate.",
    ),
    Metric(
        "csat_assistant",
        "Satisfaction, assistant",
        Group.TRUST,
        Unit.SHARE,
        Better.UP,
        Share(RATED & Q(rated_holder=RatedHolder.ASSISTANT), SATISFIED),
        "Customers who rated 4 or 5 where the assistant had the conversation in the end.",
        "As satisfaction, of the conversations that the assistant held when they ended.",
    ),
    Metric(
        "csat_agent",
        "Satisfaction, people",
        Group.TRUST,
        Unit.SHARE,
        Better.UP,
        Share(RATED & Q(rated_holder=RatedHolder.AGENT), SATISFIED),
        "Customers who rated 4 or 5 where a person had the conversation in the end.",
        "As satisfaction, of the conversations that a person held when they ended.",
    ),
    Metric(
        "effort_rating",
        "Ease, as customers say",
        Group.TRUST,
        Unit.SCORE,
        Better.UP,
        Mean(Q(effort__isnull=False), F("effort"), RATING),
        "How easy it was for customers, from 1 to 5.",
        "The mean of what customers answered to how easy it was to get help; 5 is very easy.",
    ),
    Metric(
        "survey_response",
        "Response rate",
        Group.TRUST,
        Unit.SHARE,
        None,
        Share(Q(surveyed=True), Q(satisfaction__isnull=False) | Q(effort__isnull=False)),
        "Customers who answered when they were asked how it was.",
        "Of the conversations after which the customer was asked, those in which they answered at least one question."
        " The lower it is, the less the ratings say about all customers.",
    ),
    Metric(
        "effort_score",
        "Customer effort",
        Group.TRUST,
        Unit.SCORE,
        Better.DOWN,
        Mean(EVERY, plus("customer_turns", "reasks", "repeats", "transfers"), EACH),
        "How much customers had to do: points for writing, being asked again, saying again, being passed on.",
        "The mean number of points: one for each time that the customer wrote (several messages in a row are one"
        " time), one for each question for something that they had told already, one for each thing that they said"
        " again after a handover, and one for each time that they were passed on to another team or person.",
    ),
    Metric(
        "customer_turns",
        "Turns of the customer",
        Group.TRUST,
        Unit.RATIO,
        Better.DOWN,
        Mean(EVERY, F("customer_turns"), EACH),
        "How many times a customer wrote.",
        "The mean number of times that the customer wrote in a conversation; several messages in a row are one time.",
    ),
    Metric(
        "reasks",
        "Asked again",
        Group.TRUST,
        Unit.RATIO,
        Better.DOWN,
        Mean(EVERY, F("reasks"), EACH),
        "How often a customer was asked for what they had told already.",
        "The mean number of questions, by a person or by the assistant, for something that the customer had told"
        " before or that was known of them.",
    ),
    Metric(
        "repeats_after_handover",
        "Had to repeat after a handover",
        Group.TRUST,
        Unit.SHARE,
        Better.DOWN,
        Share(Q(handovers__gt=0) & BY_PEOPLE, Q(repeats__gt=0)),
        "Handovers after which the customer had to say something again.",
        "Of the conversations that were handed over and that a person answered, those in which the customer said again"
        " what stood on the handover's card.",
    ),
    Metric(
        "transfers",
        "Passed on",
        Group.TRUST,
        Unit.RATIO,
        Better.DOWN,
        Mean(BY_PEOPLE, F("transfers"), EACH),
        "How often customers were passed on between teams and people.",
        "The mean number of times that a conversation with people went from one team or person to another; the"
        " handover from the assistant is not one of them.",
    ),
    Metric(
        "time_to_person",
        "Time to a person",
        Group.TRUST,
        Unit.SECONDS,
        Better.DOWN,
        Median(Q(person_wait__isnull=False) & ~Q(needless=True), "person_wait"),
        "From the handover until a person's first words, when a person was needed.",
        "The median time from the moment when the conversation left the assistant until the first words of a person."
        " Handovers that somebody labelled as needless do not count, and neither do those who still wait or left"
        " before anybody answered.",
        clock=Clock.BEGAN,
    ),
    Metric(
        "missed_escalations",
        "Missed handovers",
        Group.TRUST,
        Unit.SHARE,
        Better.DOWN,
        Sampled(Q(missed__isnull=False, review_weight__isnull=False), Q(missed=True), "review_weight"),
        "Conversations of the assistant alone in which a person was needed.",
        "Estimated from the conversations that were drawn for review and judged. Doubtful ones are drawn more often,"
        " and each stands for as many as its chance to be drawn says.",
    ),
    Metric(
        "needless_escalations",
        "Needless handovers",
        Group.TRUST,
        Unit.SHARE,
        Better.DOWN,
        Share(Q(needless__isnull=False), Q(needless=True)),
        "Handovers that would not have been needed.",
        "Of the handovers that somebody labelled, those labelled as not needed.",
    ),
    Metric(
        "mood_change",
        "Change of mood",
        Group.TRUST,
        Unit.SCORE,
        Better.UP,
        Mean(Q(mood_start__isnull=False, mood_end__isnull=False), F("mood_end") - F("mood_start"), MOOD),
        "How much better the customer's mood was at the end than at the start.",
        "The mean of the mood in the customer's last words less that in the first ones. Mood goes from -1 (angry or in"
        " distress) to 1 (content), as measured from the words.",
    ),
    Metric(
        "churn_risk",
        "At risk of leaving",
        Group.TRUST,
        Unit.SHARE,
        Better.DOWN,
        Share(Q(churn__isnull=False), Q(churn__gte=THRESHOLD)),
        "Customers whose words said that they might leave.",
        "Of the conversations in which the risk of leaving was measured, those in which it came to 50% or more.",
    ),
    Metric(
        "saves",
        "Saved",
        Group.TRUST,
        Unit.SHARE,
        Better.UP,
        Share(Q(saved__isnull=False), Q(saved=True)),
        "Customers at risk of leaving with whom it ended well.",
        "Of the conversations with a customer at risk of leaving of which the outcome is known, those that ended well.",
    ),
    Metric(
        "promises_kept",
        "Promises kept",
        Group.TRUST,
        Unit.SHARE,
        Better.UP,
        Parts("promises_kept", "promises_broken"),
        "Promises to customers that were kept.",
        "Of the promises made to customers in conversations that ended, those that were kept. Promises that are not"
        " due yet or were not needed any more do not count.",
    ),
)
