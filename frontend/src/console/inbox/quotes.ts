/** Where the words that spoke for a decision stand inside a message. */

import type { Quote, Signal } from "../desk/wire";

export interface Highlight {
  signal: string;
  label: string;
  quote: Quote;
}

export interface Segment {
  text: string;
  /** The signals whose quotation covers this piece; empty for plain text. */
  labels: string[];
}

interface Span {
  start: number;
  end: number;
  label: string;
}

export function highlightsOf(signals: readonly Signal[]): Map<number, Highlight[]> {
  const bySeq = new Map<number, Highlight[]>();
  for (const signal of signals) {
    for (const quote of signal.evidence) {
      const list = bySeq.get(quote.seq) ?? [];
      list.push({ signal: signal.name, label: signal.label, quote });
      bySeq.set(quote.seq, list);
    }
  }
  return bySeq;
}

/**
 * Offsets count characters (code points), as the server does; a string index here counts UTF-16 units.
 * When the words at the offsets are not the quoted ones, look for them, and mark nothing rather than lie.
 */
function locate(text: string, characters: readonly string[], quote: Quote): [number, number] | null {
  const before = characters.slice(0, quote.start).join("").length;
  const inside = characters.slice(quote.start, quote.end).join("");
  if (inside !== "" && inside === quote.text) return [before, before + inside.length];
  const found = quote.text ? text.indexOf(quote.text) : -1;
  return found === -1 ? null : [found, found + quote.text.length];
}

export interface ReasonPiece {
  text: string;
  /** The quotation that this piece repeats, if it does. */
  quote: Quote | null;
}

/** A sentence that repeats some quotations, cut so that these can be followed; and the quotations it leaves out. */
export function reasonPieces(
  reason: string,
  quotes: readonly Quote[],
): { pieces: ReasonPiece[]; others: Quote[] } {
  const inside = quotes
    .map((quote) => ({ quote, start: quote.text ? reason.indexOf(quote.text) : -1 }))
    .filter(({ start }) => start !== -1)
    .sort((a, b) => a.start - b.start);
  const pieces: ReasonPiece[] = [];
  const followed = new Set<Quote>();
  let at = 0;
  for (const { quote, start } of inside) {
    if (start < at) continue;
    if (start > at) pieces.push({ text: reason.slice(at, start), quote: null });
    pieces.push({ text: quote.text, quote });
    followed.add(quote);
    at = start + quote.text.length;
  }
  if (at < reason.length) pieces.push({ text: reason.slice(at), quote: null });
  return { pieces, others: quotes.filter((quote) => !followed.has(quote)) };
}

/** Cut a message into plain and marked pieces; joined, they are the message again. */
export function segments(text: string, highlights: readonly Highlight[]): Segment[] {
  const characters = Array.from(text);
  const spans = highlights.flatMap<Span>(({ label, quote }) => {
    const place = locate(text, characters, quote);
    return place ? [{ start: place[0], end: place[1], label }] : [];
  });
  const cuts = new Set([0, text.length, ...spans.flatMap((span) => [span.start, span.end])]);
  const edges = [...cuts].sort((a, b) => a - b);
  return edges.slice(0, -1).map((start, index) => {
    const end = edges[index + 1] ?? text.length;
    const over = spans.filter((span) => span.start <= start && span.end >= end);
    return { text: text.slice(start, end), labels: [...new Set(over.map((span) => span.label))] };
  });
}
