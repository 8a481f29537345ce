"""When people were told of an alert by mail."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds one field that may be empty."""

    dependencies = [
        ("conversations", "0013_labels_and_reviews"),
    ]

    operations = [
        migrations.AddField(
            model_name="alert",
            name="mailed_at",
            field=models.DateTimeField(blank=True, help_text="When its last letter left", null=True),
        ),
    ]
