import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, expect, test, vi } from "vitest";
import { applyEvent, EMPTY, type Thread } from "../../src/shared/thread";
import type { ThreadEvent } from "../../src/shared/wire";
import type { View } from "../../src/widget/conversation";
import type { SurveyAsked } from "../../src/widget/courier";
import { endOf, Survey } from "../../src/widget/survey";

const place = document.createElement("div");
document.body.append(place);
const ASKED: SurveyAsked = { id: "srv_1", asks: ["satisfaction", "effort"], given: null };

afterEach(() => {
  act(() => render(null, place));
  vi.unstubAllGlobals();
});

const status = (seq: number, to: "open" | "resolved", notice = false): ThreadEvent => ({
  seq,
  type: "status.changed",
  conversation_id: "conv_1",
  data: { seq, status: to, text: "", at: "2026-01-05T12:00:00Z", notice, by: null },
});

const thread = (...events: ThreadEvent[]): Thread => events.reduce(applyEvent, EMPTY);

const view = (part: Partial<View> = {}): View =>
  ({ thread: thread(status(1, "resolved")), shown: true, caughtUp: true, link: "open", ...part }) as View;

function server(survey: SurveyAsked | null, refuses = 200) {
  const asked = vi.fn(async (_url: string, init?: RequestInit) => {
    if (init?.method === "DELETE") return new Response(null, { status: 204 });
    if (init?.method === "POST") return new Response(JSON.stringify({ survey }));
    if (refuses !== 200)
      return new Response(JSON.stringify({ error: { message: "Over." } }), { status: refuses });
    const given = { ...JSON.parse(String(init?.body)), until: "2026-01-05T12:10:00Z" };
    return new Response(JSON.stringify({ survey: { ...survey, given } }));
  });
  vi.stubGlobal("fetch", asked);
  return {
    sent: (method: string) =>
      asked.mock.calls.filter(([, init]) => init?.method === method).map(([, init]) => init),
  };
}

const settled = () => act(async () => new Promise((resolve) => setTimeout(resolve, 10)));

async function show(given: View): Promise<void> {
  act(() => render(<Survey view={given} />, place));
  await settled();
}

async function choose(name: string, step: number): Promise<void> {
  const radio = place.querySelector<HTMLInputElement>(`input[name="survey-${name}"][value="${step}"]`);
  await act(async () => {
    if (radio) radio.checked = true;
    radio?.dispatchEvent(new Event("change", { bubbles: true }));
  });
}

const submit = () =>
  act(async () => void place.querySelector("form")?.dispatchEvent(new Event("submit", { cancelable: true })));

test("the end is the newest word that it is resolved, while it is", () => {
  expect(endOf(thread(status(1, "open")))).toBeNull();
  expect(endOf(thread(status(1, "resolved"), status(2, "resolved", true)))).toBe(1);
  expect(endOf(thread(status(1, "resolved"), status(2, "open")))).toBeNull();
});

test("nobody is asked before they can see it", async () => {
  const { sent } = server(ASKED);
  for (const part of [{ shown: false }, { caughtUp: false }, { thread: EMPTY }, { link: "offline" as const }])
    await show(view(part));
  expect(sent("POST")).toHaveLength(0);
  await show(view());
  expect(sent("POST")).toHaveLength(1);
  expect(place.querySelector("legend")?.textContent).toBe("How was our help?");
  expect([...place.querySelectorAll(".scale-step")].map((one) => one.textContent)).toEqual([
    "Very bad",
    "Bad",
    "Okay",
    "Good",
    "Very good",
  ]);
});

test("a face, how easy it was and a word are sent together, and may be changed", async () => {
  const { sent } = server(ASKED);
  await show(view());
  await choose("satisfaction", 4);
  await choose("effort", 2);
  const words = place.querySelector("textarea") as HTMLTextAreaElement;
  words.value = " Many forms. ";
  await act(async () => void words.dispatchEvent(new Event("input", { bubbles: true })));
  await submit();
  await vi.waitFor(() => expect(place.querySelector('[role="status"]')?.textContent).toContain("Thank you."));
  expect(JSON.parse(String(sent("PUT").at(-1)?.body))).toEqual({
    satisfaction: 4,
    effort: 2,
    comment: "Many forms.",
  });
  await act(async () => place.querySelector<HTMLButtonElement>(".ways-toggle")?.click());
  expect(place.querySelector<HTMLInputElement>("input[value='4']")?.checked).toBe(true);
});

test("whoever only chooses a face has answered, without words that they did not send", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const { sent } = server(ASKED);
  act(() => render(<Survey view={view()} />, place));
  await act(async () => void (await vi.advanceTimersByTimeAsync(20)));
  await choose("satisfaction", 1);
  await choose("satisfaction", 2);
  await act(async () => void (await vi.advanceTimersByTimeAsync(1_600)));
  vi.useRealTimers();
  expect(sent("PUT").map((init) => JSON.parse(String(init?.body)))).toEqual([
    { satisfaction: 2, effort: null, comment: "" },
  ]);
});

test("a refusal is said, and what was typed stays", async () => {
  server(ASKED, 409);
  await show(view());
  await choose("satisfaction", 5);
  await submit();
  await vi.waitFor(() =>
    expect(place.querySelector('[role="alert"]')?.textContent).toContain("cannot be changed"),
  );
  expect(place.querySelector<HTMLInputElement>("input[value='5']")?.checked).toBe(true);
});

test("what is put away is gone, and stays so on the server", async () => {
  const { sent } = server(ASKED);
  await show(view());
  await act(async () => place.querySelector<HTMLButtonElement>(".survey-close")?.click());
  expect(place.querySelector(".survey")).toBeNull();
  expect(sent("DELETE")).toHaveLength(1);
});
