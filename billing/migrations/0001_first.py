import uuid

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import tenants.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="UsageRecord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("message_id", models.UUIDField(unique=True)),
                ("conversation_id", models.UUIDField(db_index=True)),
                ("recorded_at", models.DateTimeField(db_index=True, default=django.utils.timezone.now)),
            ],
        ),
        migrations.CreateModel(
            name="Subscription",
            fields=[
                ("id", models.PositiveSmallIntegerField(default=1, editable=False, primary_key=True, serialize=False)),
                (
                    "standing",
                    models.CharField(
                        choices=[
                            ("trial", "In its trial, with or without a subscription that begins after it"),
                            ("free", "On the free plan"),
                            ("active", "Subscribed and paid"),
                            ("past_due", "Subscribed; a payment failed and is tried again"),
                            ("unpaid", "Subscribed; every try to be paid failed"),
                            ("complimentary", "Given by the operator"),
                        ],
                        default="trial",
                        max_length=13,
                    ),
                ),
                ("plan", models.CharField(help_text="PlanKey", max_length=8)),
                ("interval", models.CharField(blank=True, help_text="Of the seats: month or year", max_length=5)),
                (
                    "seats",
                    models.PositiveIntegerField(
                        blank=True, help_text="Paid for; the plan's own limit when empty", null=True
                    ),
                ),
                ("trial_ends_at", models.DateTimeField(blank=True, null=True)),
                ("began_at", models.DateTimeField(blank=True, help_text="When it was first subscribed", null=True)),
                ("period_start", models.DateTimeField(blank=True, help_text="Of usage: a month", null=True)),
                ("period_end", models.DateTimeField(blank=True, null=True)),
                ("renews_at", models.DateTimeField(blank=True, help_text="When the seats are paid next", null=True)),
                ("ends_at", models.DateTimeField(blank=True, help_text="It was cancelled and ends then", null=True)),
                (
                    "overage",
                    models.BooleanField(
                        default=False, help_text="Resolutions beyond the bundle are bought, up to the limit"
                    ),
                ),
                ("overage_limit_cents", models.PositiveIntegerField(blank=True, help_text="In a period", null=True)),
                (
                    "unpaid_since",
                    models.DateTimeField(blank=True, help_text="When the first try to be paid failed", null=True),
                ),
                (
                    "over_seats_since",
                    models.DateTimeField(blank=True, help_text="More people than seats since then", null=True),
                ),
                (
                    "next_try_at",
                    models.DateTimeField(blank=True, help_text="When Stripe tries to be paid again", null=True),
                ),
                (
                    "owed_page",
                    models.CharField(blank=True, help_text="Where the invoice that is owed is paid", max_length=500),
                ),
                ("discount", models.CharField(blank=True, help_text="In words", max_length=200)),
                ("card", models.CharField(blank=True, help_text="Its brand and last digits", max_length=60)),
                ("stripe_subscription", models.CharField(blank=True, max_length=64)),
                ("stripe_seat_item", models.CharField(blank=True, max_length=64)),
                ("stripe_usage_item", models.CharField(blank=True, max_length=64)),
                ("stripe_invoice", models.CharField(blank=True, help_text="The newest", max_length=64)),
                ("ticket", models.PositiveBigIntegerField(default=0)),
                ("applied_ticket", models.PositiveBigIntegerField(default=0)),
                ("applied_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("id", 1)), name="subscription_one"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("period_start__isnull", True),
                            ("period_end__gt", models.F("period_start")),
                            _connector="OR",
                        ),
                        name="subscription_period_forward",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="StripeWrite",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=24)),
                ("wanted", models.JSONField(default=dict, help_text="What was asked for; no secrets")),
                ("asked_by", models.CharField(blank=True, max_length=40)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("asked", "Asked; nobody knows yet whether it was done"),
                            ("done", "Done"),
                            ("refused", "Refused"),
                        ],
                        default="asked",
                        max_length=8,
                    ),
                ),
                ("result", models.CharField(blank=True, help_text="The id of what came of it", max_length=80)),
                ("problem", models.CharField(blank=True, max_length=200)),
                ("asked_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("done_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "indexes": [models.Index(fields=["state", "asked_at"], name="stripe_write_open")],
            },
        ),
        migrations.CreateModel(
            name="Resolution",
            fields=[
                ("id", tenants.ids.IdField("res", editable=False, primary_key=True, serialize=False)),
                ("conversation_id", models.UUIDField()),
                ("episode", models.PositiveSmallIntegerField(help_text="Its number within the conversation")),
                ("ended_at", models.DateTimeField(help_text="When the episode was resolved")),
                ("counted_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "how",
                    models.CharField(
                        choices=[
                            ("confirmed", "The customer said that it helped"),
                            ("rated", "The customer rated it well"),
                            ("satisfied", "The customer had the answer and left with nothing open"),
                        ],
                        max_length=9,
                    ),
                ),
                ("evidence", models.JSONField(default=dict, help_text="Numbers of messages, and what was measured")),
                ("period_start", models.DateTimeField(help_text="Of the period in which it counts")),
                (
                    "billable",
                    models.BooleanField(
                        default=False, help_text="Told to Stripe; not so in a trial, for free, over the cap"
                    ),
                ),
                (
                    "free_because",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("trial", "It was counted in the trial"),
                            ("plan", "The plan charges no resolutions"),
                            ("given", "The plan was given by the operator"),
                            ("cap", "It came after the last one that the cap allows"),
                            ("late", "Baton learned of it when its period was over"),
                            ("nobody", "Nobody is billed here"),
                        ],
                        help_text="Empty where it is billable",
                        max_length=8,
                    ),
                ),
                ("pushed_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["-counted_at", "-id"],
                "constraints": [
                    models.UniqueConstraint(fields=("conversation_id", "episode"), name="resolution_counts_once")
                ],
                "indexes": [
                    models.Index(fields=["-counted_at", "-id"], name="resolution_newest"),
                    models.Index(fields=["period_start"], name="resolution_of_period"),
                    models.Index(
                        condition=models.Q(("billable", True), ("pushed_at", None)),
                        fields=["id"],
                        name="resolution_unpushed",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Credit",
            fields=[
                ("id", tenants.ids.IdField("crd", editable=False, primary_key=True, serialize=False)),
                (
                    "resolution",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="credit", to="billing.resolution"
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("reopened", "The conversation was opened again within seven days"),
                            ("came_again", "The customer came again with it within seven days"),
                            ("rated_badly", "The customer rated it badly"),
                            ("reviewed", "A review says that a person was needed"),
                            ("disputed", "The company disputed it"),
                        ],
                        max_length=12,
                    ),
                ),
                ("evidence", models.JSONField(default=dict)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("period_start", models.DateTimeField()),
                ("billable", models.BooleanField(default=False, help_text="As the resolution's: told to Stripe")),
                ("pushed_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["-at", "-id"],
                "indexes": [
                    models.Index(fields=["period_start"], name="credit_of_period"),
                    models.Index(
                        condition=models.Q(("billable", True), ("pushed_at", None)),
                        fields=["id"],
                        name="credit_unpushed",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Dispute",
            fields=[
                ("id", tenants.ids.IdField("dsp", editable=False, primary_key=True, serialize=False)),
                (
                    "resolution",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="dispute", to="billing.resolution"
                    ),
                ),
                ("reason", models.CharField(max_length=500)),
                ("by", models.CharField(help_text="The id of who disputes it", max_length=40)),
                ("by_name", models.CharField(max_length=120)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "Somebody looks at it"),
                            ("upheld", "Credited"),
                            ("declined", "Not credited"),
                        ],
                        default="open",
                        max_length=8,
                    ),
                ),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                ("decided_by", models.CharField(blank=True, max_length=120)),
                ("answer", models.CharField(blank=True, max_length=500)),
            ],
            options={
                "ordering": ["-at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="UsageNotice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("period_start", models.DateTimeField()),
                ("percent", models.PositiveSmallIntegerField()),
                ("of", models.CharField(default="bundle", help_text="bundle or limit", max_length=8)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("period_start", "percent", "of"), name="usage_notice_once")
                ],
            },
        ),
    ]
