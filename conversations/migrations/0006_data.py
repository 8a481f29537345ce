import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import tenants.ids


class Migration(migrations.Migration):
    dependencies = [
        ("agents", "0001_first"),
        ("conversations", "0005_control_room"),
    ]

    operations = [
        migrations.CreateModel(
            name="WidgetSettings",
            fields=[
                ("id", models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False)),
                ("greeting", models.CharField(max_length=300)),
                (
                    "quick_replies",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=80), blank=True, default=list, size=None
                    ),
                ),
            ],
            options={
                "constraints": [models.CheckConstraint(condition=models.Q(("id", 1)), name="widget_settings_one_row")],
            },
        ),
        migrations.CreateModel(
            name="Export",
            fields=[
                ("id", tenants.ids.IdField("exp", editable=False, primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(choices=[("workspace", "Workspace"), ("customer", "Customer")], max_length=9),
                ),
                (
                    "customer",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="conversations.customer",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Waiting"),
                            ("running", "Running"),
                            ("done", "Done"),
                            ("failed", "Failed"),
                            ("expired", "Expired"),
                        ],
                        default="waiting",
                        max_length=8,
                    ),
                ),
                ("total", models.PositiveIntegerField(default=0)),
                ("done", models.PositiveIntegerField(default=0)),
                ("size", models.PositiveBigIntegerField(default=0, help_text="Bytes")),
                ("problem", models.CharField(blank=True, max_length=200)),
                (
                    "requested_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("ready_at", models.DateTimeField(blank=True, null=True)),
                ("expires_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["-created_at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("customer__isnull", False), ("kind", "customer")),
                            models.Q(("customer__isnull", True), ("kind", "workspace")),
                            _connector="OR",
                        ),
                        name="export_of_customer_names_one",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Erasure",
            fields=[
                ("id", tenants.ids.IdField("ers", editable=False, primary_key=True, serialize=False)),
                ("customer_id", models.UUIDField(help_text="Of a customer who is no more", unique=True)),
                ("conversations", models.PositiveIntegerField(default=0)),
                ("messages", models.PositiveIntegerField(default=0)),
                ("files", models.PositiveIntegerField(default=0)),
                ("requested_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("done_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["-requested_at"],
            },
        ),
        migrations.CreateModel(
            name="Teamwork",
            fields=[
                ("id", tenants.ids.IdField("tmw", editable=False, primary_key=True, serialize=False)),
                (
                    "conversation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="teamwork",
                        to="conversations.conversation",
                    ),
                ),
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
                (
                    "begun_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("begun_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("ended_seq", models.PositiveIntegerField(default=0, help_text="How far the log was then")),
                ("told_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["begun_at", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at__isnull", True)),
                        fields=("conversation",),
                        name="teamwork_one_under_way",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("told_at__isnull", True), ("ended_at__isnull", False), _connector="OR"),
                        name="teamwork_told_once_ended",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("telling", "text"), _negated=True),
                            models.Q(("text", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="teamwork_text_says_something",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DeskTask",
            fields=[
                ("id", tenants.ids.IdField("dtk", editable=False, primary_key=True, serialize=False)),
                (
                    "conversation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="desk_tasks",
                        to="conversations.conversation",
                    ),
                ),
                (
                    "teamwork",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="tasks", to="conversations.teamwork"
                    ),
                ),
                ("title", models.CharField(max_length=160)),
                ("details", models.TextField(blank=True)),
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
                (
                    "created_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("client_id", models.UUIDField()),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
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
                ("closed_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["created_at", "id"],
                "constraints": [
                    models.UniqueConstraint(fields=("conversation", "client_id"), name="desk_task_client_id_once"),
                    models.CheckConstraint(
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
                    models.CheckConstraint(
                        condition=models.Q(("alarm_at__isnull", True), ("state", "open"), _connector="OR"),
                        name="desk_task_rings_while_open",
                    ),
                ],
                "indexes": [
                    models.Index(
                        condition=models.Q(("state", "open")), fields=["team", "due_at"], name="desk_task_of_team"
                    ),
                    models.Index(
                        condition=models.Q(("state", "open")), fields=["owner", "due_at"], name="desk_task_of_owner"
                    ),
                ],
            },
        ),
    ]
