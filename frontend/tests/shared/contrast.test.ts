import { expect, test } from "vitest";
import {
  accentFrom,
  contrast,
  DARK_SURFACE,
  DEFAULT_ACCENT,
  darken,
  LIGHT_SURFACE,
  WHITE,
} from "../../src/shared/contrast";
import css from "../../src/shared/tokens.css?raw";

function block(selector: string): Record<string, string> {
  const start = css.lastIndexOf(`${selector} {`);
  const body = css.slice(start, css.indexOf("}", start));
  return Object.fromEntries(
    Array.from(body.matchAll(/--([\w-]+):\s*([^;]+);/g), ([, name, value]) => [name, value]),
  );
}

const themes = {
  light: block(":root"),
  dark: block(':root[data-theme="dark"]'),
  "dark by system": block(':root:not([data-theme="light"])'),
};

test("contrast is WCAG's", () => {
  expect(contrast("#000000", WHITE)).toBeCloseTo(21);
  expect(contrast("#777777", WHITE)).toBeCloseTo(4.48, 2);
});

test.each(["#ffe600", "#00ffcc", "#ffffff", "#ff7700", "#808080", "#0b5d3b", "#000000"])(
  "%s becomes readable under white words and on both themes",
  (accent) => {
    const worn = accentFrom(accent);
    expect(contrast(worn.fill, WHITE)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(worn.onLight, LIGHT_SURFACE)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(worn.onDark, DARK_SURFACE)).toBeGreaterThanOrEqual(4.5);
  },
);

test("a colour that is readable already is left alone", () => {
  expect(darken("#0b5d3b")).toBe("#0b5d3b");
});

test.each(["", "red", "#fff", "#12345g", "url(x)"])("%o is no colour: the default is worn", (given) => {
  expect(accentFrom(given)).toEqual(accentFrom(DEFAULT_ACCENT));
});

test("both ways into the dark theme hold the same values", () => {
  expect(themes["dark by system"]).toEqual(themes.dark);
});

test("the surfaces that contrast.ts counts on are those of the tokens", () => {
  expect(themes.light["surface-hover"]).toBe(LIGHT_SURFACE);
  expect(themes.dark["surface-hover"]).toBe(DARK_SURFACE);
});

const words = ["ink", "ink-2", "ink-3"];
const tinted = ["good", "warn", "bad", "info"].map((name) => [name, `${name}-soft`] as const);
const holders = ["assistant", "queue", "agent", "resolved"].map(
  (name) => [`${name}-text`, `${name}-soft`] as const,
);
const pairs = [
  ...words.flatMap((ink) =>
    ["surface", "surface-sunken", "surface-raised", "surface-hover"].map((on) => [ink, on] as const),
  ),
  ...tinted,
  ...holders,
  ["note-text", "note"] as const,
];

test.each(Object.keys(themes) as (keyof typeof themes)[])(
  "all words of the %s theme reach 4.5:1",
  (theme) => {
    for (const [ink, on] of pairs) {
      const ratio = contrast(themes[theme][ink] ?? "", themes[theme][on] ?? "");
      expect(ratio, `${ink} on ${on}`).toBeGreaterThanOrEqual(4.5);
    }
  },
);
