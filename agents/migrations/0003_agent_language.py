"""The language that a person chose for the console."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One field."""

    dependencies = [("agents", "0002_idempotent_requests")]

    operations = [
        migrations.AddField(
            model_name="agent",
            name="language",
            field=models.CharField(blank=True, help_text="Of the console; the browser's when empty", max_length=5),
        ),
    ]
