"""Whether the tour of the console is still to be shown; nobody who is here already needs one."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One field."""

    dependencies = [("agents", "0003_agent_language")]

    operations = [
        migrations.AddField(
            model_name="agent",
            name="tour_due",
            field=models.BooleanField(default=False, help_text="The tour of the console is shown until it is through"),
        ),
    ]
