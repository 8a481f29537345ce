/** Baton's chat widget: `const baton = await loadBaton("https://acme.baton.example")`. */

import type { Baton, BatonSettings } from "./types";

export type {
  Baton,
  BatonAttributes,
  BatonEvent,
  BatonEvents,
  BatonIdentity,
  BatonSettings,
} from "./types";

const PATIENCE = 15_000;

let loading: { host: string; baton: Promise<Baton> } | undefined;

/**
 * Puts the widget on the page, once, and resolves when it is there; later calls get the same one.
 *
 * `host` is the company's own address at Baton. Rejects with an Error when the script cannot be loaded, is not ready
 * within `patience` milliseconds, or when another company's widget is there already; then it may be tried again.
 */
export function loadBaton(host: string, settings: BatonSettings = {}, patience = PATIENCE): Promise<Baton> {
  if (typeof document === "undefined") return Promise.reject(new Error("The widget needs a browser's page."));
  let address: string;
  try {
    address = new URL("/widget.js", host).href;
  } catch {
    return Promise.reject(new Error(`${host} is not an address such as https://acme.baton.example.`));
  }
  if (loading && loading.host !== address) {
    return Promise.reject(new Error(`The widget of ${loading.host} is on this page already.`));
  }
  loading ??= { host: address, baton: load(address, settings, patience) };
  return loading.baton;
}

function load(address: string, settings: BatonSettings, patience: number): Promise<Baton> {
  if (window.baton) return Promise.resolve(window.baton);
  window.batonSettings = { ...window.batonSettings, ...settings };
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    const leave = () => {
      clearTimeout(timer);
      window.removeEventListener("baton:ready", ready);
    };
    const fail = (message: string) => {
      leave();
      script.remove();
      loading = undefined;
      reject(new Error(message));
    };
    const ready = () => {
      leave();
      if (window.baton) resolve(window.baton);
      else fail(`${address} said that it is ready, and is not there.`);
    };
    const timer = setTimeout(() => fail(`${address} was not ready within ${patience} ms.`), patience);
    window.addEventListener("baton:ready", ready);
    script.addEventListener("error", () => fail(`${address} could not be loaded.`));
    script.async = true;
    script.src = address;
    document.head.append(script);
  });
}
