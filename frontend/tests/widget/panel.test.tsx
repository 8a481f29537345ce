import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Conversation } from "../../src/widget/conversation";
import { Panel } from "../../src/widget/panel";
import { ASSISTANT, CONVERSATION, control, MAYA, message, resolved, standing } from "../shared/log";
import { COMPANY, FakeDesk } from "./fake-desk";

const SOURCE = { article_id: "art_1", title: "Returns", passage: "Within 30 days." };

let desk: FakeDesk;
let talk: Conversation;
let place: HTMLElement;
let closed: number;

beforeEach(() => {
  localStorage.clear();
  desk = new FakeDesk();
  closed = 0;
  place = document.createElement("div");
  document.body.append(place);
});

afterEach(() => {
  vi.unstubAllGlobals();
  render(null, place);
  place.remove();
  talk.stop();
  vi.useRealTimers();
});

async function shown(): Promise<void> {
  talk = new Conversation({
    url: "ws://demo",
    company: COMPANY,
    shown: true,
    tell: () => {},
    open: desk.open,
  });
  await act(async () => {
    render(<Panel talk={talk} onClose={() => (closed += 1)} mails />, place);
    talk.start();
    await Promise.resolve();
  });
}

function button(name: string): HTMLButtonElement | undefined {
  const all = Array.from(place.querySelectorAll("button"));
  return all.find((one) => (one.getAttribute("aria-label") ?? one.textContent)?.trim() === name);
}

async function press(name: string): Promise<void> {
  await act(async () => button(name)?.click());
}

async function add(...events: Parameters<FakeDesk["add"]>[0][]): Promise<void> {
  await act(async () => {
    for (const event of events) desk.add(event);
  });
}

function text(selector: string): string {
  return place.querySelector(selector)?.textContent ?? "";
}

test("the assistant has the company's name for it, and stays labelled as an AI", async () => {
  await shown();
  expect(text(".strip .holder-name")).toBe("Assistant AI");
  desk.company = { ...COMPANY, assistant_name: "Pip", privacy_url: "https://acme.example/privacy" };
  render(null, place);
  talk.stop();
  await shown();
  expect(text(".strip .holder-name")).toBe("Pip AI");
  const link = place.querySelector<HTMLAnchorElement>(".privacy a");
  expect(link?.href).toBe("https://acme.example/privacy");
  expect(link?.rel).toBe("noopener noreferrer");
  await add(message(1), message(2, { author: { ...ASSISTANT, name: "Pip" }, ai: true }));
  expect(text(".message--assistant .author-name")).toBe("Pip");
  expect(text(".message--assistant .author abbr")).toBe("AI");
});

test("at first contact it says that an AI answers and suggests what to ask", async () => {
  await shown();
  expect(text(".ai-notice")).toBe(COMPANY.ai_notice);
  await press("Where is my order?");
  expect(text(".message--own .bubble")).toBe("Where is my order?");
  expect(button("Where is my order?")).toBeUndefined();
});

test("the company's logo stands in the place of its initials", async () => {
  desk.company = { ...COMPANY, logo_url: "/logo/1.png" };
  await shown();
  await act(() => vi.waitFor(() => expect(place.querySelector("img.crest")).not.toBeNull()));
  expect(place.querySelector(".crest")?.getAttribute("src")).toBe("/logo/1.png");
});

test("each message of the assistant is labelled as AI and opens its source", async () => {
  desk.log = [message(1), message(2, { author: ASSISTANT, ai: true, sources: [SOURCE] })];
  await shown();
  await add(message(3, { author: ASSISTANT, ai: true }));
  expect(place.querySelectorAll(".message--assistant .author abbr")).toHaveLength(2);
  const chip = place.querySelector<HTMLButtonElement>(".chip");
  const passage = document.getElementById(chip?.getAttribute("aria-controls") ?? "");
  expect(passage?.hidden).toBe(true);
  await act(async () => chip?.click());
  expect(chip?.getAttribute("aria-expanded")).toBe("true");
  expect(passage?.hidden).toBe(false);
  expect(passage?.textContent).toBe(SOURCE.passage);
});

