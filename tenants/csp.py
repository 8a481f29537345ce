"""The Content-Security-Policy of our pages: own files only, styles by file or nonce, nothing inline.

Text becomes markup in no page, but for those whose bundle names a policy of Trusted Types that looks at it first.
"""

from collections.abc import Mapping

HEADER = "Content-Security-Policy"
# Of frontend/src/shared/markup.ts, and of what refuses markup to libraries in frontend/src/console/shell/markup.ts.
CONSOLE = {"trusted-types": "baton default"}
WIDGET = {"trusted-types": "baton"}


def policy(*, nonce: str, host: str, more: Mapping[str, str] | None = None) -> str:
    """The policy as a header; `more` replaces or adds whole directives, such as {"frame-ancestors": "*"}."""
    directives = {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": f"'self' 'nonce-{nonce}'",
        "img-src": "'self' data:",
        "font-src": "'self'",
        "connect-src": f"'self' ws://{host} wss://{host}",
        "frame-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
        "require-trusted-types-for": "'script'",
        "trusted-types": "'none'",
        **(more or {}),
    }
    return "; ".join(f"{name} {value}" for name, value in directives.items())
