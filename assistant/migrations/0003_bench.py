import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import tenants.ids


class Migration(migrations.Migration):
    dependencies = [
        ("assistant", "0002_knowledge"),
    ]

    operations = [
        migrations.CreateModel(
            name="BenchCase",
            fields=[
                ("id", tenants.ids.IdField("bnc", editable=False, primary_key=True, serialize=False)),
                ("lines", models.JSONField(help_text="List of {role, text}; the last one is the customer's question")),
                (
                    "expected",
                    models.CharField(
                        choices=[
                            ("article", "An answer from an article"),
                            ("unsure", "The assistant says that it does not know"),
                            ("handover", "A person gets it"),
                        ],
                        max_length=8,
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
                    "trigger",
                    models.CharField(blank=True, help_text="Of the expected handover; empty: any", max_length=40),
                ),
                ("note", models.CharField(blank=True, max_length=300)),
                (
                    "from_conversation",
                    models.CharField(blank=True, db_index=True, help_text="Public id", max_length=40),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={
                "ordering": ["created_at", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("article__isnull", False), ("expected", "article")),
                            models.Q(models.Q(("expected", "article"), _negated=True), ("article__isnull", True)),
                            _connector="OR",
                        ),
                        name="bench_case_article_iff_expected",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="BenchRun",
            fields=[
                ("id", tenants.ids.IdField("run", editable=False, primary_key=True, serialize=False)),
                ("cause", models.CharField(help_text="asked, knowledge, settings, model, draft", max_length=20)),
                (
                    "change",
                    models.JSONField(
                        blank=True, default=dict, help_text="What is tried: {article_id?, fields?, settings?}"
                    ),
                ),
                (
                    "against",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="assistant.benchrun",
                    ),
                ),
                ("knowledge_number", models.PositiveBigIntegerField(default=0)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Waiting"),
                            ("running", "Running"),
                            ("done", "Done"),
                            ("failed", "Failed"),
                        ],
                        default="waiting",
                        max_length=8,
                    ),
                ),
                ("total", models.PositiveIntegerField(default=0)),
                ("done", models.PositiveIntegerField(default=0)),
                ("passed", models.PositiveIntegerField(default=0)),
                ("problem", models.CharField(blank=True, max_length=300)),
                ("requested_by", models.CharField(blank=True, help_text="Public id of the agent", max_length=40)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("finished_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["-created_at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="BenchResult",
            fields=[
                ("id", tenants.ids.IdField("bnr", editable=False, primary_key=True, serialize=False)),
                (
                    "run",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="results", to="assistant.benchrun"
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="results", to="assistant.benchcase"
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("article", "An answer from an article"),
                            ("unsure", "The assistant says that it does not know"),
                            ("handover", "A person gets it"),
                        ],
                        max_length=8,
                    ),
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
                ("trigger", models.CharField(blank=True, max_length=40)),
                ("text", models.TextField(blank=True)),
                ("confidence", models.FloatField(blank=True, null=True)),
                ("passed", models.BooleanField()),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("run", "case"), name="bench_result_once")],
            },
        ),
    ]
