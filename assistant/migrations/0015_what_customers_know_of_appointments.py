"""Which time of an appointment its customer knows of."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("assistant", "0014_calendar_changes"),
    ]

    operations = [
        migrations.AddField(
            model_name="appointment",
            name="told_for",
            field=models.DateTimeField(blank=True, help_text="The time that the customer knows of", null=True),
        ),
    ]
