"""The rows of what is brought from elsewhere."""

from tests.isolation.row import Row, Who

READ, WRITE = "conversations:read", "conversations:write"


def rows() -> list[Row]:
    """Migrations, which are for those who manage the settings."""
    at = "/api/v1/migrations"
    one = f"{at}/{{migration}}"
    return [
        Row("GET", at, Who.ADMIN, READ),
        Row("POST", at, Who.ADMIN, WRITE, form={"source": "chatwoot", "file": "no file"}, answers=(422,)),
        Row("GET", one, Who.ADMIN, READ),
        Row("GET", f"{one}/items", Who.ADMIN, READ),
        Row("POST", f"{one}/apply", Who.ADMIN, WRITE),
        Row("POST", f"{one}/cancel", Who.ADMIN, WRITE),
        Row("POST", f"{one}/undo", Who.ADMIN, WRITE, answers=(409,)),
    ]
