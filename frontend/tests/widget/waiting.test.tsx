import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, expect, test, vi } from "vitest";
import { applyEvent, EMPTY, type Thread } from "../../src/shared/thread";
import type { Queue } from "../../src/shared/wire";
import type { Conversation } from "../../src/widget/conversation";
import { Waiting } from "../../src/widget/waiting";
import { control, standing } from "../shared/log";

const place = document.createElement("div");
document.body.append(place);

afterEach(() => {
  act(() => render(null, place));
  vi.unstubAllGlobals();
});

function waits(given: Partial<Queue> = {}): { told: Queue[] } {
  const told: Queue[] = [];
  const talk = { queueTold: (queue: Queue) => told.push(queue) } as unknown as Conversation;
  const thread: Thread = { ...applyEvent(EMPTY, control(1)), queue: standing(1, given) };
  act(() => render(<Waiting talk={talk} thread={thread} />, place));
  return { told };
}

/** Until what the answers brought is drawn. */
const settled = () => act(async () => new Promise((resolve) => setTimeout(resolve, 10)));

function answers(...said: { status: number; body: unknown }[]) {
  const asked = vi.fn(async (_url: string, _init?: RequestInit) => {
    const { status, body } = said.shift() ?? { status: 200, body: {} };
    return new Response(JSON.stringify(body), { status });
  });
  vi.stubGlobal("fetch", asked);
  return asked;
}

async function press(label: string): Promise<void> {
  const button = [...place.querySelectorAll("button")].find((one) => one.textContent === label);
  await act(async () => button?.click());
  await settled();
}

test("only what is possible is offered", async () => {
  waits({ choices: ["call", "leave"] });
  await press("Other ways");
  expect([...place.querySelectorAll(".choice")].map((one) => one.textContent)).toEqual([
    "Call me",
    "Leave the queue",
  ]);
});

test("a call is asked for with the number and a window of the team's", async () => {
  const window = { begins_at: "2026-01-05T12:00:00Z", ends_at: "2026-01-05T13:00:00Z" };
  const windows = [window];
  const promised = standing(null, { chosen: "call", call: { phone: "+49 30 1", ...window } });
  const asked = answers({ status: 200, body: { windows } }, { status: 200, body: { queue: promised } });
  const { told } = waits();
  await press("Other ways");
  await press("Call me");
  const field = place.querySelector("input") as HTMLInputElement;
  field.value = "+49 30 901820";
  await act(async () => void field.dispatchEvent(new Event("input", { bubbles: true })));
  await act(
    async () => void place.querySelector("form")?.dispatchEvent(new Event("submit", { cancelable: true })),
  );
  expect(JSON.parse(String(asked.mock.calls[1]?.[1]?.body))).toEqual({
    choice: "call",
    phone: "+49 30 901820",
    begins_at: window.begins_at,
  });
  await vi.waitFor(() => expect(told).toEqual([promised]));
});

test("leaving asks first, and a refusal is read in its words", async () => {
  const asked = answers({ status: 409, body: { error: { message: "You are not waiting any more." } } });
  waits();
  await press("Other ways");
  await press("Leave the queue");
  expect(asked).not.toHaveBeenCalled();
  expect(place.textContent).toContain("You lose your place.");
  await press("Leave the queue");
  expect(place.querySelector('[role="alert"]')?.textContent).toBe("You are not waiting any more.");
});
