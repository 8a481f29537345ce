"""The assistant has a name of the company's own, and the company's page on privacy is known."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Two columns that code of before need not know."""

    dependencies = [("tenants", "0008_request_of_a_job")]

    operations = [
        migrations.AddField(
            model_name="tenant",
            name="assistant_name",
            field=models.CharField(
                blank=True, db_default="", default="", help_text="Beside the label that it is an AI", max_length=40
            ),
        ),
        migrations.AddField(
            model_name="tenant",
            name="privacy_url",
            field=models.CharField(
                blank=True,
                db_default="",
                default="",
                help_text="The company's page on what becomes of people's words",
                max_length=500,
            ),
        ),
    ]
