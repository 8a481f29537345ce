from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("assistant", "0010_zendesk_articles"),
    ]

    operations = [
        migrations.AddField(
            model_name="assistantsettings",
            name="translates",
            field=models.BooleanField(default=False, help_text="Between customer and agent, by the language model"),
        ),
    ]
