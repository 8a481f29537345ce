"""Until when a customer changes an appointment, and when they are reminded of it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("assistant", "0013_calendars"),
    ]

    operations = [
        migrations.AddField(
            model_name="calendar",
            name="change_hours",
            field=models.PositiveSmallIntegerField(
                default=24, help_text="A customer moves or cancels so long before, at least"
            ),
        ),
        migrations.AddField(
            model_name="calendar",
            name="remind_hours",
            field=models.PositiveSmallIntegerField(
                default=24, help_text="Who agreed is reminded so long before; 0 for never"
            ),
        ),
    ]
