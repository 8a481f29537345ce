"""The widget in each state: what axe-core can see of WCAG in both themes, room at any zoom, and the keyboard."""

from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Frame, FrameLocator, Page, Route, expect

from tests.browser import axe
from tests.browser.conftest import People, picture
from tests.browser.steps import log_of, open_chat, open_row, reply, sign_in, write
from tests.browser.test_blocked_sockets import NO_SOCKETS
from tests.running import Running

# What is too small for a finger, or beyond the edge. Links within a sentence may be as high as their line.
CRAMPED = """
() => {
  const wide = innerWidth, found = [];
  for (const one of document.querySelectorAll('button, a[href], input, select, textarea, label.scale-step')) {
    const { width, height, left, right } = one.getBoundingClientRect();
    if (!width || one.matches('.visually-hidden, [type=file], .words a')) continue;
    if (width < 24 || height < 24) found.push(`too small: ${one.outerHTML.slice(0, 90)} ${width} x ${height}`);
    if (!one.closest('.days') && (right > wide + 1 || left < -1)) found.push(`cut off: ${one.outerHTML.slice(0, 90)}`);
  }
  if (document.scrollingElement.scrollWidth > wide) found.push('it scrolls sideways');
  const over = (one, two) => one.right > two.left + 1 && two.right > one.left + 1
    && one.bottom > two.top + 1 && two.bottom > one.top + 1;
  for (const line of document.querySelectorAll('.head, .strip, .composer')) {
    const boxes = [...line.children].map((one) => one.getBoundingClientRect()).filter((one) => one.width > 0);
    if (boxes.some((one, at) => boxes.slice(at + 1).some((two) => over(one, two))))
      found.push(`overlaps: ${line.className}`);
  }
  return found;
}
"""
REACHABLE = """
() => {
  const field = document.querySelector('.composer textarea');
  field.scrollIntoView();
  const { top, bottom } = field.getBoundingClientRect();
  return top >= -1 && bottom <= innerHeight + 1;
}
"""
MAILS = """
document.addEventListener('readystatechange', () => {
  const config = document.getElementById('baton-config');
  if (config) config.firstChild.data = config.firstChild.data.replace('"mails": false', '"mails": true');
});
"""


@dataclass
class Tour:
    """Looks at the widget where it stands, and gathers what is wrong."""

    page: Page
    found: list[str] = field(default_factory=list)

    @property
    def frame(self) -> Frame:
        """The widget's own document."""
        return next(one for one in self.page.frames if "/widget/" in one.url)

    def look(self, name: str) -> None:
        """Light on a wide screen, dark on a narrow one, and with letters of twice their size."""
        for scheme, width, height in (("dark", 320, 640), ("light", 1000, 760)):
            self.page.set_viewport_size({"width": width, "height": height})
            self.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            self.found += [f"{name}, {scheme}: {line}" for line in [*axe.violations(self.frame), *self.cramped()]]
            picture(self.page, f"90-widget-{name}-{scheme}")

    def zoom(self, name: str) -> None:
        """At 400 % a screen of 1280 x 1024 is one of 320 x 256; at 200 % letters are twice as high."""
        self.page.set_viewport_size({"width": 320, "height": 256})
        self.found += [f"{name}, zoomed: {line}" for line in self.cramped()]
        if not self.frame.evaluate(REACHABLE):
            self.found.append(f"{name}, zoomed: nobody can write")
        picture(self.page, f"90-widget-{name}-zoomed")
        self.page.set_viewport_size({"width": 390, "height": 844})
        self.frame.evaluate("document.documentElement.style.fontSize = '200%'")
        self.found += [f"{name}, large: {line}" for line in self.cramped()]
        if not self.frame.evaluate(REACHABLE):
            self.found.append(f"{name}, large: nobody can write")
        picture(self.page, f"90-widget-{name}-large")
        self.frame.evaluate("document.documentElement.style.fontSize = ''")
        self.page.set_viewport_size({"width": 1000, "height": 760})

    def cramped(self) -> list[str]:
        """What has too little room."""
        told: list[str] = self.frame.evaluate(CRAMPED)
        return told


def _letters_leave(page: Page) -> None:
    """The widget takes this Baton for one that sends letters; what becomes of them is tested without a browser."""

    def transcript(route: Route) -> None:
        told: dict[str, Any] = {"email": "j•••@example.net", "needs_code": route.request.method == "POST"}
        route.fulfill(json={"email": None} if route.request.method == "GET" else told)

    page.add_init_script(MAILS)
    page.route("**/api/v1/widget/transcript", transcript)


