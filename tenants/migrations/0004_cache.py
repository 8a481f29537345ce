"""The table of Django's cache, for a Baton that has no Redis."""

from django.db import migrations


class Migration(migrations.Migration):
    """What `createcachetable` would make, in the schema of all tenants; each key begins with its tenant."""

    dependencies = [("tenants", "0003_sign_up_and_settings")]

    operations = [
        migrations.RunSQL(
            """
            CREATE UNLOGGED TABLE public.baton_cache (
                cache_key varchar(255) NOT NULL PRIMARY KEY,
                value text NOT NULL,
                expires timestamptz NOT NULL
            );
            CREATE INDEX baton_cache_expires ON public.baton_cache (expires);
            """,
            "DROP TABLE public.baton_cache",
        ),
    ]
