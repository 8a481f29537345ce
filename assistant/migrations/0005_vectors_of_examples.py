from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("assistant", "0004_knowledge_bench_and_engines"),
    ]

    operations = [
        migrations.AddField(
            model_name="intent",
            name="vectors",
            field=models.BinaryField(default=b"", help_text="Of the examples, so that no process encodes them again"),
        ),
    ]
