"""Words of the document as HTML: what stands between backticks is code."""

import re

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

CODE = re.compile(r"`([^`]+)`")


def html(text: str) -> SafeString:
    """The text, escaped, with its code as such."""
    return mark_safe(CODE.sub(r"<code>\1</code>", escape(text)))  # noqa: S308  all but our own tags is escaped
