"""What a POST with a key was answered with."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One table."""

    dependencies = [("agents", "0001_first")]

    operations = [
        migrations.CreateModel(
            name="IdempotentRequest",
            fields=[
                ("digest", models.CharField(max_length=64, primary_key=True, serialize=False)),
                (
                    "fingerprint",
                    models.CharField(help_text="Of the request: another one may not use the key", max_length=64),
                ),
                ("run", models.UUIDField(help_text="Which try it is that runs, or ran")),
                ("begun_at", models.DateTimeField()),
                (
                    "status",
                    models.PositiveSmallIntegerField(help_text="None while it is under way, or was cut off", null=True),
                ),
                ("content_type", models.CharField(blank=True, max_length=120)),
                ("answer", models.TextField(blank=True, help_text="Sealed; empty once it is kept no more")),
            ],
            options={"indexes": [models.Index(fields=["begun_at"], name="idempotent_request_begun")]},
        ),
    ]
