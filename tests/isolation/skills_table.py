"""Who may call what of the skills."""

from tests.isolation.row import Row, Who


def rows() -> list[Row]:
    """Skills and their policies, leads and guides."""
    one, guide = "/api/v1/skills/{skill}", "/api/v1/guides/{guide}"
    return [
        Row("GET", "/api/v1/actions?state=done", Who.VIEWER, "conversations:read"),
        Row("GET", "/api/v1/skills", Who.VIEWER, "skills:read"),
        Row("GET", one, Who.VIEWER, "skills:read"),
        Row("PATCH", one, Who.ADMIN, "skills:write", body={"on": False}),
        Row("POST", f"{one}/describe", Who.VIEWER, "skills:read", body={"policy": {}}),
        Row("POST", f"{one}/try", Who.VIEWER, "skills:read", body={"lines": [{"role": "customer", "text": "Hello"}]}),
        Row("GET", f"{one}/conversations", Who.VIEWER, "conversations:read", answers=(422,)),
        Row("GET", "/api/v1/leads", Who.VIEWER, "customers:read"),
        Row("GET", "/api/v1/leads/{lead}", Who.VIEWER, "customers:read"),
        Row("PATCH", "/api/v1/leads/{lead}", Who.AGENT, "customers:write", body={"state": "contacted"}),
        Row("GET", "/api/v1/guides", Who.VIEWER, "skills:read"),
        Row("POST", "/api/v1/guides", Who.ADMIN, "skills:write", body={"title": "{uuid}"}),
        Row(
            "POST", "/api/v1/guides/check", Who.VIEWER, "skills:read", body={"title": "x", "steps": [], "examples": []}
        ),
        Row("GET", guide, Who.VIEWER, "skills:read"),
        Row("PATCH", guide, Who.ADMIN, "skills:write", body={"examples": ["It squeals"]}),
        Row("DELETE", guide, Who.ADMIN, "skills:write"),
    ]
