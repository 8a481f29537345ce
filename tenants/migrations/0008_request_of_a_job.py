"""Jobs name the request that led to them, and what a minute brought is counted for the operators' pages."""

from django.contrib.postgres.fields import ArrayField
from django.db import migrations, models


class Migration(migrations.Migration):
    """A column that code of before need not know, and a table."""

    dependencies = [("tenants", "0007_asked")]

    operations = [
        migrations.AddField(
            model_name="job",
            name="request_id",
            field=models.CharField(blank=True, db_default="", help_text="Of the request that led to it", max_length=24),
        ),
        migrations.CreateModel(
            name="Minute",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                ("name", models.CharField(max_length=40)),
                ("counts", ArrayField(models.IntegerField())),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("at", "name"), name="minute_once")],
            },
        ),
    ]
