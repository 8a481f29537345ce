from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("assistant", "0005_vectors_of_examples"),
    ]

    operations = [
        migrations.AddField(
            model_name="article",
            name="compared",
            field=models.PositiveIntegerField(
                default=0, help_text="Number of the version held against the others last"
            ),
        ),
        migrations.AddField(
            model_name="importentry",
            name="version",
            field=models.PositiveIntegerField(
                blank=True, help_text="Of the article, as the review shows it", null=True
            ),
        ),
        migrations.AddField(
            model_name="knowledgeimport",
            name="at_once",
            field=models.BooleanField(default=False, help_text="Stored without a review"),
        ),
        migrations.AddField(
            model_name="knowledgeimport",
            name="requested_name",
            field=models.CharField(blank=True, max_length=120),
        ),
    ]
