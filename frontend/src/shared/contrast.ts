/** Colours that stay readable: a tenant's accent is moved until it meets WCAG's ratio, never trusted. */

type Rgb = readonly [number, number, number];

const READABLE = 4.5;
const STEP = 0.04;
const HEX = /^#[0-9a-f]{6}$/i;

export const WHITE = "#ffffff";
export const DEFAULT_ACCENT = "#4f46c8";
/** The darkest and the lightest place where accent-coloured words may stand: see tokens.css. */
export const LIGHT_SURFACE = "#f0eeea";
export const DARK_SURFACE = "#2a2926";

function parse(hex: string): Rgb {
  const n = Number.parseInt(hex.slice(1), 16);
  return [(n >> 16) & 255, (n >> 8) & 255, n & 255];
}

function print([r, g, b]: Rgb): string {
  return `#${[r, g, b].map((v) => Math.round(v).toString(16).padStart(2, "0")).join("")}`;
}

function mix(from: Rgb, to: Rgb, share: number): Rgb {
  return [
    from[0] + (to[0] - from[0]) * share,
    from[1] + (to[1] - from[1]) * share,
    from[2] + (to[2] - from[2]) * share,
  ];
}

function linear(channel: number): number {
  const c = channel / 255;
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
}

/** Relative luminance of `#rrggbb`, 0 to 1 (WCAG 2.2). */
export function luminance(hex: string): number {
  const [r, g, b] = parse(hex);
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.2). */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function move(hex: string, towards: Rgb, against: string, ratio: number): string {
  const from = parse(hex);
  let colour = hex;
  for (let share = 0; contrast(colour, against) < ratio && share < 1; share += STEP) {
    colour = print(mix(from, towards, Math.min(1, share + STEP)));
  }
  return colour;
}

/** The colour, darkened no more than it takes to reach `ratio` against `against`. */
export function darken(hex: string, against = WHITE, ratio = READABLE): string {
  return move(hex, [0, 0, 0], against, ratio);
}

/** The colour, lightened no more than it takes to reach `ratio` against `against`. */
export function lighten(hex: string, against: string, ratio = READABLE): string {
  return move(hex, [255, 255, 255], against, ratio);
}

export interface Accent {
  /** A fill that carries white words. */
  fill: string;
  /** Words on the light surfaces. */
  onLight: string;
  /** Words on the dark surfaces. */
  onDark: string;
}

/** The accent as it may be used; anything but `#rrggbb` falls back to the default. */
export function accentFrom(given: string): Accent {
  const hex = HEX.test(given) ? given.toLowerCase() : DEFAULT_ACCENT;
  return {
    fill: darken(hex),
    onLight: darken(hex, LIGHT_SURFACE),
    onDark: lighten(hex, DARK_SURFACE),
  };
}

/** Hands the accent to tokens.css by way of the CSSOM, which a strict CSP allows. */
export function wearAccent(style: CSSStyleDeclaration, given: string): void {
  const accent = accentFrom(given);
  style.setProperty("--accent", accent.fill);
  style.setProperty("--accent-ink", WHITE);
  style.setProperty("--accent-on-light", accent.onLight);
  style.setProperty("--accent-on-dark", accent.onDark);
}
