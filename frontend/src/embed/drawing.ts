/** The launcher and the place of the panel, in a shadow tree that the page's styles do not reach. */

import { accentFrom, DEFAULT_ACCENT } from "../shared/contrast";
import { keepAboveKeyboard } from "./keyboard";
import type { Settings } from "./settings";
import { wordsFor } from "./words";

const CSS = `
:host{all:initial;position:fixed;z-index:2147483000;width:56px;height:56px;
inset:auto calc(20px + env(safe-area-inset-right)) calc(20px + env(safe-area-inset-bottom)) auto;
--accent:${DEFAULT_ACCENT};--surface:#fff;--line:rgb(40 34 22/10%);color-scheme:light;
font:14px/1.4 -apple-system,BlinkMacSystemFont,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
:host([data-side=left]){inset:auto auto calc(20px + env(safe-area-inset-bottom)) calc(20px + env(safe-area-inset-left))}
:host([data-theme=dark]){--surface:#1b1a18;--line:rgb(255 255 255/8%);color-scheme:dark}
*{box-sizing:border-box}
button{font:inherit;cursor:pointer}
.launcher{position:absolute;inset:0;display:grid;place-items:center;width:56px;height:56px;padding:0;border:2px solid transparent;border-radius:50%;
background-origin:border-box;background:var(--accent);color:#fff;box-shadow:0 6px 20px rgb(40 34 22/24%),0 2px 5px rgb(40 34 22/14%);
transition:transform .18s cubic-bezier(.2,.7,.2,1),box-shadow .18s}
.launcher:hover{transform:translateY(-1px) scale(1.03)}
.launcher:active{transform:scale(.96)}
.launcher:focus-visible,.again:focus-visible{outline:3px solid var(--accent);outline-offset:3px}
.launcher svg{grid-area:1/1;transition:opacity .16s,transform .2s cubic-bezier(.2,.7,.2,1)}
.away,:host([data-open]) .talk{opacity:0;transform:rotate(-30deg) scale(.7)}
:host([data-open]) .away{opacity:1;transform:none}
.badge{position:absolute;top:-3px;right:-3px;min-width:21px;height:21px;padding:0 6px;border:2px solid #fff;border-radius:11px;
background:#c9342b;color:#fff;font-size:11px;font-weight:600;line-height:17px;text-align:center}
.badge:empty{display:none}
.panel{position:fixed;inset:auto 20px 90px auto;width:min(380px,calc(100vw - 40px));height:min(640px,calc(100dvh - 110px));
overflow:hidden;border-radius:16px;background:var(--surface);box-shadow:0 0 0 1px var(--line),0 18px 56px rgb(30 25 15/24%),0 4px 14px rgb(30 25 15/10%);
outline:1px solid transparent;visibility:hidden;opacity:0;transform:translateY(10px) scale(.985);transform-origin:100% 100%;
transition:opacity .16s,transform .22s cubic-bezier(.2,.7,.2,1),visibility 0s .22s}
:host([data-side=left]) .panel{inset:auto auto 90px 20px;transform-origin:0 100%}
:host([data-open]) .panel{visibility:visible;opacity:1;transform:none;transition:opacity .16s,transform .22s cubic-bezier(.2,.7,.2,1)}
iframe{position:absolute;inset:0;width:100%;height:100%;border:0;opacity:0;transition:opacity .16s;color-scheme:normal}
.panel[data-state=drawn] iframe{opacity:1}
.wait{position:absolute;inset:50% auto auto 50%;width:26px;height:26px;margin:-13px;border:3px solid var(--line);
border-top-color:var(--accent);border-radius:50%;animation:turn .9s linear infinite}
.panel:not([data-state=loading]) .wait{display:none}
.lost{position:absolute;inset:0;display:grid;place-content:center;justify-items:center;gap:14px;padding:32px;text-align:center;color:#6d685f}
.panel:not([data-state=lost]) .lost{display:none}
.lost p{margin:0}
.again{min-height:36px;padding:0 16px;border:0;border-radius:18px;background:var(--accent);color:#fff;font-weight:500}
@keyframes turn{to{transform:rotate(1turn)}}
@media(prefers-color-scheme:dark){:host(:not([data-theme=light])){--surface:#1b1a18;--line:rgb(255 255 255/8%);color-scheme:dark}
:host(:not([data-theme=light])) .lost{color:#bfbab0}}
@media(max-width:480px){.panel,:host([data-side=left]) .panel{inset:0;width:100vw;height:100dvh;border-radius:0}
iframe{inset:env(safe-area-inset-top) env(safe-area-inset-right) env(safe-area-inset-bottom) env(safe-area-inset-left);
width:calc(100% - env(safe-area-inset-left) - env(safe-area-inset-right));height:calc(100% - env(safe-area-inset-top) - env(safe-area-inset-bottom))}:host([data-open]) .launcher{visibility:hidden}}
@media(prefers-reduced-motion:reduce){*,:host([data-open]) .panel{transition:none!important}.wait{animation-duration:3s}}
@media print{:host{display:none}}
`;

