from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("billing", "0002_subscription"),
    ]

    operations = [
        migrations.AddField(
            model_name="resolution",
            name="free_because",
            field=models.CharField(
                blank=True,
                choices=[
                    ("trial", "It was counted in the trial"),
                    ("plan", "The plan charges no resolutions"),
                    ("given", "The plan was given by the operator"),
                    ("cap", "It came after the last one that the cap allows"),
                    ("late", "Baton learned of it when its period was over"),
                    ("nobody", "Nobody is billed here"),
                ],
                help_text="Empty where it is billable",
                max_length=8,
            ),
        ),
    ]
