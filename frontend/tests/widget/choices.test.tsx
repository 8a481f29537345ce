import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Choice, Form } from "../../src/shared/wire";
import { daysOf } from "../../src/widget/calendar";
import { digitsOf } from "../../src/widget/code";
import { Conversation } from "../../src/widget/conversation";
import { linesOf } from "../../src/widget/fields";
import { Panel } from "../../src/widget/panel";
import { ASSISTANT, control, message } from "../shared/log";
import { COMPANY, FakeDesk } from "./fake-desk";

let desk: FakeDesk;
let talk: Conversation;
let place: HTMLElement;

const choice = (label: string, detail = ""): Choice => ({ says: label, label, detail });

beforeEach(async () => {
  localStorage.clear();
  desk = new FakeDesk();
  place = document.createElement("div");
  document.body.append(place);
  talk = new Conversation({
    url: "ws://demo",
    company: COMPANY,
    shown: true,
    tell: () => {},
    open: desk.open,
  });
  await act(async () => {
    render(<Panel talk={talk} onClose={null} mails />, place);
    talk.start();
    await Promise.resolve();
  });
});

afterEach(() => {
  render(null, place);
  place.remove();
  talk.stop();
});

async function asks(seq: number, choices: Choice[], form: Form = ""): Promise<void> {
  await act(async () => desk.add(message(seq, { author: ASSISTANT, ai: true, choices, form })));
}

function buttons(within: string): HTMLButtonElement[] {
  return Array.from(place.querySelectorAll<HTMLButtonElement>(`${within} button`));
}

async function press(button: HTMLButtonElement | undefined): Promise<void> {
  await act(async () => button?.click());
}

async function type(selector: string, value: string): Promise<void> {
  const input = place.querySelector<HTMLInputElement>(selector);
  if (!input) throw new Error(`no ${selector}`);
  await act(async () => {
    input.value = value;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

test("picking sends the words of the choice, once, and the choices are gone", async () => {
  await asks(1, [choice("The blue one"), choice("The red one")]);
  const [blue] = buttons(".choices");
  await press(blue);
  await press(blue);
  expect(desk.frames("send").map(({ text }) => text)).toEqual(["The blue one"]);
  expect(buttons(".choices")).toHaveLength(0);
});

test("only the newest question can be answered by picking", async () => {
  await asks(1, [choice("Yes")], "confirm");
  await asks(2, [choice("Monday")]);
  expect(buttons(".choices").map((one) => one.textContent)).toEqual(["Monday"]);
});

test("nothing can be picked any more once a person holds the conversation", async () => {
  await asks(1, [choice("Yes"), choice("No")], "confirm");
  expect(place.querySelector(".choices--confirm")).not.toBeNull();
  await act(async () => desk.add(control(2, { holder: "queue" })));
  expect(buttons(".choices")).toHaveLength(0);
});

test("a code is sent when it has six digits", async () => {
  await asks(1, [], "code");
  const [send] = buttons(".code");
  await type(".code-input", "12 34");
  expect(send?.disabled).toBe(true);
  await type(".code-input", "123 456");
  await act(async () => send?.form?.requestSubmit());
  expect(desk.frames("send").map(({ text }) => text)).toEqual(["123456"]);
});

test("a code keeps its digits alone", () => {
  expect(digitsOf("12a3-456 7")).toBe("123456");
});

test("times are offered by day, as the company's clock shows them", async () => {
  await asks(
    1,
    [
      choice("Tuesday 9:30", "2026-11-24T09:30+01:00"),
      choice("Wednesday 14:00", "2026-11-25T14:00+01:00"),
      choice("Another week"),
    ],
    "calendar",
  );
  const [slot] = buttons(".times");
  expect(slot?.textContent).toContain("9:30");
  expect(slot?.getAttribute("aria-label")).toMatch(new RegExp(`^${slot?.textContent}, Tuesday`));
  await press(buttons(".days")[1]);
  await press(buttons(".times")[0]);
  expect(desk.frames("send").map(({ text }) => text)).toEqual(["Wednesday 14:00"]);
});

test("the arrow keys move along the days", async () => {
  await asks(1, [choice("a", "2026-11-24T09:30Z"), choice("b", "2026-11-25T14:00Z")], "calendar");
  const tabs = place.querySelector(".days");
  await act(async () => {
    tabs?.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true }));
  });
  expect(buttons(".days").map((one) => one.getAttribute("aria-selected"))).toEqual(["false", "true"]);
});

test("days keep the order in which the times came", () => {
  const { days, others } = daysOf([
    choice("x", "2026-11-24T09:30Z"),
    choice("y"),
    choice("z", "2026-11-24T10:00Z"),
  ]);
  expect(days.map(({ date, times }) => [date, times.map(({ clock }) => clock)])).toEqual([
    ["2026-11-24", ["09:30", "10:00"]],
  ]);
  expect(others.map(({ label }) => label)).toEqual(["y"]);
});

test("fields leave as plain lines, the empty ones left out", () => {
  expect(linesOf([choice("Name"), choice("Phone"), choice("Street")], ["Jane", " ", "Main St 1"])).toBe(
    "Name: Jane\nStreet: Main St 1",
  );
});

test("filled fields are sent as one message", async () => {
  await asks(1, [choice("Name", "name"), choice("E-mail", "email")], "fields");
  await type(".fields input", "Jane");
  await act(async () => buttons(".fields")[0]?.form?.requestSubmit());
  expect(desk.frames("send").map(({ text }) => text)).toEqual(["Name: Jane"]);
});
