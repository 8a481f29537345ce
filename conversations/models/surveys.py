"""What customers say about a conversation once it is over, and when a company asks them."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone

from agents.models import Agent, Team
from conversations.models.conversation import Conversation, Holder
from tenants.ids import IdField

MOST = 5  # of satisfaction and of effort, from 1


class AskedBy(models.TextChoices):
    """By which way a customer was asked."""

    WIDGET = "widget", "Widget"
    MAIL = "mail", "E-mail"


class Survey(models.Model):
    """The question after one episode of a conversation, asked by one way at most, and what the customer answered.

    `asked_at` and `channel` are set together, by whichever way comes first: the widget once it shows the question,
    or the mail that leaves. A survey that was never shown counts nowhere. `satisfaction` and `effort` go from 1 to 5,
    which is very satisfied and very easy. `holder`, `agent` and `team` had the conversation when it was resolved.
    """

    id = IdField("srv")
    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="surveys", db_index=False)
    episode = models.PositiveSmallIntegerField(help_text="Of the conversation, from 1: how often it was resolved")
    ended_seq = models.PositiveIntegerField(help_text="Of the entry of the log that says so")
    ended_at = models.DateTimeField()
    holder = models.CharField(max_length=9, choices=Holder)
    agent = models.ForeignKey(Agent, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", db_index=False)
    team = models.ForeignKey(Team, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", db_index=False)
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    expires_at = models.DateTimeField()
    channel = models.CharField(max_length=6, choices=AskedBy, blank=True)
    asked_at = models.DateTimeField(null=True, blank=True)
    dismissed_at = models.DateTimeField(null=True, blank=True, help_text="The customer put the question away")
    refused_at = models.DateTimeField(null=True, blank=True, help_text="The customer wants to be asked no more")
    answered_at = models.DateTimeField(null=True, blank=True, help_text="First; it may be changed for ten minutes")
    satisfaction = models.PositiveSmallIntegerField(null=True, blank=True)
    effort = models.PositiveSmallIntegerField(null=True, blank=True)
    comment = models.TextField(blank=True)
    heard_at = models.DateTimeField(null=True, blank=True, help_text="When the desk was told: csat.received")
    replied_at = models.DateTimeField(null=True, blank=True)
    replied_by = models.ForeignKey(
        Agent, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", db_index=False
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["conversation", "episode"], name="survey_once_per_episode"),
            models.CheckConstraint(
                condition=Q(channel="", asked_at__isnull=True) | (~Q(channel="") & Q(asked_at__isnull=False)),
                name="survey_asked_by_one_way",
            ),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, satisfaction__isnull=True, effort__isnull=True, comment="")
                | Q(answered_at__isnull=False, satisfaction__isnull=False, asked_at__isnull=False),
                name="survey_answers_what_was_asked",
            ),
            models.CheckConstraint(
                condition=Q(satisfaction__isnull=True) | Q(satisfaction__range=(1, MOST)), name="survey_satisfaction"
            ),
            models.CheckConstraint(condition=Q(effort__isnull=True) | Q(effort__range=(1, MOST)), name="survey_effort"),
        ]
        indexes = [models.Index(fields=["-id"], name="survey_answered", condition=Q(answered_at__isnull=False))]

    def __str__(self) -> str:
        return f"{self.conversation_id} {self.episode}: {self.satisfaction or 'not answered'}"


class SurveySettings(models.Model):
    """When customers are asked; one row, or none where nothing was changed."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    in_widget = models.BooleanField(default=True)
    by_mail = models.BooleanField(default=False, help_text="Off until somebody knows that the law allows it here")
    mail_after = models.PositiveIntegerField(default=60, help_text="Minutes, unless the widget showed the question")
    every_days = models.PositiveSmallIntegerField(
        default=30, help_text="A customer is asked once in so many; 0: always"
    )
    asks_effort = models.BooleanField(default=True)
    low_from = models.PositiveSmallIntegerField(default=2, help_text="Satisfaction up to this is low")
    alerts = models.BooleanField(default=True, help_text="Supervisors are told of low ones")
    reopens = models.BooleanField(default=False, help_text="Low ones bring the conversation back to its team")
    not_tagged = ArrayField(models.CharField(max_length=40), default=list, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(id=1), name="survey_settings_one_row"),
            models.CheckConstraint(condition=Q(low_from__range=(1, MOST - 1)), name="survey_settings_low"),
        ]

    def __str__(self) -> str:
        ways = [name for name, on in (("widget", self.in_widget), ("e-mail", self.by_mail)) if on]
        return " and ".join(ways) or "nobody is asked"
