import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { CannedReply, Held, ServerDraft } from "../../src/console/api/writing";
import { type Around, Holding } from "../../src/console/inbox/composer/holding";
import { meets } from "../../src/console/inbox/composer/meeting";
import { askedFor, mentionedIn, withMention } from "../../src/console/inbox/composer/mentions";
import { filled, matching } from "../../src/console/inbox/composer/tools/filling";
import { lined, linked, wrapped } from "../../src/console/inbox/composer/tools/marking";

const HELD: Held = {
  id: "hld_1",
  conversation_id: "conv_1",
  client_id: "c1",
  text: "Hello",
  written: null,
  attachments: [],
  acts: [],
  due_at: "2026-11-22T10:00:05Z",
  left_ms: 5_000,
};

describe("undo send", () => {
  const asked: string[] = [];
  let answers: Record<string, () => Response | Promise<Response>>;
  let told: string[];
  const around: Around = {
    send: ({ text }) => told.push(`send ${text}`),
    giveBack: ({ text }, why) => told.push(`back ${text} ${why ?? ""}`.trim()),
    said: (_waiting, problem) => told.push(`said ${problem ?? ""}`.trim()),
    typing: (_id, active) => told.push(`typing ${active}`),
  };
  const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });
  const refusal = (code: string) =>
    json({ error: { type: "conflict_error", code, message: code, param: null, request_id: "" } }, 409);
  const begin = (holding: Holding, seconds = 5) =>
    holding.begin(
      { conversationId: "conv_1", clientId: "c1", text: "Hello", written: null, files: [], acts: [] },
      seconds,
      around,
    );

  beforeEach(() => {
    vi.useFakeTimers();
    asked.length = 0;
    told = [];
    answers = {
      "POST conversations/conv_1/held_replies": () => json(HELD, 201),
      "POST held_replies/hld_1/send": () => json({ message: {}, row: {}, problem: null }),
      "DELETE held_replies/hld_1": () => new Response(null, { status: 204 }),
    };
    vi.stubGlobal("fetch", async (path: string, { method }: { method: string }) => {
      const what = `${method} ${path.replace("/api/v1/", "")}`;
      asked.push(what);
      const answer = answers[what];
      if (!answer) throw new TypeError(`nobody answers ${what}`);
      return answer();
    });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it("says it when the time is over, once, and shows the customer that somebody writes meanwhile", async () => {
    const holding = new Holding();
    begin(holding);
    await vi.advanceTimersByTimeAsync(4_900);
    expect(asked).toEqual(["POST conversations/conv_1/held_replies"]);
    expect(told).toEqual(["typing true", "typing true"]);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(asked.slice(1)).toEqual(["POST held_replies/hld_1/send"]);
    expect(told.slice(2)).toEqual(["typing false", "said"]);
    expect(holding.waiting.get().size).toBe(0);
  });

  it("gives the words back when it is undone", async () => {
    const holding = new Holding();
    begin(holding);
    await holding.undo("conv_1");
    await vi.advanceTimersByTimeAsync(10_000);
    expect(asked).toEqual(["POST conversations/conv_1/held_replies", "DELETE held_replies/hld_1"]);
    expect(told.at(-1)).toBe("back Hello");
  });

  it("says so when it was said in that moment", async () => {
    answers["DELETE held_replies/hld_1"] = () => refusal("not_held");
    const holding = new Holding();
    begin(holding);
    await holding.undo("conv_1");
    expect(told.at(-1)).toBe("said It was sent already, so it could not be taken back.");
  });

  it("sends it the ordinary way, under the same id, where the server cannot be reached", async () => {
    answers["POST conversations/conv_1/held_replies"] = () => {
      throw new TypeError("offline");
    };
    const holding = new Holding();
    begin(holding);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(told.filter((one) => !one.startsWith("typing"))).toEqual(["send Hello"]);
  });

  it("gives the words back where somebody else took the conversation", async () => {
    answers["POST held_replies/hld_1/send"] = () => refusal("not_possible_now");
    const holding = new Holding();
    begin(holding);
    await vi.advanceTimersByTimeAsync(5_100);
    expect(told.at(-1)).toBe("back Hello not_possible_now");
  });

  it("takes up what the server held through a reload", async () => {
    const holding = new Holding();
    holding.resume({ ...HELD, left_ms: 2_000 }, around);
    holding.resume(HELD, around);
    await vi.advanceTimersByTimeAsync(2_100);
    expect(asked).toEqual(["POST held_replies/hld_1/send"]);
  });
});

