import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import tenants.ids


class Migration(migrations.Migration):
    dependencies = [
        ("agents", "0001_first"),
        ("conversations", "0013_sla"),
    ]

    operations = [
        migrations.CreateModel(
            name="Survey",
            fields=[
                ("id", tenants.ids.IdField("srv", editable=False, primary_key=True, serialize=False)),
                (
                    "conversation",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="surveys",
                        to="conversations.conversation",
                    ),
                ),
                (
                    "episode",
                    models.PositiveSmallIntegerField(
                        help_text="Of the conversation, from 1: how often it was resolved"
                    ),
                ),
                ("ended_seq", models.PositiveIntegerField(help_text="Of the entry of the log that says so")),
                ("ended_at", models.DateTimeField()),
                (
                    "holder",
                    models.CharField(
                        choices=[("assistant", "Assistant"), ("queue", "Queue"), ("agent", "Agent")], max_length=9
                    ),
                ),
                (
                    "agent",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
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
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="agents.team",
                    ),
                ),
                ("token_hash", models.CharField(editable=False, max_length=64, unique=True)),
                ("expires_at", models.DateTimeField()),
                (
                    "channel",
                    models.CharField(blank=True, choices=[("widget", "Widget"), ("mail", "E-mail")], max_length=6),
                ),
                ("asked_at", models.DateTimeField(blank=True, null=True)),
                (
                    "dismissed_at",
                    models.DateTimeField(blank=True, help_text="The customer put the question away", null=True),
                ),
                (
                    "refused_at",
                    models.DateTimeField(blank=True, help_text="The customer wants to be asked no more", null=True),
                ),
                (
                    "answered_at",
                    models.DateTimeField(blank=True, help_text="First; it may be changed for ten minutes", null=True),
                ),
                ("satisfaction", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("effort", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("comment", models.TextField(blank=True)),
                (
                    "heard_at",
                    models.DateTimeField(blank=True, help_text="When the desk was told: csat.received", null=True),
                ),
                ("replied_at", models.DateTimeField(blank=True, null=True)),
                (
                    "replied_by",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={
                "ordering": ["-id"],
                "constraints": [
                    models.UniqueConstraint(fields=("conversation", "episode"), name="survey_once_per_episode"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("asked_at__isnull", True), ("channel", "")),
                            models.Q(models.Q(("channel", ""), _negated=True), ("asked_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="survey_asked_by_one_way",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("answered_at__isnull", True),
                                ("comment", ""),
                                ("effort__isnull", True),
                                ("satisfaction__isnull", True),
                            ),
                            models.Q(
                                ("answered_at__isnull", False),
                                ("asked_at__isnull", False),
                                ("satisfaction__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="survey_answers_what_was_asked",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("satisfaction__isnull", True), ("satisfaction__range", (1, 5)), _connector="OR"
                        ),
                        name="survey_satisfaction",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("effort__isnull", True), ("effort__range", (1, 5)), _connector="OR"),
                        name="survey_effort",
                    ),
                ],
                "indexes": [
                    models.Index(
                        condition=models.Q(("answered_at__isnull", False)), fields=["-id"], name="survey_answered"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SurveySettings",
            fields=[
                ("id", models.PositiveSmallIntegerField(default=1, editable=False, primary_key=True, serialize=False)),
                ("in_widget", models.BooleanField(default=True)),
                (
                    "by_mail",
                    models.BooleanField(
                        default=False, help_text="Off until somebody knows that the law allows it here"
                    ),
                ),
                (
                    "mail_after",
                    models.PositiveIntegerField(default=60, help_text="Minutes, unless the widget showed the question"),
                ),
                (
                    "every_days",
                    models.PositiveSmallIntegerField(
                        default=30, help_text="A customer is asked once in so many; 0: always"
                    ),
                ),
                ("asks_effort", models.BooleanField(default=True)),
                ("low_from", models.PositiveSmallIntegerField(default=2, help_text="Satisfaction up to this is low")),
                ("alerts", models.BooleanField(default=True, help_text="Supervisors are told of low ones")),
                (
                    "reopens",
                    models.BooleanField(default=False, help_text="Low ones bring the conversation back to its team"),
                ),
                (
                    "not_tagged",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40), blank=True, default=list, size=None
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("id", 1)), name="survey_settings_one_row"),
                    models.CheckConstraint(condition=models.Q(("low_from__range", (1, 4))), name="survey_settings_low"),
                ],
            },
        ),
        migrations.CreateModel(
            name="WaitPromise",
            fields=[
                ("id", tenants.ids.IdField("wpr", editable=False, primary_key=True, serialize=False)),
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
            ],
            options={
                "ordering": ["told_at", "id"],
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
                "indexes": [
                    models.Index(fields=["team", "-told_at"], name="wait_promise_of_team"),
                    models.Index(fields=["-told_at", "-id"], name="wait_promise_recent"),
                    models.Index(condition=models.Q(("ended", "")), fields=["conversation"], name="wait_promise_open"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Callback",
            fields=[
                ("id", tenants.ids.IdField("cbk", editable=False, primary_key=True, serialize=False)),
                (
                    "conversation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="callbacks",
                        to="conversations.conversation",
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
                    "ended_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["begins_at", "id"],
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
                "indexes": [models.Index(fields=["state", "begins_at", "id"], name="callback_next")],
            },
        ),
    ]
