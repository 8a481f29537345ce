from django.db import migrations


class Migration(migrations.Migration):
    """Expands: a column with a default, which code that knows nothing of it leaves out, and a table of its own."""

    dependencies = [("conversations", "__first__")]
    operations = [
        migrations.RunSQL(
            "ALTER TABLE conversations_message ADD COLUMN written_by varchar(8) NOT NULL DEFAULT 'old'",
            "ALTER TABLE conversations_message DROP COLUMN written_by",
        ),
        migrations.RunSQL("CREATE TABLE newer_thing (id bigint PRIMARY KEY)", "DROP TABLE newer_thing"),
    ]
