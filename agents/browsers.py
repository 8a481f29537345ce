"""The name of a browser and its system, as people know them, from what it calls itself."""

import re

from django.utils.translation import gettext

# In this order: many call themselves by the names of those that they descend from.
BROWSERS = (
    ("Edge", r"Edg(e|A|iOS)?/"),
    ("Opera", r"OPR/|Opera"),
    ("Samsung Internet", r"SamsungBrowser/"),
    ("Firefox", r"Firefox/|FxiOS/"),
    ("Chrome", r"Chrome/|CriOS/|Chromium/"),
    ("Safari", r"Safari/"),
)
SYSTEMS = (
    ("iPhone", r"iPhone"),
    ("iPad", r"iPad"),
    ("Android", r"Android"),
    ("Windows", r"Windows"),
    ("ChromeOS", r"CrOS"),
    ("macOS", r"Mac OS X|Macintosh"),
    ("Linux", r"Linux|X11"),
)


def name(called: str) -> str:
    """Such as "Firefox on Linux"; gettext("Unknown browser") when it says nothing that is known."""
    browser, system = _first(BROWSERS, called), _first(SYSTEMS, called)
    if browser and system:
        return gettext("{browser} on {system}").format(browser=browser, system=system)
    return browser or system or gettext("Unknown browser")


def _first(known: tuple[tuple[str, str], ...], called: str) -> str:
    return next((word for word, sign in known if re.search(sign, called)), "")
