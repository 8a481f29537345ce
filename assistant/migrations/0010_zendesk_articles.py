from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("assistant", "0009_outside"),
    ]

    operations = [
        migrations.AlterField(
            model_name="knowledgeimport",
            name="source",
            field=models.CharField(
                choices=[
                    ("paste", "Pasted text"),
                    ("csv", "CSV file"),
                    ("markdown", "Markdown files"),
                    ("pdf", "PDF files"),
                    ("word", "Word documents"),
                    ("html", "Web pages as files"),
                    ("web", "Web pages"),
                    ("zendesk", "Zendesk help centre"),
                ],
                max_length=8,
            ),
        ),
    ]
