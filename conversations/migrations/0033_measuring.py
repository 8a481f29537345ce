"""Measuring anew says by which method, and episodes do not hold on to the row of their conversation."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("conversations", "0032_report_settings")]

    operations = [
        migrations.AddField(
            model_name="measuring",
            name="toward",
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.AlterField(
            model_name="episode",
            name="conversation",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="episodes",
                to="conversations.conversation",
            ),
        ),
    ]
