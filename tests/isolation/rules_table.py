"""Who may call what of the rules, and a draft and a version of each company."""

from escalation.models import RuleBookVersion, RuleDraft
from tests.isolation.row import Row, Who

READS, WRITES = "rules:read", "rules:write"


def rows() -> list[Row]:
    """The rules in force, the draft, the versions; the version is in force, and the draft cannot be published."""
    at = "/api/v1/rules"
    draft, one = f"{at}/draft", f"{at}/versions/{{rules_version}}"
    return [
        Row("GET", at, Who.VIEWER, READS),
        Row("GET", f"{at}/catalogue", Who.VIEWER, READS),
        Row("GET", draft, Who.VIEWER, READS),
        Row("PUT", draft, Who.ADMIN, WRITES, body={"document": {}, "revision": 1}),
        Row("DELETE", draft, Who.ADMIN, WRITES),
        Row("POST", f"{draft}/publish", Who.ADMIN, WRITES, body={"revision": 1}, answers=(422,)),
        Row("GET", f"{at}/versions", Who.VIEWER, READS),
        Row("GET", one, Who.VIEWER, READS),
        Row("GET", f"{one}/diff", Who.VIEWER, READS),
        Row("POST", f"{one}/restore", Who.ADMIN, WRITES, body={}, answers=(409, 422)),
    ]


def things(told: str) -> dict[str, str]:
    """A version and a draft with the company's mark in it."""
    words = {"note": told, "published_by": told}
    RuleBookVersion.objects.update_or_create(
        number=1, defaults=words, create_defaults={**words, "document": {"nonsense": told}}
    )
    RuleDraft.objects.update_or_create(id=1, defaults={"document": {"note": told}, "revision": 1, "changed_by": told})
    return {"rules_version": "1"}