describe("a draft of two devices", () => {
  const theirs = (reply: string, revision: number): ServerDraft => ({
    mode: "reply",
    reply,
    note: "",
    revision,
    updated_at: null,
  });
  const mine = (reply: string) => ({ mode: "reply" as const, reply, note: "" });
  const agreed = { revision: 3, reply: "Hello", note: "" };
  it.each([
    ["same", "Hello", theirs("Hello", 9)],
    ["mine", "Hello you", theirs("Hello", 3)],
    ["theirs", "Hello", theirs("Hello Carol", 4)],
    ["theirs", "Hello", theirs("", 4)],
    ["mine", "Hello you", theirs("", 4)],
    ["conflict", "Hello you", theirs("Hello Carol", 4)],
  ])("%s words stand", (met, reply, draft) => {
    expect(meets(mine(reply as string), draft as ServerDraft, agreed)).toBe(met);
  });
});

describe("canned replies", () => {
  const reply = (part: Partial<CannedReply>): CannedReply => ({
    id: part.name ?? "x",
    name: "x",
    updated_at: "2026-01-01T00:00:00Z",
    shortcut: "",
    folder: "",
    language: "",
    text: "words",
    ...part,
  });
  it("are filled, and what is not known stays", () => {
    const values = { "customer.first_name": "Carol", "order.number": null };
    expect(filled("Hi {{ customer.first_name }}, {{order.number}}", values)).toBe(
      "Hi Carol, {{order.number}}",
    );
    expect(filled("Hi {{customer.first_name|there}}, your {{order.number|order}}{{typo|x}}", values)).toBe(
      "Hi Carol, your order{{typo|x}}",
    );
  });
  it("are offered in the customer's language, by shortcut before name before words", () => {
    const all = [
      reply({ name: "Hallo", shortcut: "hi", language: "de" }),
      reply({ name: "Hello", shortcut: "hi", language: "en" }),
      reply({ name: "Thin air", text: "hi there" }),
      reply({ name: "Other" }),
    ];
    expect(matching(all, "hi", "de-AT").map(({ name }) => name)).toEqual(["Hallo", "Thin air"]);
  });
});

describe("Markdown", () => {
  it("wraps what is selected and takes the marks off again", () => {
    const bold = wrapped({ text: "so good", from: 3, to: 7 }, "**", "bold");
    expect(bold).toEqual({ text: "so **good**", from: 5, to: 9 });
    expect(wrapped(bold, "**", "bold")).toEqual({ text: "so good", from: 3, to: 7 });
  });
  it("marks lines and links", () => {
    expect(lined({ text: "a\nb", from: 0, to: 3 }, "- ").text).toBe("- a\n- b");
    expect(lined({ text: "- a\n- b", from: 0, to: 7 }, "- ").text).toBe("a\nb");
    expect(linked({ text: "see this", from: 4, to: 8 }, "text")).toEqual({
      text: "see [this](https://)",
      from: 11,
      to: 19,
    });
  });
});

describe("mentions", () => {
  const people = ["Maya Lin", "Maya", "Bo"].map((name) => ({ id: name, name }));
  it("are whole names, the longest first", () => {
    expect(mentionedIn("@maya lin and @Bob, see @Bo.", people).map(({ id }) => id)).toEqual([
      "Maya Lin",
      "Bo",
    ]);
    expect(mentionedIn("mail me@Bo", people)).toEqual([]);
  });
  it("are completed where one types", () => {
    expect(askedFor("ask @Ma")).toBe("Ma");
    expect(askedFor("ask Ma")).toBeNull();
    expect(withMention("ask @Ma", "Ma", "Maya Lin")).toBe("ask @Maya Lin ");
  });
});