const SVG = "http://www.w3.org/2000/svg";

type Attributes = Record<string, string>;

function dressed<Kind extends Element>(element: Kind, attributes: Attributes, children: Element[]): Kind {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Node by node, never from a string: the page may demand Trusted Types of every script on it. */
function html<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes,
  ...children: Element[]
): HTMLElementTagNameMap[Tag] {
  return dressed(document.createElement(tag), attributes, children);
}

function sign(name: string, attributes: Attributes, ...paths: Attributes[]): SVGElement {
  const drawn = paths.map((path) => dressed(document.createElementNS(SVG, "path"), path, []));
  const frame = {
    class: name,
    width: "28",
    height: "28",
    viewBox: "0 0 28 28",
    fill: "none",
    "aria-hidden": "true",
  };
  return dressed(document.createElementNS(SVG, "svg"), { ...frame, ...attributes }, drawn);
}

const talkSign = () =>
  sign(
    "talk",
    {},
    {
      fill: "currentColor",
      d: "M14 4C8.2 4 3.5 8 3.5 13c0 2.7 1.4 5.1 3.6 6.7-.1 1.3-.6 2.7-1.5 3.9 2.1-.2 3.9-.9 5.3-2 1 .2 2 .4 3.1.4 5.8 0 10.5-4 10.5-9S19.8 4 14 4z",
    },
    {
      stroke: "var(--accent)",
      "stroke-width": "1.8",
      "stroke-linecap": "round",
      d: "M9.5 14.500c2.6 2.4 6.4 2.4 9 0",
    },
  );

const awaySign = () =>
  sign(
    "away",
    { stroke: "currentColor", "stroke-width": "2.4", "stroke-linecap": "round", "stroke-linejoin": "round" },
    { d: "M7 11l7 7 7-7" },
  );

export interface Drawing {
  host: HTMLElement;
  launcher: HTMLButtonElement;
  panel: HTMLElement;
  again: HTMLButtonElement;
  paint: (accent: string) => void;
  /** Sets the launcher's name, badge and state. */
  mark: (state: { open: boolean; unread: number; company: string }) => void;
}

function label(open: boolean, unread: number, company: string): string {
  const words = wordsFor(navigator.language);
  if (open) return words.close;
  const name = company ? `${words.open}: ${company}` : words.open;
  return unread === 0 ? name : `${name} (${words.unread}: ${unread})`;
}

export function draw(settings: Settings): Drawing {
  const host = document.createElement("div");
  host.id = "baton";
  host.dataset.side = settings.side;
  if (settings.theme) host.dataset.theme = settings.theme;
  const root = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(CSS);
  root.adoptedStyleSheets = [sheet];
  const words = wordsFor(navigator.language);
  const again = html("button", { type: "button", class: "again" });
  again.textContent = words.again;
  const lost = html("p", { dir: "auto" });
  lost.textContent = words.lost;
  const panel = html(
    "div",
    { class: "panel", id: "panel", "data-state": "loading" },
    html("span", { class: "wait" }),
    html("div", { class: "lost", role: "alert" }, lost, again),
  );
  const badge = html("span", { class: "badge", dir: "ltr", "aria-hidden": "true" });
  const launcher = html(
    "button",
    { type: "button", class: "launcher", "aria-expanded": "false", "aria-controls": "panel" },
    talkSign(),
    awaySign(),
    badge,
  );
  root.append(panel, launcher);
  keepAboveKeyboard(panel);
  const drawing: Drawing = {
    host,
    launcher,
    panel,
    again,
    paint: (accent) => host.style.setProperty("--accent", accentFrom(accent).fill),
    mark: ({ open, unread, company }) => {
      host.toggleAttribute("data-open", open);
      launcher.setAttribute("aria-expanded", String(open));
      launcher.setAttribute("aria-label", label(open, unread, company));
      badge.textContent = unread === 0 || open ? "" : unread > 9 ? "9+" : String(unread);
    },
  };
  if (settings.accent) drawing.paint(settings.accent);
  drawing.mark({ open: false, unread: 0, company: "" });
  document.body.append(host);
  return drawing;
}
