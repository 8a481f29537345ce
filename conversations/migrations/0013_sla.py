import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import tenants.ids


class Migration(migrations.Migration):
    dependencies = [
        ("agents", "0001_first"),
        ("conversations", "0012_reports"),
    ]

    operations = [
        migrations.CreateModel(
            name="SlaPolicy",
            fields=[
                ("id", tenants.ids.IdField("sla", editable=False, primary_key=True, serialize=False)),
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
                "constraints": [
                    models.UniqueConstraint(
                        fields=("team", "priority"), name="sla_policy_once_for_each", nulls_distinct=False
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("first_reply__gte", 1), ("next_reply__gte", 1), ("resolution__gte", 1), _connector="OR"
                        ),
                        name="sla_policy_promises_something",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SlaBook",
            fields=[
                ("id", models.PositiveSmallIntegerField(default=1, editable=False, primary_key=True, serialize=False)),
                ("version", models.UUIDField()),
            ],
            options={
                "constraints": [models.CheckConstraint(condition=models.Q(("id", 1)), name="sla_book_one_row")],
            },
        ),
        migrations.CreateModel(
            name="SlaOutcome",
            fields=[
                ("id", tenants.ids.IdField("slo", editable=False, primary_key=True, serialize=False)),
                (
                    "conversation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sla_outcomes",
                        to="conversations.conversation",
                    ),
                ),
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
                    "policy",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="conversations.slapolicy",
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
                    "agent",
                    models.ForeignKey(
                        blank=True,
                        help_text="Who held it then",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                "constraints": [
                    models.UniqueConstraint(fields=("conversation", "kind", "began_at"), name="sla_outcome_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("breached_at__isnull", False), ("ended_at__isnull", False), _connector="OR"
                        ),
                        name="sla_outcome_came_about",
                    ),
                ],
                "indexes": [models.Index(fields=["-began_at"], name="sla_outcome_recent")],
            },
        ),
        migrations.CreateModel(
            name="SubscriptionNews",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("news", models.CharField(max_length=16)),
                (
                    "about",
                    models.CharField(blank=True, help_text="The moment or Stripe's id that it is about", max_length=80),
                ),
                ("quiet", models.BooleanField(default=False, help_text="It was no news any more, so no letter left")),
                ("at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [models.UniqueConstraint(fields=("news", "about"), name="subscription_news_once")],
            },
        ),
    ]
