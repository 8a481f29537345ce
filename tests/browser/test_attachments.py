"""Files travel from the customer to the agent and back, and say what is wrong with them."""

from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import FilePayload, FrameLocator, expect

from tests.browser.conftest import People, picture
from tests.browser.steps import log_of, open_chat, open_row, sign_in, write
from tests.running import Running

PROGRAM = b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff"
PASTE = """
(field) => {
  const data = new DataTransfer();
  data.items.add(new File(["Frame number WTU 118"], "frame.txt", { type: "text/plain" }));
  field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}
"""


def _photo() -> bytes:
    made = BytesIO()
    Image.effect_mandelbrot((900, 600), (-2.2, -1.2, 1.0, 1.2), 60).convert("RGB").save(made, "PNG")
    return made.getvalue()


def _stored(place: FrameLocator) -> None:
    expect(place.get_by_role("progressbar")).to_have_count(0)


def test_files_travel_both_ways(running_baton: Running, people: People) -> None:
    customer = people.page()
    chat = open_chat(customer, running_baton)
    files = chat.locator("input[type=file]")
    files.set_input_files({"name": "run.png", "mimeType": "image/png", "buffer": PROGRAM})
    expect(chat.get_by_role("alert")).to_contain_text("file")
    picture(customer, "30-widget-file-refused")
    people.errors.clear()  # the browser itself logs the refusal as a failed request
    chat.get_by_role("button", name="Remove run.png").click()

    files.set_input_files({"name": "frame.png", "mimeType": "image/png", "buffer": _photo()})
    chat.get_by_role("textbox", name="Your message").evaluate(PASTE)
    expect(chat.get_by_role("button", name="Remove frame.txt")).to_be_visible()
    _stored(chat)
    picture(customer, "31-widget-files-ready")
    write(chat, "The frame is cracked, see the photo. I want to speak to a person.")
    shown = log_of(chat).get_by_role("img", name="frame.png")
    expect(shown).to_have_js_property("complete", value=True)
    expect(log_of(chat)).to_contain_text("Passing you to a person")

    agent = people.page()
    sign_in(agent, running_baton)
    open_row(agent, "Waiting", "The frame is cracked")
    thread = log_of(agent)
    expect(thread.get_by_role("img", name="frame.png")).to_have_js_property("naturalWidth", 900)
    with agent.expect_download() as pasted:
        thread.get_by_role("link", name="frame.txt").click()
    assert Path(pasted.value.path()).read_text() == "Frame number WTU 118"

    agent.get_by_role("button", name="Accept").click()
    label = FilePayload(name="return label.txt", mimeType="text/plain", buffer=b"Larkfield, Unit 4")
    agent.locator("input[type=file]").set_input_files(label)
    expect(agent.get_by_role("button", name="Remove return label.txt")).to_be_visible()
    expect(agent.get_by_role("progressbar")).to_have_count(0)
    picture(agent, "32-inbox-file-ready")
    agent.get_by_role("button", name="Send", exact=True).click()
    link = log_of(chat).get_by_role("link", name="return label.txt")
    expect(link).to_be_visible()
    expect(thread).to_contain_text("Seen")
    picture(agent, "33-inbox-files")
    with customer.expect_download() as label_file:
        link.click()
    assert Path(label_file.value.path()).read_bytes() == b"Larkfield, Unit 4"
    picture(customer, "34-widget-files")
