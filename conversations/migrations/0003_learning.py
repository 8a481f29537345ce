import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import tenants.ids


class Migration(migrations.Migration):
    dependencies = [
        ("agents", "0001_first"),
        ("assistant", "0008_skills"),
        ("conversations", "0002_log"),
    ]

    operations = [
        migrations.CreateModel(
            name="Draft",
            fields=[
                ("id", tenants.ids.IdField("drf", editable=False, primary_key=True, serialize=False)),
                (
                    "conversation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="drafts",
                        to="conversations.conversation",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("held", "The assistant's answer, held until an agent decides"),
                            ("suggested", "A reply for the agent who holds the conversation"),
                        ],
                        max_length=9,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Waits"),
                            ("approved", "Sent as it was"),
                            ("edited", "Sent with changes"),
                            ("rejected", "Not sent"),
                            ("superseded", "The conversation went on"),
                            ("expired", "Nobody decided in time"),
                        ],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("asked_seq", models.PositiveIntegerField()),
                ("epoch", models.PositiveIntegerField(help_text="Under which it was made")),
                ("text", models.TextField()),
                ("sources", models.JSONField(blank=True, default=list)),
                ("confidence", models.FloatField(blank=True, null=True)),
                ("reason", models.CharField(blank=True, help_text="Why it is held, in words", max_length=400)),
                ("skill", models.CharField(blank=True, max_length=40)),
                (
                    "act",
                    models.JSONField(blank=True, help_text="What is carried out when the draft is approved", null=True),
                ),
                (
                    "carries",
                    models.JSONField(
                        blank=True, default=dict, help_text="What goes out beside the words when it is approved"
                    ),
                ),
                (
                    "due_at",
                    models.DateTimeField(
                        blank=True, help_text="When a person gets the conversation instead", null=True
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("decided_because", models.CharField(blank=True, help_text="Why it was rejected", max_length=300)),
                (
                    "answer_seq",
                    models.PositiveIntegerField(blank=True, help_text="Of the message that came of it", null=True),
                ),
            ],
            options={
                "ordering": ["created_at", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "superseded"), _negated=True),
                        fields=("conversation", "asked_seq", "kind"),
                        name="draft_once_per_question",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("kind", "held"), ("state", "waiting")),
                        fields=("conversation",),
                        name="draft_one_waiting",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_at__isnull", True), ("state", "waiting")),
                            models.Q(models.Q(("state", "waiting"), _negated=True), ("decided_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="draft_decided_iff_not_waiting",
                    ),
                ],
                "indexes": [
                    models.Index(condition=models.Q(("state", "waiting")), fields=["due_at"], name="draft_waiting_due")
                ],
            },
        ),
        migrations.CreateModel(
            name="Gap",
            fields=[
                ("id", tenants.ids.IdField("gap", editable=False, primary_key=True, serialize=False)),
                ("title", models.CharField(help_text="The question that stands for all", max_length=300)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "Open"),
                            ("published", "An article was published"),
                            ("dismissed", "Dismissed"),
                        ],
                        default="open",
                        max_length=9,
                    ),
                ),
                ("questions_count", models.PositiveIntegerField(default=0)),
                (
                    "harm",
                    models.FloatField(default=0, help_text="Sum over its questions of how much each hurt, 0..1 each"),
                ),
                (
                    "article",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="assistant.article",
                    ),
                ),
                ("published_at", models.DateTimeField(blank=True, null=True)),
                ("dismissed_because", models.CharField(blank=True, max_length=300)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("updated_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "ordering": ["-harm", "-questions_count", "id"],
                "indexes": [models.Index(fields=["state", "-harm"], name="gap_worst")],
            },
        ),
        migrations.CreateModel(
            name="GapQuestion",
            fields=[
                ("id", tenants.ids.IdField("gpq", editable=False, primary_key=True, serialize=False)),
                (
                    "gap",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="questions", to="conversations.gap"
                    ),
                ),
                (
                    "conversation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="conversations.conversation"
                    ),
                ),
                ("asked_seq", models.PositiveIntegerField()),
                ("text", models.TextField()),
                (
                    "outcome",
                    models.CharField(help_text="unsure, handover, corrected, asked_again, left", max_length=20),
                ),
                ("harm", models.FloatField(help_text="0..1")),
                ("reply_seq", models.PositiveIntegerField(blank=True, help_text="Of what an agent replied", null=True)),
                ("asked_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["-asked_at"],
                "constraints": [
                    models.UniqueConstraint(fields=("conversation", "asked_seq"), name="gap_question_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Proposal",
            fields=[
                ("id", tenants.ids.IdField("prp", editable=False, primary_key=True, serialize=False)),
                (
                    "cause",
                    models.CharField(
                        choices=[
                            ("correction", "An agent corrected an answer"),
                            ("gap", "Questions without an answer"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "Open"), ("published", "Published"), ("dismissed", "Dismissed")],
                        default="open",
                        max_length=9,
                    ),
                ),
                (
                    "gap",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="proposals",
                        to="conversations.gap",
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="assistant.article",
                    ),
                ),
                (
                    "message",
                    models.ForeignKey(
                        blank=True,
                        help_text="The answer corrected",
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="conversations.message",
                    ),
                ),
                ("title", models.CharField(max_length=200)),
                ("body", models.TextField()),
                (
                    "questions",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=300), blank=True, default=list, size=None
                    ),
                ),
                ("language", models.CharField(default="en", max_length=8)),
                (
                    "correction",
                    models.TextField(blank=True, help_text="What the agent says the answer should have been"),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["-made_at", "id"],
            },
        ),
    ]
