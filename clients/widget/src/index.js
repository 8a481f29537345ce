/** Baton's chat widget: `const baton = await loadBaton("https://acme.baton.example")`. */

const PATIENCE = 15_000;

/** @type {{ host: string; baton: Promise<import("./types.js").Baton> } | undefined} */
let loading;

/** @type {typeof import("./index").loadBaton} */
export function loadBaton(host, settings = {}, patience = PATIENCE) {
  if (typeof document === "undefined") return Promise.reject(new Error("The widget needs a browser's page."));
  let address;
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

/**
 * @param {string} address
 * @param {import("./types.js").BatonSettings} settings
 * @param {number} patience
 * @returns {Promise<import("./types.js").Baton>}
 */
function load(address, settings, patience) {
  if (window.baton) return Promise.resolve(window.baton);
  window.batonSettings = { ...window.batonSettings, ...settings };
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    const leave = () => {
      clearTimeout(timer);
      window.removeEventListener("baton:ready", ready);
    };
    /** @param {string} message */
    const fail = (message) => {
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
