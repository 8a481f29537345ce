/** The fields of an article by their names, and their values in words; pure. */

import { t } from "@lingui/core/macro";
import { moment } from "../../../shared/time";
import type { ArticleFields } from "../../api/articles";
import { languageName } from "../../ui/languages";

export type Field = keyof ArticleFields;

const NAMES: Record<Field, string> = {
  title: t`Title`,
  body: t`Text`,
  questions: t`Questions`,
  language: t`Language`,
  tags: t`Tags`,
  audience: t`Who may read it`,
  valid_from: t`Valid from`,
  valid_until: t`Valid until`,
};

export const nameOf = (field: Field): string => NAMES[field];

const AUDIENCES: Record<string, string> = { everyone: t`Customers and agents`, desk: t`Agents only` };

/** One value a line, so that two lists are compared line by line. */
export function inWords(field: Field, fields: Partial<ArticleFields>): string {
  const value = fields[field];
  if (value === null || value === undefined) return field.startsWith("valid") ? t`Always` : "";
  if (Array.isArray(value)) return value.join("\n");
  if (field === "language") return languageName(value);
  if (field === "audience") return AUDIENCES[value] ?? value;
  return field.startsWith("valid") ? moment(value) : value;
}

/** The fields of `after` that say something else than before. */
export function differing(before: Partial<ArticleFields>, after: Partial<ArticleFields>): Field[] {
  const fields = Object.keys(NAMES) as Field[];
  return fields.filter((field) => field in after && inWords(field, before) !== inWords(field, after));
}
