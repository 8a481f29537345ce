"""What order numbers look like, where the company says it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds one field that may be empty."""

    dependencies = [("assistant", "0010_connector_and_record_imports")]

    operations = [
        migrations.AddField(
            model_name="assistantsettings",
            name="order_numbers",
            field=models.CharField(
                blank=True,
                help_text="Examples such as LC-104233; empty: learnt from the orders",
                max_length=200,
            ),
        ),
    ]
