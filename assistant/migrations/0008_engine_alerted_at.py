"""When people were last told that the language model gives no answers."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds one field that may be empty."""

    dependencies = [("assistant", "0007_removed_by_an_import")]

    operations = [
        migrations.AddField(
            model_name="assistantsettings",
            name="engine_alerted_at",
            field=models.DateTimeField(blank=True, help_text="When people were last told of trouble", null=True),
        ),
    ]
