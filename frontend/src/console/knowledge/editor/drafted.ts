/** Which articles have changes that are not saved; the browser asks before it throws them away. */

import { Cell, useCell } from "../../desk/cell";

const drafted = new Cell<ReadonlySet<string>>(new Set());

const ask = (event: BeforeUnloadEvent): void => event.preventDefault();

export function markDrafted(id: string, on: boolean): void {
  const known = drafted.get();
  if (known.has(id) === on) return;
  const next = new Set(known);
  if (on) next.add(id);
  else next.delete(id);
  drafted.set(next);
  if (next.size > 0) window.addEventListener("beforeunload", ask);
  else window.removeEventListener("beforeunload", ask);
}

export const useIsDrafted = (id: string): boolean => useCell(drafted).has(id);
