"""Looks for a word in every column of every table of a tenant and of all tenants, and in every file."""

from pathlib import Path
from zipfile import ZipFile, is_zipfile

from psycopg import sql

from tenants.current import connection

LOOK = "SELECT count(*) FROM {} AS whole_row WHERE whole_row::text ILIKE %s"
TABLES = """
SELECT table_schema, table_name FROM information_schema.tables
WHERE table_schema = ANY(%s) AND table_type = 'BASE TABLE'
"""


def places(word: str, *, schema: str, folder: Path) -> list[str]:
    """The tables and files, by name, in which the word stands; a zip is looked into."""
    found = []
    with connection.cursor() as cursor:
        cursor.execute(TABLES, [[schema, "public", "pgmq"]])
        for table_schema, table in cursor.fetchall():
            cursor.execute(sql.SQL(LOOK).format(sql.Identifier(table_schema, table)), [f"%{word}%"])
            if cursor.fetchone()[0]:
                found.append(f"{table_schema}.{table}")
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return found + [file.name for file in files if word in file.name.lower() or word.encode() in _content(file)]


def _content(file: Path) -> bytes:
    """All that is in the file, in small letters; of a zip, all that is in its entries."""
    if not is_zipfile(file):
        return file.read_bytes().lower()
    with ZipFile(file) as copy:
        return b"".join(copy.read(name) for name in copy.namelist()).lower()
