/** `<script async src="https://company.example/widget.js">`: everything else is found from there. */

import { type Settings, settingsFrom } from "./settings";
import { type Sdk, Widget } from "./widget";

declare global {
  interface Window {
    batonSettings?: Settings;
    baton?: Sdk;
  }
}

/** Lets the company see that its page has the widget; whatever hinders that hinders nothing else. */
function report(origin: string): void {
  const told = { method: "POST", mode: "no-cors", credentials: "omit", keepalive: true } as const;
  fetch(`${origin}/api/v1/widget/embedded`, told).catch(() => undefined);
}

function start(script: HTMLScriptElement): void {
  const { origin } = new URL(script.src);
  const widget = new Widget(origin, settingsFrom(script, window.batonSettings));
  window.baton = widget.sdk;
  widget.tell({ name: "ready", detail: {} });
  report(origin);
}

const script = document.currentScript;
if (script instanceof HTMLScriptElement && !window.baton) {
  if (document.body) start(script);
  else document.addEventListener("DOMContentLoaded", () => start(script));
}
