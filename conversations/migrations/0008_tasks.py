"""A decision keeps the task that is under way; a draft what is carried out with it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conversations", "0007_held_drafts"),
    ]

    operations = [
        migrations.AddField(
            model_name="decision",
            name="skill",
            field=models.CharField(blank=True, help_text="That answered or handed over", max_length=40),
        ),
        migrations.AddField(
            model_name="decision",
            name="task",
            field=models.JSONField(blank=True, help_text="The task that is under way after this turn", null=True),
        ),
        migrations.AddField(
            model_name="draft",
            name="act",
            field=models.JSONField(blank=True, help_text="What is carried out when the draft is approved", null=True),
        ),
        migrations.AddField(
            model_name="draft",
            name="skill",
            field=models.CharField(blank=True, max_length=40),
        ),
    ]
