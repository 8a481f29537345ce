from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("assistant", "0001_first")]

    operations = [
        migrations.CreateModel(
            name="EncodedText",
            fields=[
                (
                    "digest",
                    models.CharField(
                        help_text="SHA-256 of encoder versions and text",
                        max_length=64,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("minilm", models.BinaryField(help_text="384 numbers, float16")),
                ("use", models.BinaryField(help_text="512 numbers, float16")),
            ],
        ),
    ]
