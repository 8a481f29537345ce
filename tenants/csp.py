"""The Content-Security-Policy of our pages: own files only, styles by file or nonce, nothing inline."""

from collections.abc import Mapping

HEADER = "Content-Security-Policy"


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
        **(more or {}),
    }
    return "; ".join(f"{name} {value}" for name, value in directives.items())
