from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conversations", "0018_brought_from_elsewhere"),
    ]

    operations = [
        migrations.AddField(
            model_name="customer",
            name="form_answers",
            field=models.JSONField(
                blank=True,
                db_default={},
                default=dict,
                help_text="As they filled in the form before a chat, unproven",
            ),
        ),
        migrations.AddField(
            model_name="widgetsettings",
            name="form",
            field=models.JSONField(blank=True, db_default={}, default=dict, help_text="What is asked before a chat"),
        ),
        migrations.AddField(
            model_name="widgetsettings",
            name="greetings",
            field=models.JSONField(
                blank=True,
                db_default=[],
                default=list,
                help_text="On the company's pages, the first that fits wins",
            ),
        ),
    ]
