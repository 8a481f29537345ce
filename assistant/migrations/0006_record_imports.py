import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import tenants.ids


class Migration(migrations.Migration):
    dependencies = [
        ("assistant", "0005_connector"),
    ]

    operations = [
        migrations.CreateModel(
            name="Lead",
            fields=[
                ("id", tenants.ids.IdField("lead", editable=False, primary_key=True, serialize=False)),
                ("name", models.CharField(blank=True, max_length=120)),
                ("email", models.EmailField(blank=True, db_index=True, max_length=254)),
                ("phone", models.CharField(blank=True, help_text="E.164", max_length=30)),
                ("company", models.CharField(blank=True, max_length=200)),
                ("told", models.JSONField(default=dict, help_text="What they said, by field, in canonical form")),
                (
                    "words",
                    models.JSONField(blank=True, default=dict, help_text="What they said, by field, as they wrote it"),
                ),
                ("score", models.IntegerField(default=0)),
                ("reasons", models.JSONField(blank=True, default=list, help_text="The criteria that held, in words")),
                ("good", models.BooleanField(default=False)),
                (
                    "state",
                    models.CharField(
                        choices=[("new", "New"), ("contacted", "Contacted"), ("won", "Won"), ("lost", "Lost")],
                        default="new",
                        max_length=9,
                    ),
                ),
                ("conversation", models.CharField(blank=True, help_text="Public id", max_length=40)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("updated_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "ordering": ["-created_at", "-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("email", ""), ("phone", ""), _negated=True), name="lead_can_be_reached"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RecordImport",
            fields=[
                ("id", tenants.ids.IdField("rim", editable=False, primary_key=True, serialize=False)),
                ("kind", models.CharField(help_text="orders, products, persons or tickets", max_length=10)),
                ("name", models.CharField(help_text="Of the file", max_length=120)),
                ("text", models.TextField(blank=True, help_text="The file; emptied when it is read")),
                ("columns", models.JSONField(default=list, help_text="As the file names them")),
                ("mapping", models.JSONField(blank=True, default=dict, help_text="{field: column}")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("mapping", "Waits for its columns"),
                            ("reading", "Reading"),
                            ("review", "Waits for a review"),
                            ("applying", "Storing"),
                            ("done", "Done"),
                            ("undoing", "Taking back"),
                            ("undone", "Taken back"),
                            ("failed", "Failed"),
                            ("dismissed", "Dismissed"),
                        ],
                        default="mapping",
                        max_length=9,
                    ),
                ),
                ("total", models.PositiveIntegerField(default=0)),
                ("done", models.PositiveIntegerField(default=0)),
                ("problem", models.CharField(blank=True, max_length=300)),
                ("requested_by", models.CharField(blank=True, help_text="Public id of the agent", max_length=40)),
                ("requested_name", models.CharField(blank=True, max_length=120)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("finished_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["-created_at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="RecordImportRow",
            fields=[
                ("id", tenants.ids.IdField("rir", editable=False, primary_key=True, serialize=False)),
                (
                    "of_import",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="rows", to="assistant.recordimport"
                    ),
                ),
                (
                    "line",
                    models.PositiveIntegerField(
                        help_text="Of the file, where the record begins; the column names are line 1"
                    ),
                ),
                (
                    "action",
                    models.CharField(
                        choices=[
                            ("create", "New"),
                            ("update", "Changes"),
                            ("same", "Nothing new"),
                            ("problem", "Cannot be stored"),
                        ],
                        max_length=7,
                    ),
                ),
                ("key", models.CharField(blank=True, help_text="Number, SKU or e-mail address", max_length=254)),
                ("email", models.CharField(blank=True, help_text="Whose it is, to find it again", max_length=254)),
                ("fields", models.JSONField(blank=True, default=dict)),
                ("before", models.JSONField(blank=True, default=dict)),
                ("problem", models.CharField(blank=True, max_length=300)),
                ("param", models.CharField(blank=True, help_text="The field that is wrong", max_length=60)),
                ("applied_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["line"],
                "constraints": [models.UniqueConstraint(fields=("of_import", "line"), name="record_import_line_once")],
            },
        ),
    ]
