/** The widget on the company's page: launcher, iframe, and the talk between page and iframe. */

import type { FromFrame, Hints, PageEvent, PageEvents, ToFrame, Told } from "../shared/frame";
import type { Attributes } from "../shared/wire";
import { type Drawing, draw } from "./drawing";
import type { Around, Greeter } from "./greeter";
import { remember, remembered } from "./memory";
import type { Settings } from "./settings";

const LOST_AFTER = 15_000;
const PHONE = "(max-width: 480px)";

type Listener<Name extends PageEvent> = (detail: PageEvents[Name]) => void;

export interface Sdk {
  /** Opens the chat; words begin what the visitor writes, unless they have begun already. */
  open: (words?: string) => void;
  close: () => void;
  /**
   * Says who the visitor is, by what the company's own server signed: the token, or a function that fetches one,
   * which is called again when a token ran out.
   */
  identify: (identity: Identity) => void;
  /** What the page knows of its visitor; it helps the company's people and proves nothing. */
  setAttributes: (attributes: Attributes) => void;
  /** Forgets the visitor, as when they sign out of the page. */
  reset: () => void;
  /** Calls back at each such event; returns the way to end it. The same arrive on `window` as `baton:<event>`. */
  on: <Name extends PageEvent>(event: Name, listener: Listener<Name>) => () => void;
}

export type Identity = string | (() => string | Promise<string>);

export class Widget {
  readonly sdk: Sdk = {
    open: (words) => {
      if (typeof words === "string") this.words = words; // a listener gives its event
      this.show(true);
      this.tellOpening();
    },
    close: () => this.show(false),
    identify: (identity) => {
      this.identity = identity;
      void this.identify();
    },
    setAttributes: (attributes) => {
      this.attributes = { ...this.attributes, ...attributes };
      this.post({ baton: "attributes", attributes });
    },
    reset: () => {
      this.identity = null;
      this.attributes = {};
      const { talking, known } = remembered();
      remember({ talking: false, live: false, known: false, kept: {} });
      if (!this.iframe && !talking && !known) return; // nobody is known: most pages are loaded by strangers
      if (!this.iframe) this.load();
      this.leaving = !this.post({ baton: "reset" });
    },
    on: (name, listener) => this.on(name, listener),
  };
  private readonly origin: string;
  private readonly settings: Settings;
  private readonly drawing: Drawing;
  private iframe: HTMLIFrameElement | null = null;
  private lostTimer: ReturnType<typeof setTimeout> | undefined;
  private state = { open: false, unread: 0, company: "" };
  private pageOverflow = "";
  private identity: Identity | null = null;
  private attributes: Attributes = {};
  /** The frame is still to be told to forget the visitor. */
  private leaving = false;
  private asked = false;
  private greeter: Greeter | undefined;
  /** The id of the greeting at which they opened the chat, until the frame was told. */
  private greeting: string | undefined;
  /** With which the page lets them begin, until the frame was told. */
  private words = "";

