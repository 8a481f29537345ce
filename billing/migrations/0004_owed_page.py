from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("billing", "0003_why_free"),
    ]

    operations = [
        migrations.AddField(
            model_name="subscription",
            name="owed_page",
            field=models.CharField(blank=True, help_text="Where the invoice that is owed is paid", max_length=500),
        ),
    ]
