/**
 * Greets on the company's page: shows what fits the page beside the launcher, until it is answered or put away.
 *
 * A file of its own, fetched only where the company has greetings: the launcher's script stays small for everybody.
 */

import { remember, remembered } from "./memory";
import { chosen, type Greeting } from "./rules";

const LOOK_EVERY = 1_000;
const VISIT_ENDS_AFTER = 30 * 60_000;

const CSS = `
.greet{position:absolute;bottom:70px;right:0;width:max-content;max-width:min(290px,calc(100vw - 40px))}
:host([data-side=left]) .greet{right:auto;left:0}
.bubble{display:flex;align-items:flex-start;border-radius:14px;background:var(--surface);color:CanvasText;
box-shadow:0 0 0 1px var(--line),0 10px 30px rgb(30 25 15/20%),0 2px 8px rgb(30 25 15/10%);animation:rise .2s}
.bubble button{border:0;border-radius:13px;background:none;color:inherit}
.bubble button:focus-visible{outline:3px solid var(--accent);outline-offset:-3px}
.says{padding-block:13px;padding-inline:16px 4px;font-size:15px;text-align:start;overflow-wrap:anywhere}
.shut{flex:none;display:grid;place-items:center;width:32px;height:32px;margin-block:6px;margin-inline:0 6px;padding:0;
opacity:.65;transition:opacity .16s}
.shut:hover,.shut:focus-visible{opacity:1}
@keyframes rise{from{opacity:0;transform:translateY(8px)}}
@media(prefers-reduced-motion:reduce){.bubble{animation:none}}
`;

const AWAY: Record<string, string> = {
  ar: "إخفاء",
  de: "Ausblenden",
  en: "Dismiss",
  es: "Descartar",
  fr: "Masquer",
  it: "Nascondi",
  nl: "Verbergen",
  pt: "Dispensar",
};

/** What the widget lets the greeter know and do. */
export interface Around {
  root: ShadowRoot;
  /** Something goes on in the chat. */
  busy: () => boolean;
  /** They want to answer. */
  open: () => void;
}

export interface Greeter {
  /** No more on this page; gives the id of the one that was shown. */
  end: () => string | undefined;
}

export function greet(greetings: readonly Greeting[], { root, busy, open }: Around): Greeter {
  const place = document.createElement("div");
  place.className = "greet";
  place.setAttribute("aria-live", "polite");
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(CSS);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  root.querySelector(".launcher")?.before(place);

  const returning = comesBack();
  let shown: Greeting | undefined;
  let done = false;
  let page = "";
  let seconds = 0;
  let depth = 0;
  let leaving = false;

  function end(): string | undefined {
    const before = shown;
    shown = undefined;
    done = true;
    if (place.contains(root.activeElement)) root.querySelector<HTMLElement>(".launcher")?.focus();
    place.replaceChildren();
    return before?.id;
  }

  function putAway(): void {
    const id = end();
    if (id) remember({ away: [...(remembered().away ?? []), id] });
  }

  /** Each second, since a page that is one script changes its address without a word. */
  function look(): void {
    const { pathname, search, hash } = location;
    const here = pathname + hash.replace(/^#(?![/!]).*/, "");
    if (here !== page) {
      end();
      page = here;
      seconds = -1;
      depth = 0;
      leaving = done = false;
    }
    if (document.hidden) return;
    seconds += 1;
    depth = Math.max(depth, ((scrollY + innerHeight) / document.documentElement.scrollHeight) * 100);
    if (done || shown || busy() || isTyping()) return;
    const paths = [pathname, pathname + search + hash];
    const { away = [] } = remembered();
    shown = chosen(greetings, { paths, seconds, depth, leaving, returning, now: Date.now(), away });
    if (shown) place.replaceChildren(bubble(shown.says, open, putAway));
  }

  document.documentElement.addEventListener("mouseleave", ({ clientY }) => {
    leaving ||= clientY <= 0;
  });
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape" && shown) putAway();
  });
  setInterval(look, LOOK_EVERY);
  look();
  return { end };
}

/** Whether they were here on another visit, by what the page remembers. */
function comesBack(): boolean {
  const { seen = 0, back = false } = remembered();
  const returning = back || (seen > 0 && Date.now() - seen > VISIT_ENDS_AFTER);
  remember({ seen: Date.now(), back: returning });
  return returning;
}

/** Somebody is in a field of the page, or in a frame of which nothing can be known. */
function isTyping(): boolean {
  const at = document.activeElement;
  return at instanceof HTMLElement && (at.isContentEditable || at.matches("input,textarea,select,iframe"));
}

function button(name: string, onClick: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = name;
  made.onclick = onClick;
  return made;
}

function bubble(words: string, open: () => void, away: () => void): HTMLElement {
  const says = button("says", open);
  says.textContent = words;
  says.dir = "auto";
  const shut = button("shut", away);
  shut.setAttribute("aria-label", AWAY[navigator.language.slice(0, 2).toLowerCase()] ?? AWAY.en ?? "");
  shut.append(cross());
  const made = document.createElement("div");
  made.className = "bubble";
  made.append(says, shut);
  return made;
}

function cross(): SVGElement {
  const space = "http://www.w3.org/2000/svg";
  const sign = document.createElementNS(space, "svg");
  const path = document.createElementNS(space, "path");
  for (const [name, value] of Object.entries({
    width: "14",
    height: "14",
    viewBox: "0 0 14 14",
    fill: "none",
    stroke: "currentColor",
    "stroke-width": "1.8",
    "stroke-linecap": "round",
    "aria-hidden": "true",
  }))
    sign.setAttribute(name, value);
  path.setAttribute("d", "M3 3l8 8M11 3l-8 8");
  sign.append(path);
  return sign;
}