test("the way to a person is always there and asks for one", async () => {
  await shown();
  await press("Talk to a person");
  expect(desk.frames("ask_person")).toHaveLength(1);
});

test("the handover is told from the passing to the person who read it", async () => {
  desk.log = [message(1)];
  await shown();
  await add(control(2, { passed_on: ["Order LF-20418"] }));
  expect(text(".handover h2")).toBe("Passing you to a person");
  expect(text(".passed-on li")).toBe("Order LF-20418");
  expect(text(".place")).toContain("Looking for the right person");
  await act(async () =>
    desk.say({ seq: null, type: "queue.moved", conversation_id: CONVERSATION, data: standing(2) }),
  );
  expect(text(".place")).toContain("One person is ahead of you");
  await add(
    control(3, {
      holder: "agent",
      agent: { id: "agt_maya", name: "Maya" },
      reason: "accepted",
      text: "Maya from Billing has read everything above.",
    }),
  );
  expect(text(".handover h2")).toBe("Passed on to Maya");
  expect(place.querySelector(".place")).toBeNull();
  expect(text(".moment")).toContain("Maya from Billing has read everything above.");
  expect(text(".strip")).toContain("Maya");
});

test("a finished message is spoken, one's own and the past are not", async () => {
  desk.log = [message(1)];
  await shown();
  expect(text("[aria-live=polite]")).toBe("");
  await add(message(2, { author: MAYA, text: "Hello, Maya here." }));
  expect(text("[aria-live=polite]")).toBe("Maya says: Hello, Maya here.");
});

test("a resolved conversation says so and can be taken up again", async () => {
  vi.stubGlobal("fetch", async () => new Response('{"survey": null}'));
  desk.log = [message(1), resolved(2)];
  await shown();
  expect(text(".strip")).toContain("Resolved");
  expect(text(".moment--resolved")).toContain("Resolved.");
  expect(place.querySelector("textarea")?.placeholder).toBe("Write to start again");
});

test("Enter sends, Shift and Enter does not, and empty words are not sent", async () => {
  await shown();
  const area = place.querySelector("textarea") as HTMLTextAreaElement;
  const enter = (shiftKey: boolean) =>
    act(async () => {
      area.dispatchEvent(
        new KeyboardEvent("keydown", { key: "Enter", shiftKey, bubbles: true, cancelable: true }),
      );
    });
  const write = (value: string) =>
    act(async () => {
      area.value = value;
      area.dispatchEvent(new Event("input", { bubbles: true }));
    });
  await write("  ");
  await enter(false);
  await write(" Hello ");
  await enter(true);
  expect(desk.frames("send")).toEqual([]);
  await enter(false);
  expect(desk.frames("send").map((frame) => frame.text)).toEqual(["Hello"]);
  expect(area.value).toBe("");
});

test("Escape and the button close the panel", async () => {
  await shown();
  await press("Close chat");
  document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
  expect(closed).toBe(2);
});

test("a lost connection is said after a moment, not at once", async () => {
  vi.useFakeTimers();
  await shown();
  desk.down = true;
  await act(async () => desk.last.hangUp(1006));
  await act(async () => {
    await vi.advanceTimersByTimeAsync(1_000);
  });
  expect(place.querySelector(".banner")).toBeNull();
  await act(async () => {
    await vi.advanceTimersByTimeAsync(1_000);
  });
  expect(text(".banner")).toContain("Reconnecting");
});

test("words of the page begin what they write, and take the place of nothing", async () => {
  const field = () => place.querySelector("textarea") as HTMLTextAreaElement;
  await shown();
  await act(async () => talk.begin("About the Merlin Gravel: "));
  expect(field().value).toBe("About the Merlin Gravel: ");
  await act(async () => talk.begin("Is it light?"));
  expect(field().value).toBe("About the Merlin Gravel: ");
});
