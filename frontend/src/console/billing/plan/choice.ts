/** With what the dialog opens: as somebody pressed it here, or as sign-up left it in the address. */

import { useEffect, useState } from "react";
import { useSearchParams } from "wouter";
import type { Interval, PlanKey } from "../../api/billing";

export interface Choice {
  plan: PlanKey | null;
  interval: Interval | null;
}

export const NOTHING: Choice = { plan: null, interval: null };

const PLANS: readonly PlanKey[] = ["free", "team", "business"];
const INTERVALS: readonly Interval[] = ["month", "year"];

export function choiceOf(query: URLSearchParams): Choice | null {
  const plan = query.get("choose");
  if (plan === null) return null;
  const interval = query.get("interval");
  return {
    plan: PLANS.find((one) => one === plan) ?? null,
    interval: INTERVALS.find((one) => one === interval) ?? null,
  };
}

function without(query: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(query);
  next.delete("choose");
  next.delete("interval");
  return next;
}

/** The choice in the address opens the dialog once and is gone from there: loading the page again does not ask again. */
export function useChoice() {
  const [query, setQuery] = useSearchParams();
  const [choice, setChoice] = useState<Choice | null>(null);
  const [fromSignUp, setFromSignUp] = useState(false);
  const asked = query.has("choose");
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the address begins to ask, and only then
  useEffect(() => {
    if (!asked) return;
    setChoice(choiceOf(query));
    setFromSignUp(true);
    setQuery(without, { replace: true });
  }, [asked]);
  return { choice, setChoice, fromSignUp };
}
