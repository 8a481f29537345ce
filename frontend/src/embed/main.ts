/** `<script async src="https://company.example/widget.js">`: everything else is found from there. */

import { type Settings, settingsFrom } from "./settings";
import { type Sdk, Widget } from "./widget";

declare global {
  interface Window {
    batonSettings?: Settings;
    baton?: Sdk;
  }
}

function start(script: HTMLScriptElement): void {
  const widget = new Widget(new URL(script.src).origin, settingsFrom(script, window.batonSettings));
  window.baton = widget.sdk;
  widget.tell({ name: "ready", detail: {} });
}

const script = document.currentScript;
if (script instanceof HTMLScriptElement && !window.baton) {
  if (document.body) start(script);
  else document.addEventListener("DOMContentLoaded", () => start(script));
}
