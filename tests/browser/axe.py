"""axe-core in a real browser: what of WCAG a machine can see, on the page as it stands now."""

from typing import Any

from playwright.sync_api import Frame, Page

from tests.database import ROOT

SOURCE = ROOT / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
REST = """
async () => {
  for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame);
  const ends = document.getAnimations().filter((one) => one.effect.getComputedTiming().endTime !== Infinity);
  return Promise.allSettled(ends.map((one) => one.finished));
}
"""
RUN = "(tags) => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})"


def violations(page: Page | Frame) -> list[str]:
    """What breaks a rule, one line each: the rule, what it wants, and where; its frames are left out."""
    # What moves in has half its colour: it is looked at where it comes to rest.
    page.evaluate(REST)
    if not page.evaluate("'axe' in window"):
        page.evaluate(SOURCE.read_text())
    found: dict[str, Any] = page.evaluate(RUN, TAGS)
    return [
        f"{one['id']}: {one['help']}: {'; '.join(node['html'][:160] for node in one['nodes'])}"
        for one in found["violations"]
    ]


def check(page: Page) -> None:
    """AssertionError that names what breaks a rule."""
    found = violations(page)
    assert not found, "\n".join(found)
