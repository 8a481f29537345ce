import django.core.validators
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("assistant", "0008_skills"),
    ]

    operations = [
        migrations.AddField(
            model_name="assistantsettings",
            name="outside_seconds",
            field=models.PositiveSmallIntegerField(
                default=20,
                help_text="Until Baton answers instead of an AI of the company's own",
                validators=[django.core.validators.MinValueValidator(5), django.core.validators.MaxValueValidator(45)],
            ),
        ),
        migrations.AlterField(
            model_name="assistantsettings",
            name="engine",
            field=models.CharField(
                choices=[
                    ("embedded", "Baton's own, from your articles"),
                    ("language_model", "A language model, from your articles"),
                    ("outside", "An AI of your own, over the API"),
                ],
                default="embedded",
                max_length=14,
            ),
        ),
    ]
