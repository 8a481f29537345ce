/** What was typed and not saved yet; it outlives a look at another page, so that nothing typed is lost. */

import { useEffect, useMemo } from "react";
import { Cell, useCell } from "../desk/cell";

const CARRIED = "baton.drafts";

const places = new Map<string, Cell<object>>(carried());
let carrying = false;

/** Takes all that was typed across a load that the console itself begins: nothing is asked, and nothing lost. */
export function carryDrafts(): void {
  const typed = [...places].map(([place, cell]) => [place, cell.get()]);
  window.sessionStorage.setItem(CARRIED, JSON.stringify(typed));
  carrying = true;
}

/** What came along, once: a secret that was typed stays no longer than the load took. */
function carried(): [string, Cell<object>][] {
  const text = window.sessionStorage.getItem(CARRIED);
  window.sessionStorage.removeItem(CARRIED);
  const typed: [string, object][] = text ? JSON.parse(text) : [];
  return typed.map(([place, fields]) => [place, new Cell(fields)]);
}

function cellOf(place: string): Cell<object> {
  const known = places.get(place);
  if (known) return known;
  const made = new Cell<object>({});
  places.set(place, made);
  return made;
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The fields whose value differs from the saved one. */
export function differences<Fields extends object>(typed: Partial<Fields>, saved: Fields): Partial<Fields> {
  const names = Object.keys(typed) as (keyof Fields)[];
  return Object.fromEntries(
    names.filter((name) => !same(typed[name], saved[name])).map((name) => [name, typed[name]]),
  ) as Partial<Fields>;
}

export interface Draft<Fields extends object> {
  /** As the form shows them: what was typed, else what is saved. */
  fields: Fields;
  /** What a save has to carry. */
  changes: Partial<Fields>;
  changed: boolean;
  change: (fields: Partial<Fields>) => void;
  /** Back to what is saved. */
  reset: () => void;
}

/** The draft of one form; `place` tells it from the other forms. */
export function useDraft<Fields extends object>(place: string, saved: Fields): Draft<Fields> {
  const cell = cellOf(place);
  const typed = useCell(cell) as Partial<Fields>;
  const changes = useMemo(() => differences(typed, saved), [typed, saved]);
  const changed = Object.keys(changes).length > 0;
  useWarning(changed);
  return {
    fields: { ...saved, ...typed },
    changes,
    changed,
    change: (fields) => cell.change((before) => ({ ...before, ...fields })),
    reset: () => cell.set({}),
  };
}

/** The browser asks before the whole document goes away with a draft in it. */
function useWarning(changed: boolean): void {
  useEffect(() => {
    if (!changed) return;
    const ask = (event: BeforeUnloadEvent) => {
      if (!carrying) event.preventDefault();
    };
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [changed]);
}
