from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("assistant", "0006_reviews_and_comparisons"),
    ]

    operations = [
        migrations.AddField(
            model_name="knowledgeimport",
            name="removed",
            field=models.PositiveIntegerField(default=0),
        ),
    ]
