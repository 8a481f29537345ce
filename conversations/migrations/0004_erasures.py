"""Who was erased: an id that nothing may come back under, and counts."""

import django.utils.timezone
from django.db import migrations, models

import tenants.ids


class Migration(migrations.Migration):
    dependencies = [("conversations", "0003_an_export_is_done")]

    operations = [
        migrations.CreateModel(
            name="Erasure",
            fields=[
                ("id", tenants.ids.IdField("ers", editable=False, primary_key=True, serialize=False)),
                ("customer_id", models.UUIDField(help_text="Of a customer who is no more", unique=True)),
                ("conversations", models.PositiveIntegerField(default=0)),
                ("messages", models.PositiveIntegerField(default=0)),
                ("files", models.PositiveIntegerField(default=0)),
                ("requested_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("done_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={"ordering": ["-requested_at"]},
        ),
    ]
