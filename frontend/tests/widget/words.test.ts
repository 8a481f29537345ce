import { afterEach, expect, test } from "vitest";
import { en } from "../../src/widget/words/en";
import { FILES, say, speak, type Words } from "../../src/widget/words/words";

function holes(text: string): string[] {
  return Array.from(text.matchAll(/\{\w+\}/g), ([hole]) => hole).sort();
}

afterEach(() => speak("en"));

test.each(Object.keys(FILES))("%s fills in the same names as English", async (file) => {
  const words = (await FILES[file]?.())?.[file.slice(2, 4)];
  for (const what of Object.keys(en) as (keyof Words)[]) {
    expect(words?.[what], what).not.toBe("");
    expect(holes(words?.[what] ?? ""), what).toEqual(holes(en[what]));
  }
});

test("it speaks the reader's language, and English where it knows none", async () => {
  await speak("de-AT");
  expect(say("writeTo", { name: "Maya" })).toBe("An Maya schreiben");
  await speak("xx");
  expect(say("writeTo", { name: "Maya" })).toBe("Write to Maya");
});