def _by_keyboard(page: Page, chat: FrameLocator) -> None:
    """Menu, letter and panel by keys alone; the focus comes back to where it was."""
    field, more = chat.get_by_role("textbox", name="Your message"), chat.get_by_role("button", name="More")
    more.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(chat.get_by_role("button", name="E-mail this conversation")).to_be_focused()
    page.keyboard.press("Escape")
    expect(more).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(chat.get_by_role("textbox", name="Your e-mail address")).to_be_focused()
    page.keyboard.type("jane@example.net")
    page.keyboard.press("Enter")
    expect(chat.get_by_role("textbox", name="We sent a code to")).to_be_focused()
    page.keyboard.type("123456")
    page.keyboard.press("Enter")
    expect(chat.get_by_role("status").filter(has_text="on its way")).to_be_focused()
    page.keyboard.press("Escape")
    expect(field).to_be_focused()
    page.keyboard.press("Escape")
    launcher = page.get_by_role("button", name="Open chat")
    expect(launcher).to_be_focused()
    page.keyboard.press("Enter")
    expect(field).to_be_focused()


def _cards(chat: FrameLocator, tour: Tour) -> None:
    """Free times by day, and the field for a code."""
    write(chat, "I would like to book a service for my bike")
    expect(chat.get_by_role("tablist", name="Days")).to_be_visible()
    tour.look("calendar")
    write(chat, "Never mind. Where is my order?")
    expect(log_of(chat)).to_contain_text("Which e-mail address did you order with?")
    write(chat, "ella.marsh@example.com")
    expect(chat.get_by_role("textbox", name="The code from the e-mail")).to_be_visible()
    tour.look("code")


def test_each_state_of_the_widget_breaks_no_rule(running_baton: Running, people: People) -> None:
    page, agent = people.page(width=1000, height=760), people.page()
    _letters_leave(page)
    chat, tour = open_chat(page, running_baton), Tour(page)
    tour.found += axe.violations(page)
    tour.look("open")
    write(chat, "How long does delivery take?")
    chat.get_by_role("list", name="Sources").get_by_role("button").first.click()
    spoken = chat.locator("[aria-live=polite]")
    expect(spoken).to_contain_text("Assistant, AI, says: Parcels take")
    expect(log_of(chat)).to_have_attribute("aria-live", "off")
    tour.look("answer")
    tour.zoom("answer")
    _by_keyboard(page, chat)
    chat.get_by_role("button", name="More").click()
    tour.look("menu")
    chat.get_by_role("button", name="E-mail this conversation").click()
    tour.look("letter")
    tour.zoom("letter")
    chat.get_by_role("button", name="Dismiss").click()

    _cards(chat, tour)
    write(chat, "Forget it. Which bike size fits me?")
    expect(chat.get_by_role("list", name="Suggestions")).to_be_visible()
    tour.look("choices")
    chat.locator("input[type=file]").set_input_files(
        {"name": "frame.txt", "mimeType": "text/plain", "buffer": b"WTU 118"}
    )
    expect(chat.get_by_role("button", name="Remove frame.txt")).to_be_visible()
    tour.look("file")
    write(chat, "Let me talk to a human being about my crooked wheel!")
    expect(log_of(chat)).to_contain_text("Passing you to a person")
    chat.get_by_role("button", name="Other ways").click()
    tour.look("ways")
    chat.get_by_role("button", name="Call me").click()
    tour.look("call")
    tour.zoom("call")

    sign_in(agent, running_baton)
    open_row(agent, "Waiting", "my crooked wheel")
    agent.get_by_role("button", name="Accept").or_(agent.get_by_role("button", name="Take over")).first.click()
    reply(agent, "I look at it.")
    expect(spoken).to_contain_text("says: I look at it.")
    tour.look("agent")
    agent.get_by_role("button", name="Resolve").first.click()
    expect(chat.get_by_role("region", name="How was our help?")).to_be_visible()
    chat.get_by_role("radio", name="Good", exact=True).check(force=True)
    tour.look("survey")
    tour.zoom("survey")
    assert not tour.found, "\n".join(tour.found)


def test_a_widget_without_its_server_says_so_and_breaks_no_rule(running_baton: Running, people: People) -> None:
    page = people.page(width=1000, height=760)
    page.add_init_script(NO_SOCKETS)
    page.route("**/api/v1/widget/hello", lambda route: route.abort())
    chat, tour = open_chat(page, running_baton), Tour(page)
    expect(chat.get_by_role("status").filter(has_text="What you write is kept")).to_be_visible()
    write(chat, "Is anybody there?")
    tour.look("away")
    people.errors.clear()  # the browser itself logs what did not connect
    assert not tour.found, "\n".join(tour.found)
