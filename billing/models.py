"""What a company subscribed to, what is metered, and what it was credited (tenant's schema)."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils import timezone

from tenants.ids import IdField


class UsageRecord(models.Model):
    """One turn that the assistant answered; written in the transaction of its message, once."""

    message_id = models.UUIDField(unique=True)
    conversation_id = models.UUIDField(db_index=True)
    recorded_at = models.DateTimeField(default=timezone.now, db_index=True)

    def __str__(self) -> str:
        return f"turn {self.message_id}"


class Standing(models.TextChoices):
    """How a company stands with its plan."""

    TRIAL = "trial", "In its trial, with or without a subscription that begins after it"
    FREE = "free", "On the free plan"
    ACTIVE = "active", "Subscribed and paid"
    PAST_DUE = "past_due", "Subscribed; a payment failed and is tried again"
    UNPAID = "unpaid", "Subscribed; every try to be paid failed"
    COMPLIMENTARY = "complimentary", "Given by the operator"


class Subscription(models.Model):
    """The company's plan as it stands; one row, or none before anything happened (then the trial counts).

    With a Stripe subscription it is a copy of Stripe's state, written by `billing.following` alone. `ticket` is drawn
    before each fetch, and what was fetched is applied if nothing was applied that was fetched by a later ticket.
    """

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    standing = models.CharField(max_length=13, choices=Standing, default=Standing.TRIAL)
    plan = models.CharField(max_length=8, help_text="PlanKey")
    interval = models.CharField(max_length=5, blank=True, help_text="Of the seats: month or year")
    seats = models.PositiveIntegerField(null=True, blank=True, help_text="Paid for; the plan's own limit when empty")
    trial_ends_at = models.DateTimeField(null=True, blank=True)
    began_at = models.DateTimeField(null=True, blank=True, help_text="When it was first subscribed")
    period_start = models.DateTimeField(null=True, blank=True, help_text="Of usage: a month")
    period_end = models.DateTimeField(null=True, blank=True)
    renews_at = models.DateTimeField(null=True, blank=True, help_text="When the seats are paid next")
    ends_at = models.DateTimeField(null=True, blank=True, help_text="It was cancelled and ends then")
    overage = models.BooleanField(default=False, help_text="Resolutions beyond the bundle are bought, up to the limit")
    overage_limit_cents = models.PositiveIntegerField(null=True, blank=True, help_text="In a period")
    unpaid_since = models.DateTimeField(null=True, blank=True, help_text="When the first try to be paid failed")
    over_seats_since = models.DateTimeField(null=True, blank=True, help_text="More people than seats since then")
    next_try_at = models.DateTimeField(null=True, blank=True, help_text="When Stripe tries to be paid again")
    owed_page = models.CharField(max_length=500, blank=True, help_text="Where the invoice that is owed is paid")
    discount = models.CharField(max_length=200, blank=True, help_text="In words")
    card = models.CharField(max_length=60, blank=True, help_text="Its brand and last digits")
    stripe_subscription = models.CharField(max_length=64, blank=True)
    stripe_seat_item = models.CharField(max_length=64, blank=True)
    stripe_usage_item = models.CharField(max_length=64, blank=True)
    stripe_invoice = models.CharField(max_length=64, blank=True, help_text="The newest")
    ticket = models.PositiveBigIntegerField(default=0)
    applied_ticket = models.PositiveBigIntegerField(default=0)
    applied_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(id=1), name="subscription_one"),
            models.CheckConstraint(
                condition=Q(period_start__isnull=True) | Q(period_end__gt=models.F("period_start")),
                name="subscription_period_forward",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan}, {self.standing}"


class WriteState(models.TextChoices):
    """Where something that was asked of Stripe stands."""

    ASKED = "asked", "Asked; nobody knows yet whether it was done"
    DONE = "done", "Done"
    REFUSED = "refused", "Refused"


class StripeWrite(models.Model):
    """Something that is to be changed at Stripe, stored before it is asked; its id is the idempotency key."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=24)
    wanted = models.JSONField(default=dict, help_text="What was asked for; no secrets")
    asked_by = models.CharField(max_length=40, blank=True)
    state = models.CharField(max_length=8, choices=WriteState, default=WriteState.ASKED)
    result = models.CharField(max_length=80, blank=True, help_text="The id of what came of it")
    problem = models.CharField(max_length=200, blank=True)
    asked_at = models.DateTimeField(default=timezone.now, editable=False)
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["state", "asked_at"], name="stripe_write_open")]

    def __str__(self) -> str:
        return f"{self.kind} {self.state}"


