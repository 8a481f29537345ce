"""Words that a company writes in several languages: which of them a visitor reads."""

from collections.abc import Mapping

LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl", "ar")  # of the widget


def of(words: Mapping[str, str], language: str, *, company: str) -> str:
    """The words in the visitor's language, else in the company's first, else in any; "" where there are none."""
    return words.get(language) or words.get(company) or next((said for said in words.values() if said), "")
