"""What the requests about assessments may carry; anything else is an error that names the field."""

from typing import Any

from django.utils.translation import gettext
from rest_framework import serializers

from conversations.assessments import questions, scores
from conversations.assessments.filtering import SOURCES
from conversations.models import Assessed, Channel, OutcomeKind, Part, Stratum, Verdict, Wanted
from conversations.quality.forms import MOST_DAYS, TriggerField
from conversations.settings.forms import OneLine
from tenants import cursors, wholes

LONGEST_WORDS = 4000


class IdOfOurs(serializers.RegexField):
    """The id of a section, a question or a choice; empty for a new one."""

    def __init__(self) -> None:
        problem = {"invalid": "This is no id of ours; leave it empty for something new."}
        super().__init__(
            r"^[a-z0-9_]{0,20}\Z", required=False, allow_blank=True, default="", error_messages={**problem}
        )


class ScorecardChoiceForm(serializers.Serializer[None]):
    """One of the answers of a question; without a worth it does not count."""

    id = IdOfOurs()
    label = OneLine(max_length=80)  # type: ignore[assignment]
    worth = serializers.FloatField(min_value=0, max_value=1, allow_null=True)


class ScorecardQuestionForm(serializers.Serializer[None]):
    """A question of a scorecard."""

    id = IdOfOurs()
    text = OneLine(max_length=200)
    help = OneLine(max_length=400, required=False, allow_blank=True, default="")
    kind = serializers.ChoiceField(choices=questions.KINDS)
    weight = serializers.IntegerField(min_value=1, max_value=questions.HEAVIEST, default=1)
    critical = serializers.BooleanField(default=False)
    may_not_apply = serializers.BooleanField(default=True)
    good = serializers.ChoiceField(choices=[questions.YES, questions.NO], default=questions.YES)
    steps = serializers.ChoiceField(choices=questions.STEPS, default=5)
    choices = serializers.ListField(
        child=ScorecardChoiceForm(), required=False, default=list, max_length=questions.MOST_CHOICES
    )


class ScorecardSectionForm(serializers.Serializer[None]):
    """Questions on one subject."""

    id = IdOfOurs()
    title = OneLine(max_length=80)
    questions = serializers.ListField(child=ScorecardQuestionForm(), min_length=1, max_length=questions.MOST_QUESTIONS)


class ScorecardForm(serializers.Serializer[None]):
    """A scorecard as a whole."""

    name = OneLine(max_length=80)
    describes = OneLine(max_length=300, required=False, allow_blank=True, default="")
    looks_at = serializers.ChoiceField(choices=Assessed.choices)
    sections = serializers.ListField(child=ScorecardSectionForm(), min_length=1, max_length=questions.MOST_SECTIONS)


class SamplingPlanForm(serializers.Serializer[None]):
    """A list; a change names some of it."""

    name = OneLine(max_length=80)
    scorecard_id = serializers.CharField(max_length=40)
    wanted = serializers.ChoiceField(choices=Wanted.choices)
    per_week = serializers.IntegerField(min_value=1, max_value=500)
    spread_by = serializers.ChoiceField(choices=Stratum.choices, required=False, allow_blank=True, default="")
    second_share = serializers.FloatField(min_value=0, max_value=1, default=0.0)
    team_id = serializers.CharField(max_length=40, allow_null=True, default=None)
    agent_id = serializers.CharField(max_length=40, allow_null=True, default=None)
    topic = OneLine(max_length=80, required=False, allow_blank=True, default="")
    is_active = serializers.BooleanField(default=True)


class BeginAssessmentForm(serializers.Serializer[None]):
    """Which conversation somebody wants to assess, and with which card."""

    conversation_id = serializers.CharField(max_length=40)
    scorecard_id = serializers.CharField(max_length=40)


class AssessmentAnswerForm(serializers.Serializer[None]):
    """The answer to one question."""

    question = serializers.CharField(max_length=20)
    value = serializers.CharField(max_length=20)
    quote_seq = serializers.IntegerField(min_value=1, max_value=wholes.LARGEST, allow_null=True, default=None)
    note = OneLine(max_length=500, required=False, allow_blank=True, default="")


class AnswersField(serializers.ListField):
    """Answers, each to another question."""

    child = AssessmentAnswerForm()

    def to_internal_value(self, data: Any) -> list[Any]:
        """No question is answered twice."""
        told = super().to_internal_value(data)
        if len({one["question"] for one in told}) < len(told):
            raise serializers.ValidationError(gettext("A question is answered twice."))
        return told


