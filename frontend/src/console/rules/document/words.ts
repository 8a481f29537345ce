/** A rule in words, as it is typed: the same sentence that the server makes of it later; pure. */

import { t } from "@lingui/core/macro";
import type { Catalogue, Condition, FactEntry, OperatorEntry, Plain, Rule, Value } from "../../api/rules";
import { listed, locale, number } from "../../shell/locale";
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

const DENIED: Record<string, string> = {
  is: t`is not`,
  one_of: t`is none of`,
  fires: t`is not heard`,
  at_least: t`is not at least`,
  at_most: t`is not at most`,
  above: t`is not above`,
  below: t`is not below`,
  between: t`is not between`,
};

/** How a comparison is called where it must not hold. */
export const denied = (operator: string, label: string): string => DENIED[operator] ?? t`not: ${label}`;

export const percent = (share: number): string =>
  number(share, { style: "percent", maximumFractionDigits: 1 });

/** "." or ",", as numbers are typed in the reader's language. */
export const decimalPoint = (): string =>
  new Intl.NumberFormat(locale()).formatToParts(0.5).find(({ type }) => type === "decimal")?.value ?? ".";

/** Marks a place in a sentence; no text that anybody writes has it. */
const MARK = "\u0001";

/** A whole sentence in any language, its places filled with pieces: `say` names each by its mark. */
function filled<Name extends string>(
  places: Record<Name, readonly Piece[]>,
  say: (marks: Record<Name, string>) => string,
): Piece[] {
  const names = Object.keys(places) as Name[];
  const marks = Object.fromEntries(names.map((name) => [name, `${MARK}${name}${MARK}`]));
  return say(marks as Record<Name, string>)
    .split(MARK)
    .flatMap((part, at) => (at % 2 ? places[part as Name] : part ? [plain(part)] : []));
}

function plainInWords(value: Plain, entry: FactEntry | undefined): string {
  if (entry?.fact === "language" && typeof value === "string") return languageName(value);
  const known = entry?.choices?.find((choice) => String(choice.value) === String(value));
  if (known) return known.label;
  if (typeof value === "boolean") return value ? t`yes` : t`no`;
  return typeof value === "number" ? number(value) : value || "…";
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
  if (kind === "clock_range") {
    const [from, to] = value.map(String);
    return t({ message: `${from} and ${to}`, context: "times between which it is" });
  }
  return listed(
    value.map((each) => plainInWords(each, entry)),
    "disjunction",
  );
}

export function operatorInWords(line: Line, catalogue: Catalogue): string {
  const entry = factOf(catalogue, line.fact);
  const label = operatorOf(entry, line.operator)?.label ?? line.operator.replaceAll("_", " ");
  return line.negated ? denied(line.operator, label) : label;
}

/** "is one of" with one alone is "is". */
function shortly(line: Line): Line {
  const [only, ...others] = Array.isArray(line.value) ? line.value : [];
  return line.operator === "one_of" && only !== undefined && others.length === 0
    ? { ...line, operator: "is", value: only }
    : line;
}

type Clause = (marks: { fact: string; value: string }) => string;

/** What a comparison reads as after "When": some languages put the verb last there. */
const CLAUSES: Record<string, readonly [holds: Clause, denied: Clause]> = {
  is: [({ fact, value }) => t`${fact} is ${value}`, ({ fact, value }) => t`${fact} is not ${value}`],
  one_of: [
    ({ fact, value }) => t`${fact} is one of ${value}`,
    ({ fact, value }) => t`${fact} is none of ${value}`,
  ],
  fires: [({ fact }) => t`${fact} is heard`, ({ fact }) => t`${fact} is not heard`],
  known: [
    ({ fact, value }) => t`${fact} is known: ${value}`,
    ({ fact, value }) => t`not: ${fact} is known: ${value}`,
  ],
  between: [
    ({ fact, value }) => t`${fact} is between ${value}`,
    ({ fact, value }) => t`${fact} is not between ${value}`,
  ],
  at_least: [
    ({ fact, value }) => t`${fact} is at least ${value}`,
    ({ fact, value }) => t`${fact} is not at least ${value}`,
  ],
  at_most: [
    ({ fact, value }) => t`${fact} is at most ${value}`,
    ({ fact, value }) => t`${fact} is not at most ${value}`,
  ],
  above: [
    ({ fact, value }) => t`${fact} is above ${value}`,
    ({ fact, value }) => t`${fact} is not above ${value}`,
  ],
  below: [
    ({ fact, value }) => t`${fact} is below ${value}`,
    ({ fact, value }) => t`${fact} is not below ${value}`,
  ],
};

const SLIGHT = 0.5;

/** A level of a signal that is no measure of it but says that there is some. */
const isSlight = (value: Value | undefined, entry: FactEntry | undefined): boolean =>
  typeof value === "number" &&
  value <= SLIGHT &&
  (entry?.levels?.some((one) => one.value === value) ?? false) &&
  !entry?.fact.startsWith("rise.");

