"""Tasks of the desk: what several departments do at once on one thread."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import tenants.ids


class Migration(migrations.Migration):
    """Tasks of the desk: what several departments do at once on one thread."""

    dependencies = [
        ("agents", "0004_shifts_and_routing"),
        ("conversations", "0018_clocks_and_merging"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="conversation",
            name="tasks_open",
            field=models.PositiveSmallIntegerField(default=0, help_text="Of the desk, under way in other departments"),
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
                    ("mentioned", "A colleague mentions them in a note"),
                ],
                max_length=20,
            ),
        ),
        migrations.CreateModel(
            name="Teamwork",
            fields=[
                ("id", tenants.ids.IdField("tmw", editable=False, primary_key=True, serialize=False)),
                (
                    "telling",
                    models.CharField(
                        choices=[
                            ("holder", "By the person who holds the conversation"),
                            ("text", "By a text written beforehand"),
                        ],
                        default="holder",
                        max_length=6,
                    ),
                ),
                ("text", models.TextField(blank=True, help_text="What the customer reads once all is done")),
                ("begun_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("ended_seq", models.PositiveIntegerField(default=0, help_text="How far the log was then")),
                ("told_at", models.DateTimeField(blank=True, null=True)),
                (
                    "begun_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "conversation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="teamwork",
                        to="conversations.conversation",
                    ),
                ),
            ],
            options={
                "ordering": ["begun_at", "id"],
            },
        ),
        migrations.CreateModel(
            name="DeskTask",
            fields=[
                ("id", tenants.ids.IdField("dtk", editable=False, primary_key=True, serialize=False)),
                ("title", models.CharField(max_length=160)),
                ("details", models.TextField(blank=True)),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "Open"), ("done", "Done"), ("dropped", "Dropped")],
                        default="open",
                        max_length=7,
                    ),
                ),
                ("due_at", models.DateTimeField()),
                ("alarm_at", models.DateTimeField(blank=True, null=True)),
                ("result", models.TextField(blank=True)),
                ("client_id", models.UUIDField()),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "closed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "conversation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="desk_tasks",
                        to="conversations.conversation",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
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
                (
                    "teamwork",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="tasks", to="conversations.teamwork"
                    ),
                ),
            ],
            options={
                "ordering": ["created_at", "id"],
            },
        ),
        migrations.AddConstraint(
            model_name="teamwork",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at__isnull", True)), fields=("conversation",), name="teamwork_one_under_way"
            ),
        ),
        migrations.AddConstraint(
            model_name="teamwork",
            constraint=models.CheckConstraint(
                condition=models.Q(("told_at__isnull", True), ("ended_at__isnull", False), _connector="OR"),
                name="teamwork_told_once_ended",
            ),
        ),
        migrations.AddConstraint(
            model_name="teamwork",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("telling", "text"), _negated=True), models.Q(("text", ""), _negated=True), _connector="OR"
                ),
                name="teamwork_text_says_something",
            ),
        ),
        migrations.AddIndex(
            model_name="desktask",
            index=models.Index(
                condition=models.Q(("state", "open")), fields=["team", "due_at"], name="desk_task_of_team"
            ),
        ),
        migrations.AddIndex(
            model_name="desktask",
            index=models.Index(
                condition=models.Q(("state", "open")), fields=["owner", "due_at"], name="desk_task_of_owner"
            ),
        ),
        migrations.AddConstraint(
            model_name="desktask",
            constraint=models.UniqueConstraint(fields=("conversation", "client_id"), name="desk_task_client_id_once"),
        ),
        migrations.AddConstraint(
            model_name="desktask",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("closed_at__isnull", True), ("closed_by__isnull", True), ("state", "open")),
                    models.Q(
                        models.Q(("state", "open"), _negated=True),
                        ("closed_at__isnull", False),
                        ("closed_by__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="desk_task_closed_by_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="desktask",
            constraint=models.CheckConstraint(
                condition=models.Q(("alarm_at__isnull", True), ("state", "open"), _connector="OR"),
                name="desk_task_rings_while_open",
            ),
        ),
    ]