class AssessmentForm(serializers.Serializer[None]):
    """What a reviewer filled in; `done` finishes it."""

    answers = AnswersField(max_length=questions.MOST_QUESTIONS)
    comment = serializers.CharField(max_length=LONGEST_WORDS, required=False, allow_blank=True, default="")
    done = serializers.BooleanField(default=False)


class SkipAssessmentForm(serializers.Serializer[None]):
    """Why one is passed over."""

    because = OneLine(max_length=200)


class AssessmentReplyForm(serializers.Serializer[None]):
    """What the agent says to it."""

    text = serializers.CharField(max_length=LONGEST_WORDS)
    disputes = serializers.BooleanField(default=False)


class AssessmentDecisionForm(serializers.Serializer[None]):
    """What is decided about a dispute: with answers it is put right, without any it stays."""

    text = serializers.CharField(max_length=LONGEST_WORDS)
    answers = AnswersField(max_length=questions.MOST_QUESTIONS, allow_null=True, default=None)


class AssessmentOutcomeForm(serializers.Serializer[None]):
    """What is set going; which of the fields it needs follows from its kind."""

    kind = serializers.ChoiceField(choices=OutcomeKind.choices)
    at_seq = serializers.IntegerField(min_value=1, max_value=wholes.LARGEST, allow_null=True, default=None)
    text = serializers.CharField(max_length=LONGEST_WORDS, required=False, allow_blank=True, default="")
    verdict = serializers.ChoiceField(choices=Verdict.choices, required=False, allow_blank=True, default="")
    trigger = TriggerField(required=False, allow_blank=True, default="")


class AssessmentsPageQuery(serializers.Serializer[None]):
    """Which page."""

    limit = serializers.IntegerField(min_value=1, max_value=100, default=50)
    cursor = serializers.CharField(max_length=cursors.LONGEST, required=False, allow_blank=True, default="")


class AssessmentsFilterQuery(serializers.Serializer[None]):
    """Which of those that are done."""

    days = serializers.IntegerField(min_value=7, max_value=MOST_DAYS, default=90)
    source = serializers.ChoiceField(choices=SOURCES, default="all")  # type: ignore[assignment]
    scorecard_id = serializers.CharField(max_length=40, required=False, allow_blank=True, default="")
    agent_id = serializers.CharField(max_length=40, required=False, allow_blank=True, default="")
    team_id = serializers.CharField(max_length=40, required=False, allow_blank=True, default="")
    topic = serializers.CharField(max_length=80, required=False, allow_blank=True, default="")
    channel = serializers.ChoiceField(choices=Channel.choices, required=False, allow_blank=True, default="")
    part = serializers.ChoiceField(choices=[Part.ASSISTANT, Part.AGENT], required=False, allow_blank=True, default="")
    rules_version = serializers.IntegerField(min_value=0, max_value=wholes.LARGEST, allow_null=True, default=None)
    knowledge_number = serializers.IntegerField(min_value=0, max_value=wholes.LARGEST, allow_null=True, default=None)
    engine = serializers.CharField(max_length=14, required=False, allow_blank=True, default="")
    because = serializers.ChoiceField(choices=[*Wanted.values, "chosen"], required=False, allow_blank=True, default="")
    week = serializers.DateField(required=False, allow_null=True, default=None, help_text="Its first day")
    failed = serializers.BooleanField(required=False, allow_null=True, default=None)


class AssessmentsQuery(AssessmentsPageQuery, AssessmentsFilterQuery):
    """Which list, and which of it."""

    state = serializers.ChoiceField(choices=["open", "disputed", "done"], default="open")


class ScoresQuery(AssessmentsFilterQuery):
    """By what."""

    by = serializers.ChoiceField(choices=list(scores.names()), default="agent")


class QuestionScoresQuery(AssessmentsFilterQuery):
    """Of which card."""

    scorecard_id = serializers.CharField(max_length=40)


class AgreementQuery(serializers.Serializer[None]):
    """Of which card, and how far back."""

    scorecard_id = serializers.CharField(max_length=40)
    days = serializers.IntegerField(min_value=7, max_value=MOST_DAYS, default=180)


class DifferingQuery(AssessmentsPageQuery, AgreementQuery):
    """A page of the pairs that differ."""
