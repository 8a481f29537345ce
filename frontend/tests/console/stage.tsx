/** A page of the console on a stage: the real providers, an address in memory, and a line that says nothing. */

import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { MantineProvider } from "@mantine/core";
import { Notifications, notifications } from "@mantine/notifications";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, type ReactNode } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach } from "vitest";
import { Router } from "wouter";
import { memoryLocation } from "wouter/memory-location";
import { DeskProvider } from "../../src/console/desk/DeskContext";
import { Desk } from "../../src/console/desk/desk";
import type { Me } from "../../src/console/desk/wire";

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
// happy-dom loads no fonts; a field that grows with its text listens for them.
if (!document.fonts) Object.assign(document, { fonts: new EventTarget() });

const silentLine = () => ({ onopen: null, onmessage: null, onclose: null, send: () => {}, close: () => {} });
const WAIT_AT_MOST = 2_000;
const LOOK_EVERY = 10;

let root: Root | null = null;

afterEach(async () => {
  await act(async () => {
    notifications.clean();
    root?.unmount();
  });
  root = null;
  document.body.replaceChildren();
});

export async function show(page: ReactNode, { as, path }: { as: Me; path: string }): Promise<Desk> {
  const desk = new Desk(as, silentLine);
  const { hook, searchHook } = memoryLocation({ path });
  const place = document.body.appendChild(document.createElement("div"));
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  root = createRoot(place);
  await act(async () =>
    root?.render(
      <I18nProvider i18n={i18n}>
        <MantineProvider env="test">
          <Notifications />
          <QueryClientProvider client={client}>
            <DeskProvider desk={desk}>
              <Router hook={hook} searchHook={searchHook}>
                {page}
              </Router>
            </DeskProvider>
          </QueryClientProvider>
        </MantineProvider>
      </I18nProvider>,
    ),
  );
  return desk;
}

/** Looks again until it is there, or gives up with the page's words. */
export async function until<Found>(find: () => Found | null | undefined | false): Promise<Found> {
  for (let waited = 0; waited < WAIT_AT_MOST; waited += LOOK_EVERY) {
    const found = find();
    if (found) return found;
    await act(() => new Promise((resolve) => setTimeout(resolve, LOOK_EVERY)));
  }
  throw new Error(`Not there: ${find}\n${document.body.textContent}`);
}

export const says = (words: string): boolean => document.body.textContent?.includes(words) ?? false;

const named = (element: Element): string =>
  element.getAttribute("aria-label") ?? element.textContent?.trim() ?? "";

export const button = (name: string): HTMLButtonElement | undefined =>
  [...document.querySelectorAll("button")].find((each) => named(each) === name);

/** The field with the label. */
export function field(label: string): HTMLInputElement | null {
  const found = [...document.querySelectorAll("label")].find((each) => each.textContent?.startsWith(label));
  const byLabel = found?.htmlFor ? document.getElementById(found.htmlFor) : null;
  return (byLabel ?? document.querySelector(`[aria-label="${label}"]`)) as HTMLInputElement | null;
}

export async function click(name: string): Promise<void> {
  const found = await until(() => button(name));
  await act(async () => found.click());
}

export async function type(label: string, words: string): Promise<void> {
  const found = await until(() => field(label));
  const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(found), "value") ?? {};
  await act(async () => {
    set?.call(found, words);
    found.dispatchEvent(new Event("input", { bubbles: true }));
  });
}
