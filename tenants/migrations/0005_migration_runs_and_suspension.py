"""How far the migration of all schemas came, and why a company is suspended."""

import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    """A table in the schema of all tenants, and a column of the companies."""

    dependencies = [("tenants", "0004_cache")]

    operations = [
        migrations.CreateModel(
            name="MigrationRun",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.CharField(help_text="Of the code", max_length=64)),
                ("started_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("seen_at", models.DateTimeField(default=django.utils.timezone.now, help_text="The last sign of life")),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("canary", models.CharField(blank=True, help_text="The schema that went first", max_length=63)),
                ("total", models.PositiveIntegerField(default=0)),
                ("done", models.PositiveIntegerField(default=0)),
                ("problems", models.JSONField(default=dict, help_text="{schema: what went wrong}")),
            ],
            options={"ordering": ["-started_at"]},
        ),
        migrations.AddField(
            model_name="tenant",
            name="suspended_for",
            field=models.CharField(blank=True, help_text="Why, in words that its owner may read", max_length=200),
        ),
    ]
