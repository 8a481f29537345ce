"""Tags that a person took off, so that they do not come back by themselves."""

import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds one field that may be empty."""

    dependencies = [
        ("conversations", "0009_identity"),
    ]

    operations = [
        migrations.AddField(
            model_name="conversation",
            name="tags_refused",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=40),
                blank=True,
                default=list,
                help_text="A person took them off: not by themselves",
                size=None,
            ),
        ),
    ]
