"""Every table of some schemas with its rows counted and hashed, so that two databases can be compared."""

from collections.abc import Callable, Iterator, Mapping, Sequence

import psycopg
from psycopg import sql

Fingerprints = Mapping[str, tuple[int, str]]  # {"schema.table": (rows, hash)}
Progress = Callable[[int, int], None]  # (tables done, of how many)
AT_ONCE = 100  # tables in one question
# Rows are told alike whatever the session's settings are.
PLAINLY = "SET statement_timeout = 0; SET TimeZone = 'UTC'; SET DateStyle = ISO; SET extra_float_digits = 1"
COLUMNS = """
SELECT n.nspname, c.relname, array_agg(a.attname::text ORDER BY a.attname)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
WHERE n.nspname = ANY(%s) AND c.relkind = 'r' AND c.relpersistence = 'p'
  AND NOT format('%%I.%%I', n.nspname, c.relname) = ANY(%s)
GROUP BY 1, 2 ORDER BY 1, 2
"""
# 60 bits of MD5 of each row, added up: the order of rows does not matter, and every PostgreSQL hashes alike.
ONE = """
SELECT {name}::text, count(*),
       coalesce(sum(('x' || left(md5(ROW({columns})::text), 15))::bit(60)::bigint::numeric), 0)::text
FROM {table}
"""


def fingerprints(
    line: psycopg.Connection,
    schemas: Sequence[str],
    *,
    without: Sequence[str] = (),
    progress: Progress | None = None,
) -> Fingerprints:
    """Count and hash each lasting table of the schemas but those `without`; `progress` hears how far it is."""
    line.execute(PLAINLY)
    tables = line.execute(COLUMNS, [list(schemas), list(without)]).fetchall()
    found: dict[str, tuple[int, str]] = {}
    for some in _chunks(tables):
        question = sql.SQL(" UNION ALL ").join(_question(schema, table, columns) for schema, table, columns in some)
        found |= {name: (rows, told) for name, rows, told in line.execute(question).fetchall()}
        if progress is not None:
            progress(len(found), len(tables))
    return found


def differences(wanted: Fingerprints, found: Fingerprints) -> list[str]:
    """What is otherwise than wanted, a line for each table; none when the two are the same."""
    told = []
    for table in sorted(wanted.keys() | found.keys()):
        here, there = wanted.get(table), found.get(table)
        if here is None or there is None:
            told.append(f"{table} is {'not wanted' if here is None else 'missing'}")
        elif tuple(here) != tuple(there):
            told.append(f"{table} has {there[0]} rows, {here[0]} are wanted{'' if here[0] != there[0] else ', others'}")
    return told


def _question(schema: str, table: str, columns: list[str]) -> sql.Composed:
    return sql.SQL(ONE).format(
        name=sql.Literal(f"{schema}.{table}"),
        columns=sql.SQL(", ").join(map(sql.Identifier, columns)),
        table=sql.Identifier(schema, table),
    )


def _chunks(tables: list[tuple[str, str, list[str]]]) -> Iterator[list[tuple[str, str, list[str]]]]:
    for start in range(0, len(tables), AT_ONCE):
        yield tables[start : start + AT_ONCE]
