"""What ends a command and whoever runs Baton can put right, said in one line in place of a screen of code."""

import django.db
import psycopg
from django.core.exceptions import ImproperlyConfigured
from psycopg import errors

from tenants.embedded.binaries import NoPostgresError
from tenants.role import RoleError


def said(error: Exception) -> str:
    """The line, or nothing for an error that is of another kind. Pure."""
    if isinstance(error, ImproperlyConfigured | NoPostgresError | RoleError):
        return str(error)
    cause = error.__cause__ if isinstance(error, django.db.Error) else error
    if isinstance(cause, errors.UndefinedTable | errors.InvalidSchemaName):
        return "The tables of this version are not all in the database: run `manage.py migrate_tenants`."
    if isinstance(cause, psycopg.OperationalError) and cause.sqlstate is None:  # it answered with no error of its own
        return f"The database of DATABASE_URL cannot be reached: {' '.join(str(cause).split())}"
    return ""
