/** Which files can be imported, said before they travel; pure. */

import { t } from "@lingui/core/macro";

const TABLES = [".csv", ".tsv"];
const WRITINGS = [".md", ".markdown", ".txt"];
const PRINTS = [".pdf"];
const WORD = [".docx"];
const PAGES = [".html", ".htm"];
const KINDS = [TABLES, WRITINGS, PRINTS, WORD, PAGES];
const OLD_WORD = [".doc"];
export const ACCEPT = KINDS.flat().join(",");
export const MOST_FILES = 50;
/** The server takes so many at once, of one kind. */
const TOGETHER = 5;
/** Bytes, all files together. */
export const MOST_BYTES = 10_000_000;

type Sized = Pick<File, "name" | "size">;

const endsIn = ({ name }: Sized, endings: readonly string[]): boolean =>
  endings.some((ending) => name.toLowerCase().endsWith(ending));

const readable = (file: Sized): boolean => endsIn(file, KINDS.flat());

/** What stands in the way, in words; null when the files can go. */
export function hindrance(files: readonly Sized[]): string | null {
  const wrong = files.find((file) => !readable(file));
  if (wrong) {
    const { name } = wrong;
    if (endsIn(wrong, OLD_WORD)) return t`${name} is of an old Word. Save it as .docx, and choose that.`;
    return t`${name} is no CSV, Markdown, text, PDF, Word or HTML file.`;
  }
  if (files.length > MOST_FILES) return t`Choose at most ${MOST_FILES} files at once.`;
  const bytes = files.reduce((sum, file) => sum + file.size, 0);
  return bytes > MOST_BYTES ? t`These files are more than 10 MB together. Bring them in several goes.` : null;
}

/** Those chosen before and now; a file of the same name takes the place of the earlier. */
export function joined<Item extends Sized>(before: readonly Item[], now: readonly Item[]): Item[] {
  const names = new Set(now.map((file) => file.name));
  return [...before.filter((file) => !names.has(file.name)), ...now];
}

/** The files in the goes in which they are sent. */
export function goes<Item extends Sized>(files: readonly Item[]): Item[][] {
  const kinds = KINDS.map((endings) => files.filter((file) => endsIn(file, endings)));
  return kinds.flatMap((kind) =>
    Array.from({ length: Math.ceil(kind.length / TOGETHER) }, (_, go) =>
      kind.slice(go * TOGETHER, (go + 1) * TOGETHER),
    ),
  );
}
