/** The comparison that a fact begins with, and the value that fits when its operator changes; pure. */

import type { Comparison, FactEntry, OperatorEntry, Plain, Value } from "../../api/rules";

const HIGH = 0.7;
const FIRST_COUNT = 2;
const NIGHT = ["18:00", "08:00"];

const firstChoice = ({ choices }: FactEntry): Plain => choices?.[0]?.value ?? "";

/** What a new comparison is about until it is chosen. */
export function firstValue(entry: FactEntry, operator: OperatorEntry): Value | undefined {
  switch (operator.value) {
    case "none":
      return undefined;
    case "share":
      return entry.levels?.find(({ value }) => value === HIGH)?.value ?? entry.levels?.at(-1)?.value ?? HIGH;
    case "number":
      return FIRST_COUNT;
    case "boolean":
      return true;
    case "clock_range":
      return [...NIGHT];
    case "choices":
      return entry.choices?.[0] ? [firstChoice(entry)] : [];
    default:
      return firstChoice(entry);
  }
}

const withValue = (fact: string, operator: string, value: Value | undefined): Comparison =>
  value === undefined ? { fact, operator } : { fact, operator, value };

export function firstComparison(entry: FactEntry): Comparison {
  const [operator] = entry.operators;
  if (!operator) return { fact: entry.fact, operator: "is", value: "" };
  return withValue(entry.fact, operator.operator, firstValue(entry, operator));
}

function carried(value: Value | undefined, from: string, to: OperatorEntry): Value | undefined {
  if (value === undefined || to.value === "none") return undefined;
  if (from === to.value) return value;
  if (to.value === "choices" && !Array.isArray(value)) return [value];
  if ((to.value === "choice" || to.value === "text") && Array.isArray(value)) return value[0];
  return undefined;
}

/** The same comparison with another operator; the value stays as far as it still fits. */
export function withOperator(comparison: Comparison, entry: FactEntry, operator: string): Comparison {
  const next = entry.operators.find((one) => one.operator === operator);
  if (!next) return comparison;
  const from = entry.operators.find((one) => one.operator === comparison.operator)?.value ?? "text";
  const kept = carried(comparison.value, from, next);
  return withValue(entry.fact, operator, kept ?? firstValue(entry, next));
}
