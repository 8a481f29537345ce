"""Customers are asked how it was once a conversation is over, and people hear of who was not satisfied."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import tenants.ids


class Migration(migrations.Migration):
    dependencies = [
        ("agents", "0004_shifts_and_routing"),
        ("conversations", "0028_episodes"),
    ]

    operations = [
        migrations.CreateModel(
            name="Survey",
            fields=[
                ("id", tenants.ids.IdField("srv", editable=False, primary_key=True, serialize=False)),
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
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
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
                    "conversation",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="surveys",
                        to="conversations.conversation",
                    ),
                ),
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
            ],
            options={
                "ordering": ["-id"],
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
                    ("promise_due", "What was promised is due soon"),
                    ("promise_overdue", "What was promised is overdue"),
                    ("sla_soon", "A promised time is nearly over"),
                    ("sla_breached", "A promised time is over"),
                    ("call_due", "A call that was promised is due soon"),
                    ("call_late", "A promised call was not made in time"),
                    ("reply_not_sent", "A held reply was not sent"),
                    ("low_rating", "A customer was not satisfied"),
                    ("risk_high", "A live conversation of the assistant became risky"),
                    ("mentioned", "A colleague mentions them in a note"),
                ],
                max_length=20,
            ),
        ),
        migrations.AddIndex(
            model_name="survey",
            index=models.Index(
                condition=models.Q(("answered_at__isnull", False)), fields=["-id"], name="survey_answered"
            ),
        ),
        migrations.AddConstraint(
            model_name="survey",
            constraint=models.UniqueConstraint(fields=("conversation", "episode"), name="survey_once_per_episode"),
        ),
        migrations.AddConstraint(
            model_name="survey",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("asked_at__isnull", True), ("channel", "")),
                    models.Q(models.Q(("channel", ""), _negated=True), ("asked_at__isnull", False)),
                    _connector="OR",
                ),
                name="survey_asked_by_one_way",
            ),
        ),
        migrations.AddConstraint(
            model_name="survey",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("answered_at__isnull", True),
                        ("comment", ""),
                        ("effort__isnull", True),
                        ("satisfaction__isnull", True),
                    ),
                    models.Q(
                        ("answered_at__isnull", False), ("asked_at__isnull", False), ("satisfaction__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="survey_answers_what_was_asked",
            ),
        ),
        migrations.AddConstraint(
            model_name="survey",
            constraint=models.CheckConstraint(
                condition=models.Q(("satisfaction__isnull", True), ("satisfaction__range", (1, 5)), _connector="OR"),
                name="survey_satisfaction",
            ),
        ),
        migrations.AddConstraint(
            model_name="survey",
            constraint=models.CheckConstraint(
                condition=models.Q(("effort__isnull", True), ("effort__range", (1, 5)), _connector="OR"),
                name="survey_effort",
            ),
        ),
    ]