function linePieces(told: Line, catalogue: Catalogue): Piece[] {
  const line = shortly(told);
  const entry = factOf(catalogue, line.fact);
  const kind = operatorOf(entry, line.operator)?.value ?? "text";
  const value = valueInWords(line.value, entry, kind);
  const places = {
    fact: [strong(factLabel(catalogue, line.fact), `${line.place}.fact`)],
    value: value ? [strong(value, `${line.place}.value`)] : [],
  };
  if (line.operator === "at_least" && !line.negated && isSlight(line.value, entry)) {
    const noun = factLabel(catalogue, line.fact).replace(/^the /, "");
    const found = { level: places.value, fact: [strong(noun, `${line.place}.fact`)] };
    return filled(found, ({ level, fact }) => t`there is ${level} ${fact}`);
  }
  const [holds, denial] = CLAUSES[line.operator] ?? [];
  if (holds && denial) return filled(places, line.negated ? denial : holds);
  return [...places.fact, plain(` ${operatorInWords(line, catalogue)} `), ...places.value];
}

/** Many pieces with a word between each two of them. */
const joined = (parts: readonly (readonly Piece[])[], between: string): Piece[] =>
  parts.flatMap((pieces, place) => (place > 0 ? [plain(between), ...pieces] : pieces));

function groupPieces(group: Group, catalogue: Catalogue, outer: boolean): Piece[] {
  const all = group.word === "all";
  const parts = group.parts.map((part) => branchPieces(part, catalogue, false));
  const inner = joined(
    parts,
    ` ${all ? t({ message: "and", context: "between conditions" }) : t({ message: "or", context: "between conditions" })} `,
  );
  if (group.negated)
    return filled({ inner }, ({ inner: said }) => (all ? t`not all of (${said})` : t`none of (${said})`));
  return outer || group.parts.length < 2 ? inner : [plain("("), ...inner, plain(")")];
}

const branchPieces = (branch: Branch, catalogue: Catalogue, outer: boolean): Piece[] =>
  branch.kind === "line" ? linePieces(branch, catalogue) : groupPieces(branch, catalogue, outer);

export const conditionPieces = (condition: Condition, catalogue: Catalogue): Piece[] =>
  branchPieces(branchOf(condition), catalogue, true);

/** The usual one is not told. */
const URGENCY: Record<Rule["priority"], string> = {
  normal: "",
  high: t`with high priority`,
  urgent: t({ message: "urgent", context: "a handover" }),
};

/** Whom to tell, by name. */
export const personLabel = (catalogue: Catalogue, who: string): string =>
  catalogue.people.find(({ value }) => value === who)?.label ?? t`somebody who left`;

function targetPieces(rule: Rule): Piece[] {
  if (rule.does === "mark") return [];
  const team = [strong(rule.team ?? t`any team`, "team")];
  const deed =
    rule.does === "ask_approval"
      ? filled({ team }, ({ team: to }) => t`hold the answer for a yes of ${to}`)
      : filled({ team }, ({ team: to }) => t`hand over to ${to}`);
  const urgency = rule.priority === "normal" ? [] : [strong(URGENCY[rule.priority], "priority")];
  const skill = rule.skill
    ? filled(
        { skill: [strong(rule.skill, "skill")] },
        ({ skill: known }) => t`to somebody who knows ${known}`,
      )
    : [];
  return joined(
    [deed, urgency, skill].filter((pieces) => pieces.length > 0),
    ", ",
  );
}

function marksPieces(rule: Rule, catalogue: Catalogue): Piece[][] {
  const tags = [strong(listed(rule.tags ?? []), "tags")];
  const people = [strong(listed((rule.notify ?? []).map((who) => personLabel(catalogue, who))), "notify")];
  return [
    rule.tags?.length ? filled({ tags }, ({ tags: named }) => t`mark it ${named}`) : [],
    rule.notify?.length ? filled({ people }, ({ people: named }) => t`tell ${named}`) : [],
  ].filter((pieces) => pieces.length > 0);
}

/** "When anger is at least high, hand over to Customer care, urgent." */
export function sentence(rule: Rule, catalogue: Catalogue): Piece[] {
  const target = targetPieces(rule);
  const deeds = [...(target.length ? [target] : []), ...marksPieces(rule, catalogue)];
  const does = deeds.length
    ? joined(deeds, `, ${t({ message: "and", context: "between deeds of a rule" })} `)
    : [plain(t`do nothing yet`)];
  const when = conditionPieces(rule.when, catalogue);
  return filled({ when, does }, ({ when: holds, does: deed }) => t`When ${holds}, ${deed}.`);
}

export const textOf = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join("");

export const triggerLabel = (catalogue: Catalogue, trigger: string): string =>
  catalogue.triggers.find(({ value }) => value === trigger)?.label ?? trigger.replaceAll("_", " ");
