/** What an admin has typed about the engine, and what still hinders saving it. */

import { t } from "@lingui/core/macro";
import type { Engine, EngineChange, EngineKind, ModelToTry } from "../../../api/engine";

export interface Typed {
  engine: EngineKind;
  model_address: string;
  model_name: string;
  model_key: string;
  tokens_per_day: number | string;
  tokens_per_conversation: number | string;
  tokens_per_visitor: number | string;
  outside_seconds: number | string;
}

export const FIELDS = [
  "engine",
  "model_address",
  "model_name",
  "model_key",
  "tokens_per_day",
  "tokens_per_conversation",
  "tokens_per_visitor",
  "outside_seconds",
] as const;

export const typedOf = (saved: Engine): Typed => ({
  engine: saved.engine,
  model_address: saved.model_address,
  model_name: saved.model_name,
  model_key: "",
  tokens_per_day: saved.tokens_per_day,
  tokens_per_conversation: saved.tokens_per_conversation,
  tokens_per_visitor: saved.tokens_per_visitor,
  outside_seconds: saved.outside_seconds,
});

/** What is sent: a key that was not typed stays, so it is left out. */
export function changeOf(typed: Typed): EngineChange {
  const { model_key, ...others } = typed;
  return {
    ...others,
    model_address: typed.model_address.trim(),
    model_name: typed.model_name.trim(),
    tokens_per_day: Number(typed.tokens_per_day),
    tokens_per_conversation: Number(typed.tokens_per_conversation),
    tokens_per_visitor: Number(typed.tokens_per_visitor),
    outside_seconds: Number(typed.outside_seconds),
    ...(model_key.trim() && { model_key: model_key.trim() }),
  };
}

export const modelOf = ({ model_address, model_name, model_key }: Typed): ModelToTry => ({
  model_address: model_address.trim(),
  model_name: model_name.trim(),
  ...(model_key.trim() && { model_key: model_key.trim() }),
});

export function hindrance(typed: Typed, saved: Engine): string | null {
  const address = typed.model_address.trim();
  if (typed.engine === "language_model" && (!address || !typed.model_name.trim())) {
    return t`A language model needs an address and a name.`;
  }
  if (saved.has_key && address !== saved.model_address && !typed.model_key.trim()) {
    return t`Another address needs its own key: the stored one belongs to the old address.`;
  }
  const seconds = Number(typed.outside_seconds);
  if (typed.engine === "outside" && !(seconds >= 5 && seconds <= 45)) {
    return t`Your AI has between 5 and 45 seconds.`;
  }
  const budgets = [typed.tokens_per_day, typed.tokens_per_conversation, typed.tokens_per_visitor];
  return budgets.some((budget) => budget === "") ? t`Each budget is a number.` : null;
}
