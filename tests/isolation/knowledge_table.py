"""The rows of what the assistant knows and how it is tried, and of what is learnt from conversations."""

from tests.isolation.row import Row, Who

VIEWER, AGENT, SUPERVISOR = Who.VIEWER, Who.AGENT, Who.SUPERVISOR
READ, WRITE, TALKS = "knowledge:read", "knowledge:write", "conversations:read"


def rows() -> list[Row]:
    """All of it; 409 says that the state of things does not allow it."""
    return [*_articles(), *_topics(), *_imports(), *_learning()]


def _articles() -> list[Row]:
    at, article = "/api/v1", {"title": "A new article", "body": "Text."}
    return [
        Row("GET", f"{at}/articles", VIEWER, READ),
        Row("POST", f"{at}/articles", SUPERVISOR, WRITE, body=article),
        Row("GET", f"{at}/articles/{{article}}", VIEWER, READ),
        Row("PATCH", f"{at}/articles/{{article}}", SUPERVISOR, WRITE, body={"tags": ["x"]}),
        Row("GET", f"{at}/articles/facets", VIEWER, READ),
        Row("POST", f"{at}/articles/preview", VIEWER, READ, body={"body": "*Text*"}),
        Row("GET", f"{at}/articles/{{article}}/versions", VIEWER, READ),
        Row("GET", f"{at}/articles/{{article}}/versions/{{article_version}}", VIEWER, READ),
        Row("POST", f"{at}/articles/{{article}}/restore", SUPERVISOR, WRITE, body={}),
        Row("DELETE", f"{at}/articles/{{article}}", SUPERVISOR, WRITE),
        Row("POST", f"{at}/assistant/preview", SUPERVISOR, WRITE, body={"question": ""}, answers=(422,)),
    ]


def _topics() -> list[Row]:
    """The topics that customers write about, and articles that repeat or contradict each other."""
    at = "/api/v1/topics"
    one = f"{at}/{{topic}}"
    return [
        Row("GET", at, VIEWER, READ),
        Row("POST", at, SUPERVISOR, WRITE, body={"name": "{uuid}", "examples": ["Where is it?"]}),
        Row("POST", f"{at}/try", VIEWER, READ, body={"text": "Where is it?"}),
        Row("GET", one, VIEWER, READ),
        Row("PATCH", one, SUPERVISOR, WRITE, body={"description": "x"}),
        Row("GET", f"{one}/suggestions", SUPERVISOR, TALKS),
        Row("DELETE", one, SUPERVISOR, WRITE),
        Row("GET", "/api/v1/overlaps", VIEWER, READ),
        Row("POST", "/api/v1/overlaps/{overlap}/dismiss", SUPERVISOR, WRITE),
        Row("POST", "/api/v1/overlaps/{overlap}/reopen", SUPERVISOR, WRITE),
    ]


def _imports() -> list[Row]:
    """Imports of knowledge; 409 says that the import does not wait for a review."""
    at, moves = "/api/v1/knowledge_imports", (200, 409)
    one, none = f"{at}/{{import}}", {"actions": ["create"], "chosen": False}
    return [
        Row("GET", at, VIEWER, READ),
        Row("POST", at, SUPERVISOR, WRITE, body={"source": "paste", "text": "Text."}),
        Row("POST", f"{at}/files", SUPERVISOR, WRITE, form={"files": "no file"}, answers=(422,)),
        Row("GET", one, VIEWER, READ),
        Row("POST", f"{one}/apply", SUPERVISOR, WRITE, answers=moves),
        Row("POST", f"{one}/choose", SUPERVISOR, WRITE, body=none, answers=moves),
        Row("GET", f"{one}/entries", VIEWER, READ),
        Row("GET", f"{one}/entries/{{entry}}", VIEWER, READ),
        Row("PATCH", f"{one}/entries/{{entry}}", SUPERVISOR, WRITE, body={"chosen": False}, answers=moves),
        Row("POST", f"{one}/dismiss", SUPERVISOR, WRITE, answers=moves),
    ]


def _learning() -> list[Row]:
    """What is learnt from conversations."""
    at, case, gap, proposal = "/api/v1", "{bench_case}", "{gap}", "{proposal}"
    asked = {"question": "When?", "expected": "article", "article_id": "{article}"}
    of_a_talk = {"conversation_id": "{conversation}", "asked_seq": 1, "expected": "unsure"}
    change = {"change": {"article_id": "{article}", "removed": True}}
    return [
        Row("GET", f"{at}/bench/cases", VIEWER, READ),
        Row("POST", f"{at}/bench/cases", SUPERVISOR, WRITE, body=asked),
        # A token has to read conversations too.
        Row("POST", f"{at}/bench/cases", SUPERVISOR, WRITE, body=of_a_talk, answers=(201, 403)),
        Row("GET", f"{at}/bench/cases/{case}", VIEWER, READ),
        Row("PATCH", f"{at}/bench/cases/{case}", SUPERVISOR, WRITE, body={"note": "New"}),
        Row("DELETE", f"{at}/bench/cases/{case}", SUPERVISOR, WRITE),
        Row("GET", f"{at}/bench/runs", VIEWER, READ),
        Row("POST", f"{at}/bench/runs", SUPERVISOR, WRITE, body=change),
        Row("GET", f"{at}/bench/runs/{{bench_run}}", VIEWER, READ),
        Row("GET", f"{at}/gaps", VIEWER, READ),
        Row("POST", f"{at}/gaps/look", SUPERVISOR, WRITE),
        Row("GET", f"{at}/gaps/{gap}", VIEWER, READ),
        Row("GET", f"{at}/gaps/{gap}/today", VIEWER, READ),
        Row("POST", f"{at}/gaps/{gap}/draft", SUPERVISOR, WRITE),
        Row("POST", f"{at}/gaps/{gap}/dismiss", SUPERVISOR, WRITE, body={"because": "Not ours"}),
        Row("POST", f"{at}/gaps/{gap}/reopen", SUPERVISOR, WRITE),
        Row("GET", f"{at}/proposals", VIEWER, READ),
        Row("GET", f"{at}/proposals/{proposal}", VIEWER, READ),
        Row("PATCH", f"{at}/proposals/{proposal}", SUPERVISOR, WRITE, body={"title": "New"}),
        Row("POST", f"{at}/proposals/{proposal}/publish", SUPERVISOR, WRITE, body={}),
        Row("POST", f"{at}/proposals/{proposal}/dismiss", SUPERVISOR, WRITE),
        Row("POST", f"{at}/proposals/{proposal}/reopen", SUPERVISOR, WRITE),
        Row(
            "POST",
            f"{at}/conversations/{{conversation}}/corrections",
            AGENT,
            "conversations:write",
            body={"seq": 90, "text": "Better."},
        ),
    ]
