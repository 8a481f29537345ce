/** What the palette offers, and how typed words choose among it; pure. */

export interface Entry {
  id: string;
  /** Under which heading it stands. */
  part: string;
  name: string;
  /** A second, quieter line. */
  detail?: string;
  /** Other words for it, in any language, which are found and never shown. */
  also?: string;
  /** The key that does the same. */
  keys?: string[];
  act: () => void;
}

const plain = (words: string): string => words.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase();

/** What is meant comes after what is called so. */
const OTHER_WORDS = 20;

/** How well a name fits: 0 where each typed word begins a word of it in order, more the worse; null where not at all. */
export function rank(name: string, typed: string): number | null {
  const words = plain(name).split(/[^\p{L}\p{N}]+/u);
  const wanted = plain(typed).split(/\s+/).filter(Boolean);
  let from = 0;
  let score = 0;
  for (const word of wanted) {
    const later = words.findIndex((each, index) => index >= from && each.startsWith(word));
    const anywhere = words.findIndex((each) => each.startsWith(word));
    const inside = words.findIndex((each) => each.includes(word));
    if (later !== -1) {
      score += later === from ? 0 : 1;
      from = later + 1;
    } else if (anywhere !== -1) score += 3;
    else if (inside !== -1 && word.length > 1) score += 6;
    else return null;
  }
  return score;
}

/** Those that fit, the best of each part first; the parts keep their order. */
export function choose(entries: readonly Entry[], typed: string): Entry[] {
  if (typed.trim() === "") return [...entries];
  const found = entries.flatMap((entry) => {
    const named = rank(`${entry.name} ${entry.detail ?? ""}`, typed);
    const meant = named === null && entry.also ? rank(`${entry.name} ${entry.also}`, typed) : null;
    const score = named ?? (meant === null ? null : meant + OTHER_WORDS);
    return score === null ? [] : [{ entry, score }];
  });
  const parts = [...new Set(entries.map((entry) => entry.part))];
  return parts.flatMap((part) =>
    found
      .filter(({ entry }) => entry.part === part)
      .sort((a, b) => a.score - b.score)
      .map(({ entry }) => entry),
  );
}
