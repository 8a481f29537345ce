"""The application's role in PostgreSQL: it reads and writes rows, owns nothing, and cannot rewrite the audit log.

Whoever owns the database makes the role and gives it its rights; Baton's processes take it on with each connection.
"""

import psycopg
from psycopg import errors, sql

NAME = "baton_app"
ONE_AT_A_TIME = 7_301_004_202  # key of PostgreSQL's lock around giving rights in one database
TAKEN_ON = f"-c role={NAME}"  # libpq's `options` of a connection of the application

MAKE = f"""
DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{NAME}') THEN
        CREATE ROLE {NAME} NOLOGIN;
    END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;  -- another process was quicker
END $$
"""
MAY_TAKE_IT_ON = "SELECT pg_has_role(current_user, %s, %s)"
IN_FUTURE = f"""
ALTER DEFAULT PRIVILEGES GRANT USAGE ON SCHEMAS TO {NAME};
ALTER DEFAULT PRIVILEGES GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {NAME};
ALTER DEFAULT PRIVILEGES GRANT SELECT, USAGE, UPDATE ON SEQUENCES TO {NAME};
"""
IN_SCHEMA = f"""
GRANT USAGE ON SCHEMA {{schema}} TO {NAME};
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {{schema}} TO {NAME};
GRANT SELECT, USAGE, UPDATE ON ALL SEQUENCES IN SCHEMA {{schema}} TO {NAME};
"""
KEPT = f"REVOKE UPDATE, DELETE, TRUNCATE ON {{schema}}.trail_auditentry FROM {NAME}"
OF_THE_OWNER = f"""
SELECT nspname FROM pg_namespace
WHERE pg_has_role(current_user, nspowner, 'USAGE') AND nspname NOT LIKE 'pg\\_%%' AND nspname <> 'information_schema'
  AND (nspname IN ('public', 'pgmq') OR NOT has_schema_privilege('{NAME}', oid, 'USAGE'))
"""  # noqa: S608
# Workers declare their queue at each start. They may, through its owner's hands, and own none of its tables.
DECLARES = """
SELECT p.oid::regprocedure::text FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
WHERE n.nspname = 'pgmq' AND p.proname IN ('create', 'enable_notify_insert')
  AND NOT p.prosecdef AND pg_has_role(current_user, p.proowner, 'USAGE')
"""
AS_OWNER = "ALTER FUNCTION {function} SECURITY DEFINER SET search_path = pg_catalog, pg_temp"


class RoleError(Exception):
    """The user of the database may not make the role, nor take it on."""


def prepare(owner: psycopg.Connection) -> None:
    """Make the role, and give it its rights in the database of `owner`, a connection in autocommit mode.

    Idempotent, and quick when nothing is left to do; what the owner makes later comes with the rights.
    """
    owner.execute("SELECT pg_advisory_lock(%s)", [ONE_AT_A_TIME])  # PostgreSQL would let the slower one fail
    try:
        _prepare(owner)
    finally:
        owner.execute("SELECT pg_advisory_unlock(%s)", [ONE_AT_A_TIME])


def _prepare(owner: psycopg.Connection) -> None:
    make(owner)
    owner.execute(IN_FUTURE)
    for (schema,) in owner.execute(OF_THE_OWNER).fetchall():
        settle(owner, schema)
    for (function,) in owner.execute(DECLARES).fetchall():
        owner.execute(sql.SQL(AS_OWNER).format(function=sql.SQL(function)))


def make(owner: psycopg.Connection) -> None:
    """Make the role unless the server has it; RoleError when this user may not."""
    user = owner.info.user
    try:
        owner.execute(MAKE)
        taking = "SET" if owner.info.server_version >= 160000 else "MEMBER"
        allowed = owner.execute(MAY_TAKE_IT_ON, [NAME, taking]).fetchone()
        if allowed != (True,):
            owner.execute(sql.SQL(f"GRANT {NAME} TO {{user}}").format(user=sql.Identifier(user)))
    except errors.InsufficientPrivilege as error:
        raise RoleError(
            f"The database user {user} may not make the role {NAME}. Let an administrator of the server run: "
            f'CREATE ROLE {NAME} NOLOGIN; GRANT {NAME} TO "{user}";'
        ) from error


def settle(owner: psycopg.Connection, schema: str) -> None:
    """Give the role its rights in all that stands in `schema` now; call it after filling one from a copy."""
    name = sql.Identifier(schema)
    with owner.transaction():
        owner.execute(sql.SQL(IN_SCHEMA).format(schema=name))
        if owner.execute("SELECT to_regclass(%s)", [f'"{schema}".trail_auditentry']).fetchone() != (None,):
            owner.execute(sql.SQL(KEPT).format(schema=name))
