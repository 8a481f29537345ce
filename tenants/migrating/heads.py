"""Which migrations each schema has, asked of many schemas at once."""

from collections.abc import Iterator, Mapping, Sequence

from tenants.current import connection
from tenants.migrating.versions import Name

AT_ONCE = 200  # schemas in one question: each costs the server two locks
WITH_TABLE = """
SELECT nspname, to_regclass(format('%%I.django_migrations', nspname)) IS NOT NULL
FROM pg_namespace WHERE nspname = ANY(%s)
"""
ONE = "SELECT '{text}'::text AS schema, coalesce(array_agg(ARRAY[app::text, name::text]), '{{}}') FROM {table}"


def of(schemas: Sequence[str]) -> Mapping[str, frozenset[Name]]:
    """The migrations of each schema that exists; none of one that has no table for them."""
    with connection.cursor() as cursor:
        cursor.execute(WITH_TABLE, [list(schemas)])
        known: dict[str, bool] = dict(cursor.fetchall())
        found: dict[str, frozenset[Name]] = {schema: frozenset() for schema in known}
        for some in _chunks([schema for schema in schemas if known.get(schema)]):
            cursor.execute(" UNION ALL ".join(map(_question, some)))
            found |= {schema: frozenset((app, name) for app, name in rows) for schema, rows in cursor.fetchall()}
    return found


def _question(schema: str) -> str:
    table = f"{connection.ops.quote_name(schema)}.django_migrations"
    return ONE.format(text=schema.replace("'", "''"), table=table)


def _chunks(schemas: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(schemas), AT_ONCE):
        yield schemas[start : start + AT_ONCE]
