/** Naming a colleague in a note by keyboard, and being told when nobody would be told. */

import { act, type KeyboardEvent, useRef, useState } from "react";
import { expect, test } from "vitest";
import Mentioning, { type PickingKeys } from "../../src/console/inbox/composer/Mentioning";
import { namesNobody, offeredFor } from "../../src/console/inbox/composer/naming";
import { fakeApi } from "./api";
import { me } from "./cast";
import { field, says, show, type, until } from "./stage";

const PEOPLE = ["Maya Okafor", "Max Brandt", "Priya Nair"].map((name) => ({ id: name, name }));
const api = fakeApi();

function Page() {
  const [text, setText] = useState("");
  const keys: PickingKeys = useRef(null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (keys.current?.(event.key)) event.preventDefault();
  };
  return (
    <>
      <input
        aria-label="Note"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <Mentioning text={text} onText={setText} keys={keys} />
    </>
  );
}

async function press(key: string): Promise<boolean> {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
  await act(async () => field("Note")?.dispatchEvent(event));
  return event.defaultPrevented;
}

async function typed(words: string): Promise<void> {
  api.on("GET agents", { body: { data: PEOPLE } });
  await show(<Page />, { as: me(), path: "/console/inbox/all/conv_1" });
  await type("Note", words);
}

test("Enter names the one who is marked, and does not store the note", async () => {
  await typed("@ma");
  await until(() => says("@Maya Okafor"));
  expect(await press("ArrowDown")).toBe(true);
  expect(await press("Enter")).toBe(true);
  expect(field("Note")?.value).toBe("@Max Brandt ");
  expect(says("Tells Max Brandt")).toBe(true);
  expect(await press("Enter")).toBe(false);
});

test("Escape leaves the words as they are, and it is said that nobody is told", async () => {
  await typed("@ma");
  await until(() => says("@Maya Okafor"));
  expect(await press("Escape")).toBe(true);
  expect(says("“@ma” tells nobody yet")).toBe(true);
  expect(await press("Enter")).toBe(false);
});

test("whom an @ may mean, and which one means nobody", () => {
  expect(offeredFor("see @ma", PEOPLE).map(({ name }) => name)).toEqual(["Maya Okafor", "Max Brandt"]);
  expect(offeredFor("see @Maya Okafor", PEOPLE)).toEqual([]);
  expect(offeredFor("see me@example.com", PEOPLE)).toEqual([]);
  expect(namesNobody("ask @Maya Okafor please", PEOPLE)).toBeNull();
  expect(namesNobody("ask @Maya please", PEOPLE)).toBe("Maya");
  expect(namesNobody("write to me@example.com", PEOPLE)).toBeNull();
});
