/** What every part of the builder works with: the draft, what rules may speak about, and whether to change them. */

import { createContext, type ReactNode, useContext } from "react";
import type { Catalogue, Rule, RulesInForce } from "../../api/rules";
import { useCell } from "../../desk/cell";
import { put } from "../document/book";
import type { DraftState, Keeper } from "../document/keeper";

interface Builder {
  keeper: Keeper;
  catalogue: Catalogue;
  rules: RulesInForce;
  mayWrite: boolean;
}

const Context = createContext<Builder | null>(null);

export function BuilderProvider({ children, ...builder }: Builder & { children: ReactNode }) {
  return <Context value={builder}>{children}</Context>;
}

export function useBuilder(): Builder {
  const builder = useContext(Context);
  if (!builder) throw new Error("Not within a BuilderProvider");
  return builder;
}

export const useDraft = (): DraftState => useCell(useBuilder().keeper.state);

/** Changes fields of one rule; `about` joins what is typed into one step of undo. */
export function useChangeRule(key: string): (change: Partial<Rule>, about?: string) => void {
  const { keeper } = useBuilder();
  return (change, about) => keeper.change(put(keeper.book, key, change), about ? `${key} ${about}` : null);
}