  constructor(origin: string, settings: Settings) {
    this.origin = origin;
    const before = remembered();
    this.settings = { accent: before.accent, ...settings };
    this.drawing = draw(this.settings);
    this.drawing.launcher.addEventListener("click", () => this.show(!this.state.open));
    // A finger or a pointer on the launcher is about to press it: what is to come is fetched meanwhile.
    this.drawing.launcher.addEventListener("pointerenter", () => this.iframe ?? this.load());
    this.drawing.again.addEventListener("click", () => this.load());
    this.drawing.host.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && this.state.open) this.show(false);
    });
    window.addEventListener("message", (event) => this.hear(event));
    // Someone with a conversation under way is to see a new answer without opening the panel first.
    if (before.talking) this.load();
  }

  /** Lets somebody greet beside the launcher while nothing goes on in the chat. */
  greetBy(begin: (around: Around) => Greeter): void {
    this.greeter = begin({
      root: this.drawing.panel.getRootNode() as ShadowRoot,
      busy: () => this.state.open || this.state.unread > 0 || remembered().live === true,
      open: () => this.show(true),
    });
  }

  private on<Name extends PageEvent>(name: Name, listener: Listener<Name>): () => void {
    const heard = (event: Event) => listener((event as CustomEvent<PageEvents[Name]>).detail);
    window.addEventListener(`baton:${name}`, heard);
    return () => window.removeEventListener(`baton:${name}`, heard);
  }

  /** Tells the page by a DOM event. */
  tell({ name, detail }: Told): void {
    window.dispatchEvent(new CustomEvent(`baton:${name}`, { detail }));
  }

  private show(open: boolean): void {
    if (open === this.state.open) return;
    if (open && !this.iframe) this.load();
    if (open) this.greeting = this.greeter?.end();
    this.mark({ open });
    this.lockPage(open);
    this.post({ baton: open ? "shown" : "hidden" });
    this.tellOpening();
    if (open) this.iframe?.focus();
    else if (document.activeElement === this.drawing.host) this.drawing.launcher.focus();
  }

  private mark(part: Partial<typeof this.state>): void {
    this.state = { ...this.state, ...part };
    this.drawing.mark(this.state);
  }

  /** On a phone the panel is the whole screen: what lies beneath must not scroll along. */
  private lockPage(open: boolean): void {
    const { style } = document.documentElement;
    if (open && matchMedia(PHONE).matches) {
      this.pageOverflow = style.overflow;
      style.overflow = "hidden";
    } else if (!open && style.overflow === "hidden") {
      style.overflow = this.pageOverflow;
    }
  }

  private load(): void {
    this.iframe?.remove();
    const { kept } = remembered();
    const { theme } = this.settings;
    const hints: Hints = {
      host: location.origin,
      ...(theme && { theme }),
      ...(kept && { kept: JSON.stringify(kept) }),
    };
    const iframe = document.createElement("iframe");
    iframe.title = "Chat";
    iframe.allow = "clipboard-write";
    iframe.src = `${this.origin}/widget/#${new URLSearchParams({ ...hints })}`;
    this.iframe = iframe;
    this.drawing.panel.dataset.state = "loading";
    this.drawing.panel.append(iframe);
    clearTimeout(this.lostTimer);
    this.lostTimer = setTimeout(() => this.lost(), LOST_AFTER);
  }

  private lost(): void {
    this.drawing.panel.dataset.state = "lost";
    this.tell({ name: "error", detail: { code: "not_loaded", message: "The chat could not be loaded." } });
  }

  /** Says whether the frame is there to hear it. */
  private post(message: ToFrame): boolean {
    if (this.drawing.panel.dataset.state !== "drawn") return false;
    this.iframe?.contentWindow?.postMessage(message, this.origin);
    return true;
  }

  private tellOpening(): void {
    const { greeting: id, words: text } = this;
    if (id && this.post({ baton: "greeting", id })) this.greeting = undefined;
    if (text && this.post({ baton: "words", text })) this.words = "";
  }

  private async identify(): Promise<void> {
    const { identity } = this;
    if (!identity || this.drawing.panel.dataset.state !== "drawn") return;
    const token = typeof identity === "string" ? identity : await identity();
    if (identity === this.identity) this.post({ baton: "identify", identity: token });
  }

  /** A token that ran out while nobody looked is fetched anew, once for each loading of the frame. */
  private refused(code: string): void {
    if (code !== "identity_expired" || typeof this.identity !== "function" || this.asked) return;
    this.asked = true;
    void this.identify();
  }

  private hear(event: MessageEvent<FromFrame>): void {
    const frame = this.iframe?.contentWindow;
    if (!frame || event.source !== frame || event.origin !== this.origin) return;
    const said = event.data;
    switch (said.baton) {
      case "drawn":
        this.drawn(said.company, said.accent);
        break;
      case "talking":
        remember({ talking: true, live: said.live });
        break;
      case "keep":
        remember({ kept: said.kept });
        break;
      case "close":
        this.show(false);
        break;
      case "event":
        if (said.told.name === "unread") this.mark({ unread: said.told.detail.count });
        if (said.told.name === "error") this.refused(said.told.detail.code);
        if (said.told.name === "identified") {
          this.asked = false;
          remember({ known: true });
        }
        this.tell(said.told);
        break;
    }
  }

  private drawn(company: string, accent: string): void {
    clearTimeout(this.lostTimer);
    this.drawing.panel.dataset.state = "drawn";
    this.drawing.paint(accent);
    remember({ accent });
    if (this.iframe) this.iframe.title = `Chat with ${company}`;
    this.mark({ company });
    if (this.state.open) this.post({ baton: "shown" });
    this.tellOpening();
    if (this.leaving) this.leaving = !this.post({ baton: "reset" });
    void this.identify();
    if (Object.keys(this.attributes).length > 0)
      this.post({ baton: "attributes", attributes: this.attributes });
  }
}
