/** The rules while they are worked on: each with a key of its own that its name may change under; pure. */

import { t } from "@lingui/core/macro";
import type { Catalogue, Rule, RuleDocument, RuleProblem } from "../../api/rules";

export interface Kept {
  key: string;
  rule: Rule;
}

export type Book = readonly Kept[];

let made = 0;

export const keep = (rule: Rule): Kept => {
  made += 1;
  return { key: `rule-${made}`, rule };
};

/** One text alone is the English one. */
const withSay = (rule: Omit<Rule, "say"> & { say: Rule["say"] | string }): Rule => ({
  ...rule,
  say: typeof rule.say === "string" ? { en: rule.say } : (rule.say ?? {}),
});

/** The rules of a document; a rule that was known by its name keeps its key. */
export function bookOf(document: RuleDocument, known: Book = []): Book {
  const keys = new Map(known.map(({ key, rule }) => [rule.name, key]));
  return document.rules.map(withSay).map((rule) => {
    const key = keys.get(rule.name);
    keys.delete(rule.name);
    return key ? { key, rule } : keep(rule);
  });
}

export const documentOf = (book: Book, format: number): RuleDocument => ({
  format,
  rules: book.map(({ rule }) => rule),
});

export const isOn = (rule: Rule): boolean => rule.on ?? true;

export const put = (book: Book, key: string, change: Partial<Rule>): Book =>
  book.map((kept) => (kept.key === key ? { key, rule: { ...kept.rule, ...change } } : kept));

export const without = (book: Book, key: string): Book => book.filter((kept) => kept.key !== key);

/** The rule at a place, counted from nought; those there make room. */
export const insert = (book: Book, kept: Kept, place: number): Book => [
  ...book.slice(0, place),
  kept,
  ...book.slice(place),
];

/** The rule in the place of another one, which makes room. */
export function moveTo(book: Book, key: string, other: string): Book {
  const from = book.findIndex((kept) => kept.key === key);
  const to = book.findIndex((kept) => kept.key === other);
  const moved = book[from];
  if (!moved || to < 0 || from === to) return book;
  const rest = without(book, key);
  return [...rest.slice(0, to), moved, ...rest.slice(to)];
}

export interface Halves {
  /** Asked before all others, the gravest first, whatever their place in the document. */
  protective: Book;
  ordinary: Book;
}

export function halves(book: Book, triggers: Catalogue["triggers"]): Halves {
  const grave = new Map(triggers.filter((one) => one.protective).map(({ value }, place) => [value, place]));
  const rank = ({ rule }: Kept): number => grave.get(rule.trigger) ?? Number.POSITIVE_INFINITY;
  const protective = book.filter(({ rule }) => grave.has(rule.trigger));
  return {
    protective: [...protective].sort((one, other) => rank(one) - rank(other)),
    ordinary: book.filter(({ rule }) => !grave.has(rule.trigger)),
  };
}

/** "Late at night", or "Late at night 2" where the name is taken. */
export function freeName(book: Book, wanted: string): string {
  const taken = new Set(book.map(({ rule }) => rule.name));
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted} ${number}`;
    if (!taken.has(name)) return name;
  }
}

export interface PlacedProblem {
  /** Within the rule: `when.all[0].value`, or "" where it is about the rule as a whole. */
  place: string;
  problem: string;
}

const RULE_PLACE = /^rules\[(\d+)\]\.?(.*)$/;

/** What is missing in the builder's own words, by the place within the rule. */
const MISSING: readonly [RegExp, RegExp, string][] = [
  [/^name$/, /^must be a text/, t`Give it a name.`],
  [/^label$/, /^must be a text/, t`Say what the inbox shows.`],
  [/^reason$/, /^must be a text/, t`Tell the agent why.`],
  [/^say$/, /^must be a text/, t`Write at least the English words.`],
  [/^when.*\.value$/, /^must be a list/, t`Choose at least one.`],
  [/^when.*\.value/, /^must be a (text|time)/, t`Choose a value.`],
];

/** As people are told it: what the server says begins small, since its place stands before it. */
export function problemInWords(place: string, problem: string): string {
  const found = MISSING.find(([where, what]) => where.test(place) && what.test(problem));
  return found?.[2] ?? problem.charAt(0).toLocaleUpperCase() + problem.slice(1);
}

/** What is wrong with each rule, by its place; what is about none of them comes under -1. */
export function problemsByRule(problems: readonly RuleProblem[]): Map<number, PlacedProblem[]> {
  const found = new Map<number, PlacedProblem[]>();
  for (const { place, problem } of problems) {
    const [, number, rest] = RULE_PLACE.exec(place) ?? [];
    const rule = number === undefined ? -1 : Number(number);
    found.set(rule, [
      ...(found.get(rule) ?? []),
      { place: rest ?? place, problem: problemInWords(rest ?? place, problem) },
    ]);
  }
  return found;
}

/** The first problem at a place of the rule or below it. */
export const problemAt = (problems: readonly PlacedProblem[], place: string): string | null =>
  problems.find(
    (one) => one.place === place || one.place.startsWith(`${place}.`) || one.place.startsWith(`${place}[`),
  )?.problem ?? null;
