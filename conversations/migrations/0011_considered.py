"""What a decision considered and with which models it was made; a held answer's reason may be a rule's."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds two fields to decisions and makes room in one of drafts."""

    dependencies = [
        ("conversations", "0010_tags_refused"),
    ]

    operations = [
        migrations.AddField(
            model_name="decision",
            name="considered",
            field=models.JSONField(blank=True, help_text="The rules that held, and those that nearly did", null=True),
        ),
        migrations.AddField(
            model_name="decision",
            name="model_versions",
            field=models.JSONField(blank=True, default=dict, help_text="Of what measured and answered, by name"),
        ),
        migrations.AlterField(
            model_name="draft",
            name="reason",
            field=models.CharField(blank=True, help_text="Why it is held, in words", max_length=400),
        ),
    ]
