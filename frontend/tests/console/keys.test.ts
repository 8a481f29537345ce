import { describe, expect, test } from "vitest";
import { actionFor, enterMeans, keepsKeys, type Pressed, SHORTCUTS } from "../../src/console/inbox/keys";

const press = (key: string, more: Partial<Pressed> = {}): Pressed => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  repeat: false,
  ...more,
});

describe("single keys", () => {
  test.each([
    ["j", "next"],
    ["k", "previous"],
    ["a", "accept"],
    ["r", "reply"],
    ["n", "note"],
    ["h", "handback"],
    ["e", "resolve"],
    ["/", "search"],
    ["?", "help"],
    ["E", "resolve"],
  ])("%s means %s", (key, action) => expect(actionFor(press(key))).toBe(action));

  test("a key with a modifier belongs to the browser", () => {
    expect(actionFor(press("r", { metaKey: true }))).toBeNull();
    expect(actionFor(press("r", { ctrlKey: true }))).toBeNull();
    expect(actionFor(press("a", { altKey: true }))).toBeNull();
  });

  test("a key that is held down moves through the list, and resolves only once", () => {
    expect(actionFor(press("j", { repeat: true }))).toBe("next");
    expect(actionFor(press("e", { repeat: true }))).toBeNull();
  });

  test("no key has two meanings", () => {
    const all = SHORTCUTS.flatMap((shortcut) => shortcut.keys);
    expect(new Set(all).size).toBe(all.length);
  });

  test("fields and dialogs keep their keys", () => {
    document.body.innerHTML =
      '<textarea id="field"></textarea><div role="dialog"><button id="inside">x</button></div><button id="plain">y</button>';
    const at = (id: string) => keepsKeys(document.getElementById(id));
    expect([at("field"), at("inside"), at("plain")]).toEqual([true, true, false]);
    expect(keepsKeys(null)).toBe(false);
  });
});

describe("Enter", () => {
  const enter = { key: "Enter", shiftKey: false, altKey: false, isComposing: false };

  test("sends, with or without Ctrl or Cmd; with Shift it makes a line", () => {
    expect(enterMeans(enter)).toBe("send");
    expect(enterMeans({ ...enter, shiftKey: true })).toBe("line");
  });

  test("belongs to the input method while it composes", () => {
    expect(enterMeans({ ...enter, isComposing: true })).toBe("ignore");
  });
});
