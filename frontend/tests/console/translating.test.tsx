import { act, useState } from "react";
import { expect, test } from "vitest";
import type { TranslationRow } from "../../src/console/api/translations";
import { Composer } from "../../src/console/inbox/composer/Composer";
import type { useDraft } from "../../src/console/inbox/composer/useDraft";
import { ThreadItem } from "../../src/console/inbox/thread/ThreadItem";
import { timeline } from "../../src/console/inbox/thread/timeline";
import { Languages } from "../../src/console/inbox/translating/Languages";
import { asWritten, originals } from "../../src/console/inbox/translating/remembered";
import { TranslatingProvider } from "../../src/console/inbox/translating/Translating";
import { SEEN_AFTER } from "../../src/console/inbox/translating/useTranslatedReply";
import { AT_ONCE, bySeq, wanted } from "../../src/console/inbox/translating/wanted";
import { applyEvents, type Thread, threadOf } from "../../src/shared/thread";
import { fakeApi } from "./api";
import { CAROL, MAYA, me, row, said } from "./cast";
import { button, click, field, says, show, type, until } from "./stage";

const api = fakeApi();
const at = (minute: number) => `2026-01-02T12:${String(minute).padStart(2, "0")}:00Z`;
const ASKED = "Wo ist mein Paket?";
const MINE = "It is on its way.";
const THEIRS = "Es ist unterwegs.";

const translation = (seq: number, change: Partial<TranslationRow> = {}): TranslationRow => ({
  message_id: `msg_${seq}`,
  seq,
  language: "en",
  state: "made",
  source: "de",
  text: "Where is my parcel?",
  html: "<p>Where is my parcel?</p>",
  problem: null,
  ...change,
});
const answer = (...data: TranslationRow[]) => ({
  body: { available: true, language: "en", spoken: ["en"], data },
});
const threadWith = (...texts: string[]): Thread =>
  applyEvents(
    threadOf("conv_1"),
    texts.map((text, index) => said(index + 1, CAROL, at(index), text)),
  );
const german = row("conv_1", {
  language: "de",
  control: { ...row("x").control, holder: "agent", agent: { id: MAYA.id ?? "", name: MAYA.name } },
});

/** A draft that is kept nowhere. */
function useWords(): ReturnType<typeof useDraft> {
  const [text, setText] = useState("");
  const nothing = () => undefined;
  const rest = { setMode: nothing, noteStored: nothing, putBack: nothing, others: [], conflict: null };
  return { mode: "reply", text, setText, ...rest };
}

function Page({ thread }: { thread: Thread }) {
  const draft = useWords();
  return (
    <TranslatingProvider row={german} thread={thread}>
      <Languages row={german} />
      {timeline(thread, []).map((item) => (
        <ThreadItem
          key={item.key}
          conversationId="conv_1"
          item={item}
          now={0}
          detail={undefined}
          meId={MAYA.id ?? ""}
          marks={new Map()}
          seen={null}
          spot={null}
          onJump={() => undefined}
        />
      ))}
      <Composer row={german} draft={draft} suggestion={null} />
    </TranslatingProvider>
  );
}

async function open(thread: Thread, ...there: TranslationRow[]): Promise<void> {
  originals.set(new Set());
  asWritten.set(new Set());
  api.on("GET composer", { body: { undo_seconds: 0, held: [], rewrites: [], translates: true } });
  api.on("GET conversations/conv_1/translations", answer(...there));
  await show(<Page thread={thread} />, { as: me({ id: MAYA.id ?? "" }), path: "/console/inbox" });
}

async function enter(label: string): Promise<void> {
  const place = await until(() => field(label));
  await act(async () => place.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true })));
}

test("the newest that nobody asked for are wanted, and an agent's own words stand before a machine's", () => {
  const many = threadWith(...Array.from({ length: AT_ONCE + 5 }, (_, index) => `Text ${index}`));
  const seqs = wanted(many, new Map([[25, translation(25)]]), new Set([24]));
  expect([seqs.length, seqs[0], seqs.at(-1)]).toEqual([AT_ONCE, 4, 23]);
  const own = translation(2, { state: "written", text: MINE });
  expect(bySeq([own, translation(2, { language: "fr" })]).get(2)).toBe(own);
});

test("what the customer wrote is shown translated, marked as that, and as it was written at one press", async () => {
  api.on(
    "POST conversations/conv_1/translations",
    answer(translation(1), translation(2, { state: "waiting" })),
  );
  await open(threadWith(ASKED, "Hallo?"));
  await until(() => says("Where is my parcel?"));
  expect(api.sent("POST conversations/conv_1/translations")).toEqual([{ seqs: [1, 2] }]);
  expect(says("Writes German · you speak English")).toBe(true);
  expect([says("Machine translation from German"), says("Translating…"), says(ASKED)]).toEqual([
    true,
    true,
    false,
  ]);
  await click("Show original");
  expect([says(ASKED), says("Where is my parcel?")]).toEqual([true, false]);
  await click("Show translation");
  await click("Show originals");
  expect([says(ASKED), says("Machine translation")]).toEqual([true, false]);
});

test("what could not be translated says why, and is tried again", async () => {
  const spent = translation(1, { state: "failed", problem: "over_budget", text: "", html: "" });
  await open(threadWith(ASKED), spent);
  await until(() => says("the budget for the language model is spent"));
  expect(says(ASKED)).toBe(true);
  expect(api.sent("POST conversations/conv_1/translations")).toEqual([]);
  api.on("POST conversations/conv_1/translations", answer(translation(1)));
  await click("Try again");
  await until(() => says("Where is my parcel?"));
  expect(api.sent("POST conversations/conv_1/translations")).toEqual([{ seqs: [1] }]);
});

test("a reply is translated, looked at, and only then sent, with the agent's own words beside it", async () => {
  await open(threadWith(ASKED), translation(1));
  api.on("POST conversations/conv_1/reply_translation", {
    body: { text: THEIRS, language: "de", source: "en", lost: [], added: [] },
  });
  await until(() => button("Send in German"));
  await type("Reply to Carol", MINE);
  await enter("Reply to Carol");
  await until(() => field("Your reply in German; you can change it"));
  await enter("Reply to Carol"); // at once: nobody has read it
  expect(api.asked.some(({ path }) => path.endsWith("held_replies"))).toBe(false);
  await type("Your reply in German; you can change it", `${THEIRS} Gruß`);
  await new Promise((resolve) => setTimeout(resolve, SEEN_AFTER));
  await enter("Reply to Carol");
  expect(api.sent("POST conversations/conv_1/held_replies")).toMatchObject([
    { text: `${THEIRS} Gruß`, written: { text: MINE, language: "en" } },
  ]);
  expect(says("In German")).toBe(false);
});

test("while the model is away the words can go as they were written", async () => {
  await open(threadWith(ASKED), translation(1));
  const away = {
    error: { code: "unavailable", message: "The language model is not answering.", type: "", param: null },
  };
  api.on("POST conversations/conv_1/reply_translation", { status: 503, body: away });
  await until(() => button("Send in German"));
  await type("Reply to Carol", MINE);
  await click("Translate");
  await until(() => says("The language model is not answering."));
  await click("Send as written");
  expect((field("Reply to Carol") as unknown as HTMLTextAreaElement).value).toBe("");
  await type("Reply to Carol", MINE);
  await click("Send in German"); // no more
  expect(says("Sends as written")).toBe(true);
  expect(button("Send")).toBeDefined();
});
