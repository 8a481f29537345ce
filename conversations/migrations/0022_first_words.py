from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conversations", "0021_transcripts"),
    ]

    operations = [
        migrations.AddField(
            model_name="widgetsettings",
            name="first_words",
            field=models.JSONField(
                blank=True,
                db_default={},
                default=dict,
                help_text="By language, what its readers find instead: {greeting, quick_replies}",
            ),
        ),
    ]
