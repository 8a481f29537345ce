"""The metrics of trust: whether customers were served well."""

from django.db.models import F, Q
from django.utils.translation import gettext_noop

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
        gettext_noop("Resolution quality"),
        Group.TRUST,
        Unit.SHARE,
        Better.UP,
        Share(EVERY, LASTING),
        gettext_noop("Conversations that were answered and stayed solved."),
        gettext_noop(
            "Of the conversations that ended, those in which somebody answered and after which, for 7 days, the "
            "customer neither opened it again nor came again on the same topic. What went on in another conversation "
            "by merging does not count."
        ),
        settled=True,
    ),
    Metric(
        "repeat_contact",
        gettext_noop("Repeat contact"),
        Group.TRUST,
        Unit.SHARE,
        Better.DOWN,
        Share(EVERY, Q(repeat_at__isnull=False)),
        gettext_noop("Customers who came again on the same topic within a week."),
        gettext_noop(
            "Of the conversations that ended, those whose customer began another one on the same topic within 7 days. "
            "Opening the same conversation again is not counted here but as reopened."
        ),
        settled=True,
    ),
    Metric(
        "reopened",
        gettext_noop("Reopened"),
        Group.TRUST,
        Unit.SHARE,
        Better.DOWN,
        Share(EVERY, REOPENED_SOON),
        gettext_noop("Conversations that were opened again within a week."),
        gettext_noop(
            "Of the conversations that ended, those that were opened again within 7 days. What happens from then on "
            "is a part of its own, which ends and counts by itself."
        ),
        settled=True,
    ),
    Metric(
        "csat",
        gettext_noop("Satisfaction"),
        Group.TRUST,
        Unit.SHARE,
        Better.UP,
        Share(RATED, SATISFIED),
        gettext_noop("Customers who rated 4 or 5 of 5."),
        gettext_noop(
            "Of the ratings that customers gave after a conversation ended, those of 4 or 5 on the scale from 1 to 5. "
            "Who did not answer the question is not counted; see the response rate."
        ),
    ),
    Metric(
        "csat_assistant",
        gettext_noop("Satisfaction, assistant"),
        Group.TRUST,
        Unit.SHARE,
        Better.UP,
        Share(RATED & Q(rated_holder=RatedHolder.ASSISTANT), SATISFIED),
        gettext_noop("Customers who rated 4 or 5 where the assistant had the conversation in the end."),
        gettext_noop("As satisfaction, of the conversations that the assistant held when they ended."),
    ),
    Metric(
        "csat_agent",
        gettext_noop("Satisfaction, people"),
        Group.TRUST,
        Unit.SHARE,
        Better.UP,
        Share(RATED & Q(rated_holder=RatedHolder.AGENT), SATISFIED),
        gettext_noop("Customers who rated 4 or 5 where a person had the conversation in the end."),
        gettext_noop("As satisfaction, of the conversations that a person held when they ended."),
    ),
    Metric(
        "effort_rating",
        gettext_noop("Ease, as customers say"),
        Group.TRUST,
        Unit.SCORE,
        Better.UP,
        Mean(Q(effort__isnull=False), F("effort"), RATING),
        gettext_noop("How easy it was for customers, from 1 to 5."),
        gettext_noop("The mean of what customers answered to how easy it was to get help; 5 is very easy."),
    ),
    Metric(
        "survey_response",
        gettext_noop("Response rate"),
        Group.TRUST,
        Unit.SHARE,
        None,
        Share(Q(surveyed=True), Q(satisfaction__isnull=False) | Q(effort__isnull=False)),
        gettext_noop("Customers who answered when they were asked how it was."),
        gettext_noop(
            "Of the conversations after which the customer was asked, those in which they answered at least one "
            "question. The lower it is, the less the ratings say about all customers."
        ),
    ),
    Metric(
        "effort_score",
        gettext_noop("Customer effort"),
        Group.TRUST,
        Unit.SCORE,
        Better.DOWN,
        Mean(EVERY, plus("customer_turns", "reasks", "repeats", "transfers"), EACH),
        gettext_noop(
            "How much customers had to do: points for writing, being asked again, saying again, being passed on."
        ),
        gettext_noop(
            "The mean number of points: one for each time that the customer wrote (several messages in a row are one "
            "time), one for each question for something that they had told already, one for each thing that they said "
            "again after a handover, and one for each time that they were passed on to another team or person."
        ),
    ),
    Metric(
        "customer_turns",
        gettext_noop("Turns of the customer"),
        Group.TRUST,
        Unit.RATIO,
        Better.DOWN,
        Mean(EVERY, F("customer_turns"), EACH),
        gettext_noop("How many times a customer wrote."),
        gettext_noop(
            "The mean number of times that the customer wrote in a conversation; several messages in a row are one "
            "time."
        ),
    ),
    Metric(
        "reasks",
        gettext_noop("Asked again"),
        Group.TRUST,
        Unit.RATIO,
        Better.DOWN,
        Mean(EVERY, F("reasks"), EACH),
        gettext_noop("How often a customer was asked for what they had told already."),
        gettext_noop(
            "The mean number of questions, by a person or by the assistant, for something that the customer had told "
            "before or that was known of them."
        ),
    ),
    Metric(
        "repeats_after_handover",
        gettext_noop("Had to repeat after a handover"),
        Group.TRUST,
        Unit.SHARE,
        Better.DOWN,
        Share(Q(handovers__gt=0) & BY_PEOPLE, Q(repeats__gt=0)),
        gettext_noop("Handovers after which the customer had to say something again."),
        gettext_noop(
            "Of the conversations that were handed over and that a person answered, those in which the customer said "
            "again what stood on the handover's card."
        ),
    ),
    Metric(
        "transfers",
        gettext_noop("Passed on"),
        Group.TRUST,
        Unit.RATIO,
        Better.DOWN,
        Mean(BY_PEOPLE, F("transfers"), EACH),
        gettext_noop("How often customers were passed on between teams and people."),
        gettext_noop(
            "The mean number of times that a conversation with people went from one team or person to another; the "
            "handover from the assistant is not one of them."
        ),
    ),
    Metric(
        "time_to_person",
        gettext_noop("Time to a person"),
        Group.TRUST,
        Unit.SECONDS,
        Better.DOWN,
        Median(Q(person_wait__isnull=False) & ~Q(needless=True), "person_wait"),
        gettext_noop("From the handover until a person's first words, when a person was needed."),
        gettext_noop(
            "The median time from the moment when the conversation left the assistant until the first words of a "
            "person. Handovers that somebody labelled as needless do not count, and neither do those who still wait "
            "or left before anybody answered."
        ),
        clock=Clock.BEGAN,
    ),
    Metric(
        "missed_escalations",
        gettext_noop("Missed handovers"),
        Group.TRUST,
        Unit.SHARE,
        Better.DOWN,
        Sampled(Q(missed__isnull=False, review_weight__isnull=False), Q(missed=True), "review_weight"),
        gettext_noop("Conversations of the assistant alone in which a person was needed."),
        gettext_noop(
            "Estimated from the conversations that were drawn for review and judged. Doubtful ones are drawn more "
            "often, and each stands for as many as its chance to be drawn says."
        ),
    ),
    Metric(
        "needless_escalations",
        gettext_noop("Needless handovers"),
        Group.TRUST,
        Unit.SHARE,
        Better.DOWN,
        Share(Q(needless__isnull=False), Q(needless=True)),
        gettext_noop("Handovers that would not have been needed."),
        gettext_noop("Of the handovers that somebody labelled, those labelled as not needed."),
    ),
    Metric(
        "mood_change",
        gettext_noop("Change of mood"),
        Group.TRUST,
        Unit.SCORE,
        Better.UP,
        Mean(Q(mood_start__isnull=False, mood_end__isnull=False), F("mood_end") - F("mood_start"), MOOD),
        gettext_noop("How much better the customer's mood was at the end than at the start."),
        gettext_noop(
            "The mean of the mood in the customer's last words less that in the first ones. Mood goes from -1 (angry "
            "or in distress) to 1 (content), as measured from the words."
        ),
    ),
    Metric(
        "churn_risk",
        gettext_noop("At risk of leaving"),
        Group.TRUST,
        Unit.SHARE,
        Better.DOWN,
        Share(Q(churn__isnull=False), Q(churn__gte=THRESHOLD)),
        gettext_noop("Customers whose words said that they might leave."),
        gettext_noop(
            "Of the conversations in which the risk of leaving was measured, those in which it came to 50% or more."
        ),
    ),
    Metric(
        "saves",
        gettext_noop("Saved"),
        Group.TRUST,
        Unit.SHARE,
        Better.UP,
        Share(Q(saved__isnull=False), Q(saved=True)),
        gettext_noop("Customers at risk of leaving with whom it ended well."),
        gettext_noop(
            "Of the conversations with a customer at risk of leaving of which the outcome is known, those that ended "
            "well."
        ),
    ),
    Metric(
        "promises_kept",
        gettext_noop("Promises kept"),
        Group.TRUST,
        Unit.SHARE,
        Better.UP,
        Parts("promises_kept", "promises_broken"),
        gettext_noop("Promises to customers that were kept."),
        gettext_noop(
            "Of the promises made to customers in conversations that ended, those that were kept. Promises that are "
            "not due yet or were not needed any more do not count."
        ),
    ),
)
