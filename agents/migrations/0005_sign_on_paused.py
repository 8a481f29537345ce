from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("agents", "0004_shifts_and_routing")]

    operations = [
        migrations.AddField(
            model_name="signon",
            name="paused_at",
            field=models.DateTimeField(blank=True, help_text="The plan has no single sign-on since then", null=True),
        ),
    ]
