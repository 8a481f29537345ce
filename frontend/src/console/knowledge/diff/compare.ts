/** What changed between two texts, in words; pure. Myers' greedy algorithm (An O(ND) difference algorithm, 1986). */

export interface Piece {
  kind: "same" | "added" | "gone";
  text: string;
}

/** Edits beyond which a stretch counts as written anew. */
const MOST_EDITS = 800;

/** Words with the white space after them, line ends apart. */
const cut = (text: string): string[] => text.match(/\n|[^\S\n]+|[^\s]+/g) ?? [];

/** The pieces of both texts in reading order; what is the same stands once. */
export function compare(before: string, after: string): Piece[] {
  const [old, now] = [cut(before), cut(after)];
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head += 1;
  let tail = 0;
  const most = Math.min(old.length, now.length) - head;
  while (tail < most && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1;
  const middle = edits(old.slice(head, old.length - tail), now.slice(head, now.length - tail));
  const pieces = joined([
    { kind: "same", text: old.slice(0, head).join("") },
    ...middle,
    { kind: "same", text: old.slice(old.length - tail).join("") },
  ]);
  return joined(readable(pieces));
}

function edits(old: string[], now: string[]): Piece[] {
  const trace = search(old, now);
  if (!trace) {
    return [
      { kind: "gone", text: old.join("") },
      { kind: "added", text: now.join("") },
    ];
  }
  return walkBack(trace, old, now);
}

/** How far each diagonal reaches after 0, 1, 2 … edits; null beyond MOST_EDITS. */
function search(old: string[], now: string[]): Map<number, number>[] | null {
  const trace: Map<number, number>[] = [];
  let reach = new Map<number, number>([[1, 0]]);
  for (let edit = 0; edit <= Math.min(MOST_EDITS, old.length + now.length); edit += 1) {
    trace.push(reach);
    reach = new Map(reach);
    for (let diagonal = -edit; diagonal <= edit; diagonal += 2) {
      let x = stepsDown(reach, diagonal, edit) ? at(reach, diagonal + 1) : at(reach, diagonal - 1) + 1;
      while (x < old.length && x - diagonal < now.length && old[x] === now[x - diagonal]) x += 1;
      reach.set(diagonal, x);
      if (x >= old.length && x - diagonal >= now.length) return trace;
    }
  }
  return null;
}

const at = (reach: ReadonlyMap<number, number>, diagonal: number): number => reach.get(diagonal) ?? -1;

/** Whether the last edit onto the diagonal added a word rather than taking one away. */
const stepsDown = (reach: ReadonlyMap<number, number>, diagonal: number, edit: number): boolean =>
  diagonal === -edit || (diagonal !== edit && at(reach, diagonal - 1) < at(reach, diagonal + 1));

function walkBack(trace: Map<number, number>[], old: string[], now: string[]): Piece[] {
  const pieces: Piece[] = [];
  let [x, y] = [old.length, now.length];
  for (let edit = trace.length - 1; edit >= 0; edit -= 1) {
    const reach = trace[edit] ?? new Map<number, number>();
    const diagonal = x - y;
    const before = stepsDown(reach, diagonal, edit) ? diagonal + 1 : diagonal - 1;
    const [fromX, fromY] = [at(reach, before), at(reach, before) - before];
    for (; x > fromX && y > fromY && x > 0 && y > 0; x -= 1, y -= 1) {
      pieces.push({ kind: "same", text: old[x - 1] ?? "" });
    }
    if (edit === 0) break;
    if (x === fromX) pieces.push({ kind: "added", text: now[y - 1] ?? "" });
    else pieces.push({ kind: "gone", text: old[x - 1] ?? "" });
    [x, y] = [fromX, fromY];
  }
  return pieces.reverse();
}

/** Letters up to which a stretch between two larger changes is chance, such as a lone "the". */
const BY_CHANCE = 12;

/** Short stretches that both texts share by chance count as changed: a sentence written anew is read at a glance. */
function readable(pieces: Piece[]): Piece[] {
  return pieces.flatMap((piece, place) => {
    const around = Math.min(changedBeside(pieces, place, -1), changedBeside(pieces, place, 1));
    const byChance =
      piece.text.length <= BY_CHANCE && around > piece.text.length && !piece.text.includes("\n");
    if (piece.kind !== "same" || !byChance) return [piece];
    return [
      { kind: "gone", text: piece.text },
      { kind: "added", text: piece.text },
    ];
  });
}

/** Letters of the changes that stand directly before or after the place. */
function changedBeside(pieces: readonly Piece[], place: number, step: 1 | -1): number {
  let letters = 0;
  for (let at = place + step; pieces[at] && pieces[at]?.kind !== "same"; at += step) {
    letters += pieces[at]?.text.length ?? 0;
  }
  return letters;
}

/** Neighbours of one kind become one piece; between two changes, what went stands before what came. */
function joined(pieces: Piece[]): Piece[] {
  const found: Piece[] = [];
  let gone = "";
  let added = "";
  const flush = () => {
    if (gone) found.push({ kind: "gone", text: gone });
    if (added) found.push({ kind: "added", text: added });
    [gone, added] = ["", ""];
  };
  for (const { kind, text } of pieces) {
    if (kind === "gone") gone += text;
    else if (kind === "added") added += text;
    else if (text.trim() === "" && !text.includes("\n") && gone && added) {
      gone += text; // a lone space between two changes belongs to both
      added += text;
    } else if (text) {
      flush();
      const last = found.at(-1);
      if (last?.kind === "same") last.text += text;
      else found.push({ kind: "same", text });
    }
  }
  flush();
  return found;
}

export const isSame = (pieces: readonly Piece[]): boolean => pieces.every(({ kind }) => kind === "same");
