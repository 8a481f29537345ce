/** `<script async src="https://company.example/widget.js">`: everything else is found from there. */

import type { WidgetPage } from "../shared/api";
import type * as Greeter from "./greeter";
import { type Settings, settingsFrom } from "./settings";
import { type Sdk, Widget } from "./widget";

declare global {
  interface Window {
    batonSettings?: Settings;
    baton?: Sdk;
  }
}

/** Asks what the page says by itself, and shows the company that it has the widget; what hinders it hinders no more. */
async function greet(origin: string, widget: Widget): Promise<void> {
  const answer = await fetch(`${origin}/api/v1/widget/page`, { credentials: "omit" });
  const { greetings } = (await answer.json()) as WidgetPage;
  if (!answer.ok || !greetings.length) return;
  const greeter = (await import(/* @vite-ignore */ `${origin}/static/embed/greeter.js`)) as typeof Greeter;
  widget.greetBy((around) => greeter.greet(greetings, around));
}

function start(script: HTMLScriptElement): void {
  const { origin } = new URL(script.src);
  const widget = new Widget(origin, settingsFrom(script, window.batonSettings));
  window.baton = widget.sdk;
  widget.tell({ name: "ready", detail: {} });
  greet(origin, widget).catch(() => undefined);
}

const script = document.currentScript;
if (script instanceof HTMLScriptElement && !window.baton) {
  if (document.body) start(script);
  else document.addEventListener("DOMContentLoaded", () => start(script));
}