class How(models.TextChoices):
    """By which part of the stated rule a resolution counts."""

    CONFIRMED = "confirmed", "The customer said that it helped"
    RATED = "rated", "The customer rated it well"
    SATISFIED = "satisfied", "The customer had the answer and left with nothing open"


class Free(models.TextChoices):
    """Why a resolution is not charged."""

    TRIAL = "trial", "It was counted in the trial"
    PLAN = "plan", "The plan charges no resolutions"
    GIVEN = "given", "The plan was given by the operator"
    CAP = "cap", "It came after the last one that the cap allows"
    LATE = "late", "Baton learned of it when its period was over"
    NOBODY = "nobody", "Nobody is billed here"


class Resolution(models.Model):
    """One metered unit: an episode that the assistant verifiably resolved alone. Written once, never changed but for
    `pushed_at`; holds no words, only the numbers of the messages that it rests on.
    """

    id = IdField("res")
    conversation_id = models.UUIDField()
    episode = models.PositiveSmallIntegerField(help_text="Its number within the conversation")
    ended_at = models.DateTimeField(help_text="When the episode was resolved")
    counted_at = models.DateTimeField(default=timezone.now)
    how = models.CharField(max_length=9, choices=How)
    evidence = models.JSONField(default=dict, help_text="Numbers of messages, and what was measured")
    period_start = models.DateTimeField(help_text="Of the period in which it counts")
    billable = models.BooleanField(default=False, help_text="Told to Stripe; not so in a trial, for free, over the cap")
    free_because = models.CharField(max_length=8, choices=Free, blank=True, help_text="Empty where it is billable")
    pushed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-counted_at", "-id"]
        constraints = [models.UniqueConstraint(fields=["conversation_id", "episode"], name="resolution_counts_once")]
        indexes = [
            models.Index(fields=["-counted_at", "-id"], name="resolution_newest"),
            models.Index(fields=["period_start"], name="resolution_of_period"),
            models.Index(fields=["id"], name="resolution_unpushed", condition=Q(billable=True, pushed_at=None)),
        ]

    def __str__(self) -> str:
        return f"resolution {self.id}"


class CreditReason(models.TextChoices):
    """Why a resolution is not paid after all."""

    REOPENED = "reopened", "The conversation was opened again within seven days"
    CAME_AGAIN = "came_again", "The customer came again with it within seven days"
    RATED_BADLY = "rated_badly", "The customer rated it badly"
    REVIEWED = "reviewed", "A review says that a person was needed"
    DISPUTED = "disputed", "The company disputed it"


class Credit(models.Model):
    """A resolution is taken back, once; it counts in the period in which it is given."""

    id = IdField("crd")
    resolution = models.OneToOneField(Resolution, on_delete=models.PROTECT, related_name="credit")
    reason = models.CharField(max_length=12, choices=CreditReason)
    evidence = models.JSONField(default=dict)
    at = models.DateTimeField(default=timezone.now)
    period_start = models.DateTimeField()
    billable = models.BooleanField(default=False, help_text="As the resolution's: told to Stripe")
    pushed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [
            models.Index(fields=["period_start"], name="credit_of_period"),
            models.Index(fields=["id"], name="credit_unpushed", condition=Q(billable=True, pushed_at=None)),
        ]

    def __str__(self) -> str:
        return f"credit for {self.resolution_id}"


class DisputeState(models.TextChoices):
    """What became of a dispute."""

    OPEN = "open", "Somebody looks at it"
    UPHELD = "upheld", "Credited"
    DECLINED = "declined", "Not credited"


class Dispute(models.Model):
    """The company says that a resolution was none."""

    id = IdField("dsp")
    resolution = models.OneToOneField(Resolution, on_delete=models.PROTECT, related_name="dispute")
    reason = models.CharField(max_length=500)
    by = models.CharField(max_length=40, help_text="The id of who disputes it")
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField(default=timezone.now)
    state = models.CharField(max_length=8, choices=DisputeState, default=DisputeState.OPEN)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.CharField(max_length=120, blank=True)
    answer = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"dispute of {self.resolution_id}"


class UsageNotice(models.Model):
    """Owners and admins were told that so much of a period's bundle, or limit, is used; once for each."""

    period_start = models.DateTimeField()
    percent = models.PositiveSmallIntegerField()
    of = models.CharField(max_length=8, default="bundle", help_text="bundle or limit")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["period_start", "percent", "of"], name="usage_notice_once"),
        ]

    def __str__(self) -> str:
        return f"{self.percent}% of {self.of}"
