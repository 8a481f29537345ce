"""PostgreSQL as message queue (PGMQ's own SQL, without its extension) and as channel layer."""

from django.db import migrations
from pgmq.install import get_embedded_install_sql

INSTALLED = "SELECT 1 FROM pg_namespace WHERE nspname = 'pgmq'"


def install_queue(_apps, schema_editor):
    """Install PGMQ unless the server has it already, as an extension or from before."""
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(INSTALLED)
        if cursor.fetchone() is None:
            cursor.execute(get_embedded_install_sql())


class Migration(migrations.Migration):
    """The queue's schema `pgmq`, and the table for messages that are too big to be notified."""

    dependencies = [("tenants", "0001_first")]

    operations = [
        migrations.RunPython(install_queue, migrations.RunPython.noop),
        migrations.RunSQL(
            """
            CREATE UNLOGGED TABLE public.channel_payload (
                id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                at timestamptz NOT NULL DEFAULT now(),
                body text NOT NULL
            );
            CREATE INDEX channel_payload_at ON public.channel_payload (at);
            """,
            "DROP TABLE public.channel_payload",
        ),
    ]
