/** A rule in words, as it is typed: the same sentence that the server makes of it later; pure. */

import { t } from "@lingui/core/macro";
import type { Catalogue, Condition, FactEntry, OperatorEntry, Plain, Rule, Value } from "../../api/rules";
import { languageName } from "../../ui/languages";
import { type Branch, branchOf, type Group, type Line } from "./conditions";

export interface Piece {
  text: string;
  strong?: boolean;
  /** What of the rule is changed by it: a place in the condition, or a field of the rule. */
  place?: string;
}

const strong = (text: string, place: string): Piece => ({ text, strong: true, place });
const plain = (text: string): Piece => ({ text });

export const factOf = (catalogue: Catalogue, fact: string): FactEntry | undefined =>
  catalogue.facts.find((entry) => entry.fact === fact);

export const operatorOf = (entry: FactEntry | undefined, operator: string): OperatorEntry | undefined =>
  entry?.operators.find((one) => one.operator === operator);

/** What a fact is called in a sentence; one that is not known here any more by the last part of its name. */
export const factLabel = (catalogue: Catalogue, fact: string): string =>
  factOf(catalogue, fact)?.label ?? fact.slice(fact.indexOf(".") + 1).replaceAll("_", " ");

/** "is" turns "is not"; what does not begin so is denied as a whole. */
export function denied(label: string): string {
  if (label === "is one of") return t`is none of`;
  return label.startsWith("is") && /^is\b/.test(label) ? t`is not${label.slice(2)}` : t`not: ${label}`;
}

export const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`;

const listed = (values: readonly string[], word: string): string =>
  values.length < 2 ? values.join("") : `${values.slice(0, -1).join(", ")} ${word} ${values.at(-1)}`;

function plainInWords(value: Plain, entry: FactEntry | undefined): string {
  if (entry?.fact === "language" && typeof value === "string") return languageName(value);
  const known = entry?.choices?.find((choice) => String(choice.value) === String(value));
  if (known) return known.label;
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "number" ? new Intl.NumberFormat().format(value) : value || "…";
}

/** A level where it is exactly one; of a rise the levels are adverbs, which do not stand alone. */
function shareInWords(value: number, entry: FactEntry | undefined): string {
  const level = entry?.levels?.find((one) => one.value === value)?.label;
  if (!level) return percent(value);
  return entry?.fact.startsWith("rise.") ? `${percent(value)} (${level})` : level;
}

/** A value as the sentence names it: a share by its level where it is exactly one. */
export function valueInWords(value: Value | undefined, entry: FactEntry | undefined, kind: string): string {
  if (value === undefined) return "";
  if (kind === "share" && typeof value === "number") return shareInWords(value, entry);
  if (!Array.isArray(value)) return plainInWords(value, entry);
  if (kind === "clock_range") return t`${String(value[0])} and ${String(value[1])}`;
  return listed(
    value.map((each) => plainInWords(each, entry)),
    "or",
  );
}

export function operatorInWords(line: Line, catalogue: Catalogue): string {
  const entry = factOf(catalogue, line.fact);
  const label = operatorOf(entry, line.operator)?.label ?? line.operator.replaceAll("_", " ");
  return line.negated ? denied(label) : label;
}

/** "is one of" with one alone is "is". */
function shortly(line: Line): Line {
  const [only, ...others] = Array.isArray(line.value) ? line.value : [];
  return line.operator === "one_of" && only !== undefined && others.length === 0
    ? { ...line, operator: "is", value: only }
    : line;
}

const WITH_A_NOUN = new Set(["any", "some"]);

function linePieces(told: Line, catalogue: Catalogue): Piece[] {
  const line = shortly(told);
  const entry = factOf(catalogue, line.fact);
  const kind = operatorOf(entry, line.operator)?.value ?? "text";
  const value = valueInWords(line.value, entry, kind);
  const fact = factLabel(catalogue, line.fact);
  if (line.operator === "at_least" && !line.negated && WITH_A_NOUN.has(value)) {
    return [plain(t`there is `), strong(`${value} ${fact.replace(/^the /, "")}`, `${line.place}.value`)];
  }
  return [
    strong(fact, `${line.place}.fact`),
    plain(` ${operatorInWords(line, catalogue)}`),
    ...(value ? [plain(" "), strong(value, `${line.place}.value`)] : []),
  ];
}

function groupPieces(group: Group, catalogue: Catalogue, outer: boolean): Piece[] {
  const between = group.word === "all" ? " and " : " or ";
  const inner = group.parts.flatMap((part, place) => [
    ...(place > 0 ? [plain(between)] : []),
    ...branchPieces(part, catalogue, false),
  ]);
  if (group.negated)
    return [plain(group.word === "all" ? t`not all of (` : t`none of (`), ...inner, plain(")")];
  return outer || group.parts.length < 2 ? inner : [plain("("), ...inner, plain(")")];
}

const branchPieces = (branch: Branch, catalogue: Catalogue, outer: boolean): Piece[] =>
  branch.kind === "line" ? linePieces(branch, catalogue) : groupPieces(branch, catalogue, outer);

export const conditionPieces = (condition: Condition, catalogue: Catalogue): Piece[] =>
  branchPieces(branchOf(condition), catalogue, true);

export const priorityLabel = (catalogue: Catalogue, priority: string): string =>
  (catalogue.priorities.find(({ value }) => value === priority)?.label ?? priority).toLocaleLowerCase();

/** Whom to tell, by name. */
export const personLabel = (catalogue: Catalogue, who: string): string =>
  catalogue.people.find(({ value }) => value === who)?.label ?? t`somebody who left`;

function targetPieces(rule: Rule, catalogue: Catalogue): Piece[] {
  const team = strong(rule.team ?? t`any team`, "team");
  const urgency =
    rule.priority === "normal"
      ? []
      : [plain(", "), strong(priorityLabel(catalogue, rule.priority), "priority")];
  const skill = rule.skill ? [plain(t`, to somebody who knows `), strong(rule.skill, "skill")] : [];
  if (rule.does === "mark") return [];
  const verb = rule.does === "ask_approval" ? t`hold the answer for a yes of ` : t`hand over to `;
  return [plain(verb), team, ...urgency, ...skill];
}

function marksPieces(rule: Rule, catalogue: Catalogue): Piece[][] {
  const tags = rule.tags ?? [];
  const notify = (rule.notify ?? []).map((who) => personLabel(catalogue, who));
  return [
    tags.length ? [plain(t`mark it `), strong(listed(tags, "and"), "tags")] : [],
    notify.length ? [plain("tell "), strong(listed(notify, "and"), "notify")] : [],
  ].filter((pieces) => pieces.length > 0);
}

/** "When anger is at least high, hand over to Customer care, urgent." */
export function sentence(rule: Rule, catalogue: Catalogue): Piece[] {
  const target = targetPieces(rule, catalogue);
  const deeds = [...(target.length ? [target] : []), ...marksPieces(rule, catalogue)];
  const does = deeds.flatMap((pieces, place) => [...(place > 0 ? [plain(", and ")] : []), ...pieces]);
  return [
    plain(t`When `),
    ...conditionPieces(rule.when, catalogue),
    plain(", "),
    ...(does.length ? does : [plain(t`do nothing yet`)]),
    plain("."),
  ];
}

export const textOf = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join("");

export const triggerLabel = (catalogue: Catalogue, trigger: string): string =>
  catalogue.triggers.find(({ value }) => value === trigger)?.label ?? trigger.replaceAll("_", " ");
