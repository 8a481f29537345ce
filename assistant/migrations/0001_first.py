import django.core.validators
import django.utils.timezone
from django.db import migrations, models

import tenants.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="AssistantSettings",
            fields=[
                ("id", models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False)),
                (
                    "tone",
                    models.CharField(
                        choices=[("warm", "Warm"), ("neutral", "Neutral"), ("formal", "Formal")],
                        default="warm",
                        max_length=8,
                    ),
                ),
                ("tone_chosen_at", models.DateTimeField(blank=True, null=True)),
                (
                    "tried_questions",
                    models.PositiveIntegerField(default=0, help_text="Asked by the team to test the knowledge"),
                ),
                (
                    "mode",
                    models.CharField(
                        choices=[
                            ("autopilot", "Answers by itself"),
                            ("supervised", "Each answer waits for an agent"),
                            ("copilot", "Drafts for agents only"),
                            ("off", "Off"),
                        ],
                        default="autopilot",
                        max_length=10,
                    ),
                ),
                (
                    "draft_minutes",
                    models.PositiveSmallIntegerField(
                        default=3,
                        help_text="Until a held draft goes to a person",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(60),
                        ],
                    ),
                ),
                (
                    "threshold",
                    models.FloatField(
                        blank=True, help_text="Confidence to answer from; empty: drawn from the knowledge", null=True
                    ),
                ),
                (
                    "order_numbers",
                    models.CharField(
                        blank=True,
                        help_text="Examples such as LC-104233; empty: learnt from the orders",
                        max_length=200,
                    ),
                ),
                (
                    "engine",
                    models.CharField(
                        choices=[
                            ("embedded", "Baton's own, from your articles"),
                            ("language_model", "A language model, from your articles"),
                        ],
                        default="embedded",
                        max_length=14,
                    ),
                ),
                (
                    "model_address",
                    models.CharField(blank=True, help_text="Base address of an OpenAI-compatible API", max_length=300),
                ),
                ("model_name", models.CharField(blank=True, max_length=120)),
                ("model_key", models.TextField(blank=True, help_text="Sealed")),
                ("tokens_per_day", models.PositiveIntegerField(default=1000000)),
                ("tokens_per_conversation", models.PositiveIntegerField(default=60000)),
                ("tokens_per_visitor", models.PositiveIntegerField(default=120000, help_text="Within a day")),
                (
                    "engine_alerted_at",
                    models.DateTimeField(blank=True, help_text="When people were last told of trouble", null=True),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("id", 1)), name="assistant_settings_one_row"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("threshold__isnull", True),
                            models.Q(("threshold__gte", 0), ("threshold__lte", 1)),
                            _connector="OR",
                        ),
                        name="assistant_settings_threshold_share",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ModelCall",
            fields=[
                ("id", tenants.ids.IdField("mdl", editable=False, primary_key=True, serialize=False)),
                ("conversation", models.CharField(blank=True, help_text="Public id", max_length=40)),
                ("customer", models.CharField(blank=True, help_text="Public id", max_length=40)),
                ("purpose", models.CharField(default="answer", max_length=20)),
                ("model", models.CharField(max_length=120)),
                ("outcome", models.CharField(help_text="answered, or the kind of failure", max_length=40)),
                ("prompt_tokens", models.PositiveIntegerField(default=0)),
                ("completion_tokens", models.PositiveIntegerField(default=0)),
                ("first_byte_ms", models.PositiveIntegerField(blank=True, null=True)),
                ("whole_ms", models.PositiveIntegerField(default=0)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={
                "ordering": ["-created_at"],
                "indexes": [
                    models.Index(fields=["created_at"], name="model_call_day"),
                    models.Index(fields=["conversation", "created_at"], name="model_call_of_conversation"),
                    models.Index(fields=["customer", "created_at"], name="model_call_of_customer"),
                ],
            },
        ),
    ]
