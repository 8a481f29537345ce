"""An export that can be fetched is called done, as an import is."""

from django.db import migrations, models

STATES = [
    ("waiting", "Waiting"),
    ("running", "Running"),
    ("done", "Done"),
    ("failed", "Failed"),
    ("expired", "Expired"),
]


class Migration(migrations.Migration):
    dependencies = [("conversations", "0002_exports")]

    operations = [
        migrations.AlterField("export", "state", models.CharField(choices=STATES, default="waiting", max_length=8)),
    ]
