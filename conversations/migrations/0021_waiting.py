"""What waiting customers are told and promised, and how they wait."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import tenants.ids


class Migration(migrations.Migration):
    dependencies = [
        ("agents", "0004_shifts_and_routing"),
        ("conversations", "0020_promises_and_doubles"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="conversation",
            name="call_at",
            field=models.DateTimeField(
                blank=True, help_text="A call is promised: until shortly before it rests", null=True
            ),
        ),
        migrations.AddField(
            model_name="conversation",
            name="waits_by",
            field=models.CharField(
                blank=True,
                choices=[
                    ("mail", "Wants the answer by e-mail"),
                    ("call", "Wants to be called"),
                    ("assistant", "Asks the assistant meanwhile"),
                ],
                help_text="As the customer chose",
                max_length=9,
            ),
        ),
        migrations.AlterField(
            model_name="alert",
            name="kind",
            field=models.CharField(
                choices=[
                    ("rules_unreadable", "The rules cannot be read"),
                    ("rule_notified", "A rule asked to tell somebody"),
                    ("quality_dropped", "A rule got worse"),
                    ("model_down", "The language model gives no answers"),
                    ("model_budget", "The language model's budget is spent"),
                    ("connector_failed", "The connector did not do something"),
                    ("job_failed", "A piece of work failed for good"),
                    ("task_given", "A task of the desk is yours"),
                    ("task_due", "A task of the desk is due soon"),
                    ("task_overdue", "A task of the desk is overdue"),
                    ("tasks_done", "All departments are done"),
                    ("sla_soon", "A promised time is nearly over"),
                    ("sla_breached", "A promised time is over"),
                    ("call_due", "A call that was promised is due soon"),
                    ("call_late", "A promised call was not made in time"),
                    ("mentioned", "A colleague mentions them in a note"),
                ],
                max_length=20,
            ),
        ),
        migrations.CreateModel(
            name="Callback",
            fields=[
                ("id", tenants.ids.IdField("cbk", editable=False, primary_key=True, serialize=False)),
                ("phone", models.CharField(help_text="As E.164 writes it", max_length=20)),
                ("begins_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("promised", "Promised"),
                            ("done", "Made"),
                            ("failed", "Nobody was reached"),
                            ("cancelled", "The customer does not want it any more"),
                        ],
                        default="promised",
                        max_length=9,
                    ),
                ),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                (
                    "kept",
                    models.BooleanField(blank=True, help_text="Whether somebody called within the window", null=True),
                ),
                ("promised_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("reminded_at", models.DateTimeField(blank=True, null=True)),
                ("overdue_at", models.DateTimeField(blank=True, help_text="When the supervisors were told", null=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "conversation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="callbacks",
                        to="conversations.conversation",
                    ),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="agents.team",
                    ),
                ),
            ],
            options={
                "ordering": ["begins_at", "id"],
                "indexes": [models.Index(fields=["state", "begins_at", "id"], name="callback_next")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "promised")), fields=("conversation",), name="callback_open_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ends_at__gt", models.F("begins_at"))), name="callback_window"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at__isnull", True), ("state", "promised")),
                            models.Q(models.Q(("state", "promised"), _negated=True), ("ended_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="callback_ended",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="WaitPromise",
            fields=[
                ("id", tenants.ids.IdField("wpr", editable=False, primary_key=True, serialize=False)),
                ("epoch", models.PositiveIntegerField()),
                (
                    "first",
                    models.BooleanField(default=True, help_text="Of this wait; the later ones were told further ahead"),
                ),
                ("told_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("place", models.PositiveIntegerField()),
                ("at_work", models.PositiveSmallIntegerField(help_text="Agents who could be offered something")),
                ("seats", models.PositiveSmallIntegerField(help_text="Conversations that they can hold together")),
                ("free", models.PositiveSmallIntegerField(help_text="How many of the seats were free")),
                ("hour", models.PositiveSmallIntegerField(help_text="Of the team's week, 0 is Monday at midnight")),
                ("low", models.PositiveIntegerField(blank=True, help_text="Seconds", null=True)),
                ("high", models.PositiveIntegerField(blank=True, help_text="Seconds", null=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "ended",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("taken", "A person took it"),
                            ("left", "The customer left the queue"),
                            ("closed", "It was resolved"),
                            ("moved", "It went to another queue, or back to the assistant"),
                            ("rested", "The customer wants to be called instead"),
                        ],
                        max_length=6,
                    ),
                ),
                ("waited", models.FloatField(blank=True, null=True)),
                (
                    "conversation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="wait_promises",
                        to="conversations.conversation",
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="agents.team",
                    ),
                ),
            ],
            options={
                "ordering": ["told_at", "id"],
                "indexes": [
                    models.Index(fields=["team", "-told_at"], name="wait_promise_of_team"),
                    models.Index(fields=["-told_at", "-id"], name="wait_promise_recent"),
                    models.Index(condition=models.Q(("ended", "")), fields=["conversation"], name="wait_promise_open"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("conversation", "epoch", "place"), name="wait_promise_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("high__isnull", True), ("low__isnull", True)),
                            ("low__lte", models.F("high")),
                            _connector="OR",
                        ),
                        name="wait_promise_range",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended", ""), ("ended_at__isnull", True)),
                            models.Q(models.Q(("ended", ""), _negated=True), ("ended_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="wait_promise_ended",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("hour__lt", 168), ("place__gte", 1)), name="wait_promise_place"
                    ),
                ],
            },
        ),
    ]
