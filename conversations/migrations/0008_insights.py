import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import tenants.ids


class Migration(migrations.Migration):
    dependencies = [
        ("agents", "0001_first"),
        ("conversations", "0007_identity"),
    ]

    operations = [
        migrations.CreateModel(
            name="Episode",
            fields=[
                ("id", tenants.ids.IdField("eps", editable=False, primary_key=True, serialize=False)),
                (
                    "conversation",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="episodes",
                        to="conversations.conversation",
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(help_text="Within its conversation, from 1")),
                (
                    "customer_key",
                    models.UUIDField(help_text="Of the customer's record, the kept one of several", null=True),
                ),
                (
                    "channel",
                    models.CharField(
                        choices=[("widget", "Widget"), ("email", "E-mail"), ("api", "Own channel")], max_length=6
                    ),
                ),
                ("language", models.CharField(max_length=8)),
                ("topic", models.CharField(blank=True, help_text="The last that was decided in it", max_length=80)),
                ("trigger", models.CharField(blank=True, help_text="Of its first handover", max_length=40)),
                (
                    "rules_version",
                    models.PositiveIntegerField(default=0, help_text="Of its last decision; 0 without any"),
                ),
                ("knowledge_number", models.PositiveBigIntegerField(default=0, help_text="Of its last decision")),
                ("engine", models.CharField(blank=True, help_text="Of its last decision", max_length=14)),
                (
                    "team",
                    models.ForeignKey(
                        db_index=False,
                        help_text="That had it last",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="agents.team",
                    ),
                ),
                (
                    "agent",
                    models.ForeignKey(
                        db_index=False,
                        help_text="Who had it last",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "part",
                    models.CharField(
                        choices=[
                            ("assistant", "The assistant alone"),
                            ("agent", "People alone"),
                            ("both", "The assistant and people"),
                            ("nobody", "Nobody"),
                        ],
                        default="nobody",
                        max_length=9,
                    ),
                ),
                (
                    "ended_by",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("agent", "A person of the desk"),
                            ("silence", "Nobody wrote any more"),
                            ("merged", "It goes on in another conversation"),
                            ("removed", "It was deleted while it was open"),
                        ],
                        max_length=9,
                    ),
                ),
                ("began_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                ("reopened_at", models.DateTimeField(help_text="When the conversation was opened again", null=True)),
                (
                    "repeat_at",
                    models.DateTimeField(
                        help_text="When they came again on the topic, in another conversation", null=True
                    ),
                ),
                ("customer_turns", models.PositiveIntegerField(default=0, help_text="Messages in a row are one turn")),
                ("customer_messages", models.PositiveIntegerField(default=0)),
                ("assistant_messages", models.PositiveIntegerField(default=0)),
                ("agent_messages", models.PositiveIntegerField(default=0)),
                (
                    "assistant_answers",
                    models.PositiveIntegerField(default=0, help_text="Turns that the assistant answered"),
                ),
                (
                    "reasks",
                    models.PositiveIntegerField(
                        default=0, help_text="Questions for what the customer had told already"
                    ),
                ),
                (
                    "repeats",
                    models.PositiveIntegerField(default=0, help_text="What the customer said again after a handover"),
                ),
                ("transfers", models.PositiveIntegerField(default=0)),
                ("handovers", models.PositiveIntegerField(default=0)),
                ("first_reply", models.PositiveIntegerField(help_text="By anybody", null=True)),
                ("assistant_first_reply", models.PositiveIntegerField(null=True)),
                ("person_first_reply", models.PositiveIntegerField(null=True)),
                ("person_wait", models.PositiveIntegerField(null=True)),
                ("assistant_seconds", models.PositiveIntegerField(default=0)),
                ("queue_seconds", models.PositiveIntegerField(default=0)),
                ("agent_seconds", models.PositiveIntegerField(default=0)),
                ("handle_seconds", models.PositiveIntegerField(default=0, help_text="Working time of people")),
                ("mood_start", models.FloatField(help_text="-1..1", null=True)),
                ("mood_end", models.FloatField(help_text="-1..1", null=True)),
                (
                    "churn",
                    models.FloatField(help_text="0..1: the highest risk of leaving that a turn measured", null=True),
                ),
                (
                    "saved",
                    models.BooleanField(
                        help_text="At risk, and ended well; null: not at risk, or nobody knows yet", null=True
                    ),
                ),
                ("needed_person", models.BooleanField(help_text="As people judged", null=True)),
                (
                    "missed",
                    models.BooleanField(help_text="A person was needed and did not come, as a review says", null=True),
                ),
                ("needless", models.BooleanField(help_text="A handover was not needed, as a label says", null=True)),
                ("late", models.BooleanField(help_text="A handover came too late, as a label says", null=True)),
                (
                    "review_weight",
                    models.FloatField(help_text="How many conversations its review stands for", null=True),
                ),
                ("surveyed", models.BooleanField(default=False)),
                ("satisfaction", models.PositiveSmallIntegerField(help_text="1..5", null=True)),
                ("effort", models.PositiveSmallIntegerField(help_text="1..5, 5 is very easy", null=True)),
                (
                    "rated_holder",
                    models.CharField(
                        blank=True, choices=[("assistant", "The assistant"), ("agent", "A person")], max_length=9
                    ),
                ),
                ("promises", models.PositiveIntegerField(default=0)),
                ("promises_kept", models.PositiveIntegerField(default=0)),
                ("promises_broken", models.PositiveIntegerField(default=0)),
                ("sla_met", models.PositiveIntegerField(default=0)),
                ("sla_missed", models.PositiveIntegerField(default=0)),
                ("model_tokens", models.PositiveBigIntegerField(default=0)),
                ("measured_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("row_at", models.DateTimeField(help_text="When the conversation had changed last as it was measured")),
            ],
            options={
                "ordering": ["began_at", "id"],
                "constraints": [
                    models.UniqueConstraint(fields=("conversation", "number"), name="episode_once"),
                    models.CheckConstraint(condition=models.Q(("number__gte", 1)), name="episode_from_1"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at__isnull", True), ("ended_by", "")),
                            models.Q(
                                ("ended_at__gte", models.F("began_at")), models.Q(("ended_by", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="episode_ended_by_somebody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reopened_at__isnull", True), ("repeat_at__isnull", True), _connector="OR"),
                        name="episode_reopened_or_repeated",
                    ),
                ],
                "indexes": [
                    models.Index(fields=["began_at"], name="episode_began"),
                    models.Index(fields=["ended_at"], name="episode_ended"),
                    models.Index(
                        condition=models.Q(("customer_key__isnull", False)),
                        fields=["customer_key", "topic", "began_at"],
                        name="episode_of_customer",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ToMeasure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("conversation_key", models.UUIDField()),
            ],
        ),
        migrations.CreateModel(
            name="Measuring",
            fields=[
                ("id", models.PositiveSmallIntegerField(default=1, editable=False, primary_key=True, serialize=False)),
                ("watermark", models.DateTimeField(null=True)),
                (
                    "method",
                    models.PositiveSmallIntegerField(default=0, help_text="By which all conversations are measured"),
                ),
                ("toward", models.PositiveSmallIntegerField(default=0)),
                ("after", models.UUIDField(null=True)),
                ("done", models.PositiveIntegerField(default=0)),
                (
                    "of",
                    models.PositiveIntegerField(default=0, help_text="Conversations, when measuring all of them began"),
                ),
            ],
            options={
                "constraints": [models.CheckConstraint(condition=models.Q(("id", 1)), name="measuring_one_row")],
            },
        ),
    ]
