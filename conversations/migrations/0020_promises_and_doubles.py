"""What a company promises of its replies, records of one person, and notes about customers."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import tenants.ids


class Migration(migrations.Migration):
    """Adds tables, and a field that may be empty."""

    dependencies = [
        ("agents", "0004_shifts_and_routing"),
        ("conversations", "0019_desk_tasks"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="CustomerMerge",
            fields=[
                ("id", tenants.ids.IdField("mrg", editable=False, primary_key=True, serialize=False)),
                (
                    "moved",
                    models.JSONField(
                        default=list, help_text="Ids of all records that joined: the one taken, and what it had"
                    ),
                ),
                ("reasons", models.JSONField(default=list, help_text="What spoke for it")),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("undone_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["-at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="CustomerNote",
            fields=[
                ("id", tenants.ids.IdField("cnt", editable=False, primary_key=True, serialize=False)),
                ("text", models.TextField()),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "ordering": ["-created_at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="NotDoubles",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
        ),
        migrations.CreateModel(
            name="SlaBook",
            fields=[
                ("id", models.PositiveSmallIntegerField(default=1, editable=False, primary_key=True, serialize=False)),
                ("version", models.UUIDField()),
            ],
        ),
        migrations.CreateModel(
            name="SlaOutcome",
            fields=[
                ("id", tenants.ids.IdField("slo", editable=False, primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("first_reply", "First reply"),
                            ("next_reply", "Next reply"),
                            ("resolution", "Resolution"),
                        ],
                        max_length=11,
                    ),
                ),
                (
                    "priority",
                    models.CharField(
                        choices=[("normal", "Normal"), ("high", "High"), ("urgent", "Urgent")], max_length=6
                    ),
                ),
                ("began_at", models.DateTimeField()),
                ("target", models.PositiveIntegerField(help_text="Seconds of the time that counts")),
                ("used", models.PositiveIntegerField(blank=True, help_text="The same, once it ended", null=True)),
                ("breached_at", models.DateTimeField(blank=True, null=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["-began_at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="SlaPolicy",
            fields=[
                ("id", tenants.ids.IdField("sla", editable=False, primary_key=True, serialize=False)),
                (
                    "priority",
                    models.CharField(
                        blank=True,
                        choices=[("normal", "Normal"), ("high", "High"), ("urgent", "Urgent")],
                        help_text="Every one when empty",
                        max_length=6,
                    ),
                ),
                (
                    "first_reply",
                    models.PositiveIntegerField(blank=True, help_text="Minutes; no promise when empty", null=True),
                ),
                ("next_reply", models.PositiveIntegerField(blank=True, help_text="Minutes", null=True)),
                ("resolution", models.PositiveIntegerField(blank=True, help_text="Minutes", null=True)),
                (
                    "hours",
                    models.CharField(
                        choices=[("team", "While the team is at work"), ("always", "Around the clock")],
                        default="team",
                        max_length=6,
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={
                "ordering": ["created_at", "id"],
            },
        ),
        migrations.AddField(
            model_name="customer",
            name="merged_into",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                help_text="The record of the same person under which the desk looks; gives no right to anything",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="merged",
                to="conversations.customer",
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
                    ("mentioned", "A colleague mentions them in a note"),
                ],
                max_length=20,
            ),
        ),
        migrations.AddIndex(
            model_name="customer",
            index=models.Index(
                condition=models.Q(("merged_into__isnull", False)), fields=["merged_into"], name="customer_merged"
            ),
        ),
        migrations.AddConstraint(
            model_name="customer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("merged_into__isnull", True),
                    models.Q(("merged_into", models.F("id")), _negated=True),
                    _connector="OR",
                ),
                name="customer_not_merged_into_itself",
            ),
        ),
        migrations.AddField(
            model_name="customermerge",
            name="by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="customermerge",
            name="kept",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="merges", to="conversations.customer"
            ),
        ),
        migrations.AddField(
            model_name="customermerge",
            name="taken",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="merged_by", to="conversations.customer"
            ),
        ),
        migrations.AddField(
            model_name="customermerge",
            name="undone_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="customernote",
            name="author",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="customernote",
            name="customer",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="notes", to="conversations.customer"
            ),
        ),
        migrations.AddField(
            model_name="notdoubles",
            name="by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="notdoubles",
            name="first",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="conversations.customer"
            ),
        ),
        migrations.AddField(
            model_name="notdoubles",
            name="second",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="conversations.customer"
            ),
        ),
        migrations.AddConstraint(
            model_name="slabook",
            constraint=models.CheckConstraint(condition=models.Q(("id", 1)), name="sla_book_one_row"),
        ),
        migrations.AddField(
            model_name="slaoutcome",
            name="agent",
            field=models.ForeignKey(
                blank=True,
                help_text="Who held it then",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="slaoutcome",
            name="conversation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="sla_outcomes",
                to="conversations.conversation",
            ),
        ),
        migrations.AddField(
            model_name="slaoutcome",
            name="team",
            field=models.ForeignKey(
                blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="agents.team"
            ),
        ),
        migrations.AddField(
            model_name="slapolicy",
            name="team",
            field=models.ForeignKey(
                blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="agents.team"
            ),
        ),
        migrations.AddField(
            model_name="slaoutcome",
            name="policy",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="conversations.slapolicy",
            ),
        ),
        migrations.AddConstraint(
            model_name="notdoubles",
            constraint=models.UniqueConstraint(fields=("first", "second"), name="not_doubles_once"),
        ),
        migrations.AddConstraint(
            model_name="notdoubles",
            constraint=models.CheckConstraint(
                condition=models.Q(("first__lt", models.F("second"))), name="not_doubles_in_order"
            ),
        ),
        migrations.AddConstraint(
            model_name="slapolicy",
            constraint=models.UniqueConstraint(
                fields=("team", "priority"), name="sla_policy_once_for_each", nulls_distinct=False
            ),
        ),
        migrations.AddConstraint(
            model_name="slapolicy",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("first_reply__gte", 1), ("next_reply__gte", 1), ("resolution__gte", 1), _connector="OR"
                ),
                name="sla_policy_promises_something",
            ),
        ),
        migrations.AddIndex(
            model_name="slaoutcome",
            index=models.Index(fields=["-began_at"], name="sla_outcome_recent"),
        ),
        migrations.AddConstraint(
            model_name="slaoutcome",
            constraint=models.UniqueConstraint(fields=("conversation", "kind", "began_at"), name="sla_outcome_once"),
        ),
        migrations.AddConstraint(
            model_name="slaoutcome",
            constraint=models.CheckConstraint(
                condition=models.Q(("breached_at__isnull", False), ("ended_at__isnull", False), _connector="OR"),
                name="sla_outcome_came_about",
            ),
        ),
    ]
