"""Words of the document as HTML: what stands between backticks is code."""

import re

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

CODE = re.compile(r"`([^`]+)`")


def html(text: str) -> SafeString:
    """The text, escaped, with its code as such."""
    parts = enumerate(CODE.split(text))  # every second one is code
    return format_html_join(
        "", "{}", ((format_html("<code>{}</code>", part) if place % 2 else part,) for place, part in parts)
    )
