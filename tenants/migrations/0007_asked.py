"""The counts of requests, for a Baton that has no Redis."""

from django.db import migrations


class Migration(migrations.Migration):
    """A table that is not logged, with room in its pages, so that a count is written where it was."""

    dependencies = [("tenants", "0006_chosen_plan")]

    operations = [
        migrations.RunSQL(
            """
            CREATE UNLOGGED TABLE public.baton_asked (
                who bytea NOT NULL PRIMARY KEY,
                newest integer NOT NULL,
                counts integer[] NOT NULL
            ) WITH (fillfactor = 50);
            """,
            "DROP TABLE public.baton_asked",
        ),
    ]
