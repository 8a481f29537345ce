from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("assistant", "0011_translates"),
    ]

    operations = [
        migrations.AddField(
            model_name="skillsettings",
            name="waits",
            field=models.BooleanField(db_default=False, default=False, help_text="For the first records that it needs"),
        ),
    ]
