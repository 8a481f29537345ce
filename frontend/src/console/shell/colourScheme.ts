/** The reader's choice of light or dark, kept in this browser and worn by the document. */

import { t } from "@lingui/core/macro";
import type { MantineColorScheme, MantineColorSchemeManager } from "@mantine/core";

const KEY = "baton.theme";

export const SCHEMES: { value: MantineColorScheme; name: string }[] = [
  { value: "auto", name: t`System` },
  { value: "light", name: t`Light` },
  { value: "dark", name: t`Dark` },
];

function read(): MantineColorScheme {
  const stored = window.localStorage.getItem(KEY);
  return stored === "light" || stored === "dark" ? stored : "auto";
}

/** The tokens follow data-theme; without it they follow the system. */
export function wearScheme(scheme: MantineColorScheme = read()): void {
  if (scheme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = scheme;
}

export const schemeManager: MantineColorSchemeManager = {
  get: () => read(),
  set: (scheme) => {
    window.localStorage.setItem(KEY, scheme);
    wearScheme(scheme);
  },
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => {
    window.localStorage.removeItem(KEY);
    wearScheme("auto");
  },
};
