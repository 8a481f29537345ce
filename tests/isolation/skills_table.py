"""Who may call what of the skills."""

from tests.isolation.row import Row, Who


def rows() -> list[Row]:
    """Skills and their policies."""
    one = "/api/v1/skills/{skill}"
    return [
        Row("GET", "/api/v1/skills", Who.VIEWER, "settings:read"),
        Row("GET", one, Who.VIEWER, "settings:read"),
        Row("PATCH", one, Who.ADMIN, body={"on": False}),
        Row("POST", f"{one}/describe", Who.VIEWER, body={"policy": {}}),
    ]
