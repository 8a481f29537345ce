"""Which plan somebody had in mind when they signed up."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Two columns of the sign-ups."""

    dependencies = [("tenants", "0005_migration_runs_and_suspension")]

    operations = [
        migrations.AddField(
            "signup", "plan", models.CharField(blank=True, default="", help_text="Chosen", max_length=8)
        ),
        migrations.AddField("signup", "interval", models.CharField(blank=True, default="", max_length=5)),
    ]
