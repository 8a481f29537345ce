"""What people decided for a customer, what was promised, and what had to be said again."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import tenants.ids


class Migration(migrations.Migration):
    """What people decided for a customer, what was promised, and what had to be said again."""

    dependencies = [
        ("conversations", "0021_waiting"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="handover",
            name="repeats",
            field=models.JSONField(
                blank=True, help_text="What the customer had to say again; none: not looked", null=True
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
                    ("promise_due", "What was promised is due soon"),
                    ("promise_overdue", "What was promised is overdue"),
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
            name="HandoverSettings",
            fields=[
                ("id", models.PositiveSmallIntegerField(default=1, editable=False, primary_key=True, serialize=False)),
                (
                    "transfer_needs_note",
                    models.BooleanField(default=False, help_text="Who passes a conversation on has to say why"),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("id", 1)), name="handover_settings_one_row")
                ],
            },
        ),
        migrations.CreateModel(
            name="DecidedFact",
            fields=[
                ("id", tenants.ids.IdField("fct", editable=False, primary_key=True, serialize=False)),
                ("text", models.CharField(max_length=500)),
                ("about", models.CharField(blank=True, max_length=300)),
                ("seq", models.PositiveIntegerField(default=0)),
                ("decided_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                (
                    "conversation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="decided_facts",
                        to="conversations.conversation",
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["decided_at", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_at__isnull", True)),
                        fields=("conversation", "text"),
                        name="decided_fact_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("withdrawn_at__isnull", True), ("withdrawn_by__isnull", True)),
                            models.Q(("withdrawn_at__isnull", False), ("withdrawn_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="decided_fact_withdrawn_by_somebody",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Promise",
            fields=[
                ("id", tenants.ids.IdField("prm", editable=False, primary_key=True, serialize=False)),
                ("text", models.CharField(max_length=500)),
                ("seq", models.PositiveIntegerField(default=0, help_text="The message that it stands in; 0 for none")),
                (
                    "said_by",
                    models.CharField(
                        choices=[
                            ("customer", "Customer"),
                            ("assistant", "Assistant"),
                            ("agent", "Agent"),
                            ("system", "System"),
                        ],
                        max_length=9,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "Open"),
                            ("kept", "Kept"),
                            ("released", "Not needed any more"),
                            ("none", "Was no promise"),
                        ],
                        default="open",
                        max_length=8,
                    ),
                ),
                ("due_at", models.DateTimeField(blank=True, null=True)),
                ("alarm_at", models.DateTimeField(blank=True, null=True)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "agent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
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
                        related_name="promises",
                        to="conversations.conversation",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ["created_at", "id"],
                "constraints": [
                    models.UniqueConstraint(fields=("conversation", "seq", "text"), name="promise_once"),
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
                        name="promise_closed_by_somebody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("alarm_at__isnull", True), ("state", "open"), _connector="OR"),
                        name="promise_rings_while_open",
                    ),
                ],
            },
        ),
    ]
