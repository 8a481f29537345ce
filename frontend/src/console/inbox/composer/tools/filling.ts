/** Fills `{{variables}}`; what is not known stays, and is pointed out before sending; pure. */

import type { CannedReply, Values } from "../../../api/writing";

const VARIABLE = /\{\{\s*([a-z_]+(?:\.[a-z_]+)?)\s*(?:\|([^{}\n]{0,80}))?\}\}/g;

/** `{{name|there}}` has words of its own for when there is no value. */
export function filled(text: string, values: Values): string {
  return text.replace(
    VARIABLE,
    (whole, name: string, instead?: string) =>
      (values[name] || (name in values ? instead?.trim() : undefined)) ?? whole,
  );
}

/** Those that fit the words, of each name only the one in the customer's language, else in any. */
export function matching(replies: readonly CannedReply[], asked: string, language: string): CannedReply[] {
  const best = new Map<string, CannedReply>();
  for (const reply of replies) {
    const key = reply.shortcut || `${reply.folder}/${reply.name}`;
    const known = best.get(key);
    if (!known || fits(reply, language) > fits(known, language)) best.set(key, reply);
  }
  return [...best.values()]
    .filter((reply) => matchesWords(reply, asked))
    .sort((one, other) => rank(one, asked) - rank(other, asked) || one.name.localeCompare(other.name));
}

function fits({ language }: CannedReply, wanted: string): number {
  if (language === "") return 1;
  return language.split("-")[0] === wanted.split("-")[0] ? 2 : 0;
}

function rank({ shortcut, name }: CannedReply, asked: string): number {
  const wanted = asked.trim().toLowerCase();
  if (wanted === "") return 0;
  if (shortcut.toLowerCase().startsWith(wanted)) return 0;
  return name.toLowerCase().includes(wanted) ? 1 : 2;
}

export function matchesWords({ name, shortcut, folder, text }: CannedReply, asked: string): boolean {
  const wanted = asked.trim().toLowerCase();
  return [shortcut, name, folder, text].some((part) => part.toLowerCase().includes(wanted));
}
