/** Marks the words that are sought where they stand on the screen, without touching what is drawn. */

const NAME = "sought";

/** Where `words` stand in a text, without regard to case. */
export function placesOf(text: string, words: string): number[] {
  const [all, wanted] = [text.toLocaleLowerCase(), words.toLocaleLowerCase()];
  const places: number[] = [];
  // Letters whose small form is longer would shift what follows: then nothing is marked rather than the wrong words.
  if (wanted === "" || all.length !== text.length) return places;
  for (let at = all.indexOf(wanted); at !== -1; at = all.indexOf(wanted, at + wanted.length)) places.push(at);
  return places;
}

function rangesIn(place: HTMLElement, words: string): Range[] {
  const ranges: Range[] = [];
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const at of placesOf(node.nodeValue ?? "", words)) {
      const range = new Range();
      range.setStart(node, at);
      range.setEnd(node, at + words.length);
      ranges.push(range);
    }
  }
  return ranges;
}

/** Marks them until what is given back is called; browsers that know no marks of this kind show none. */
export function marked(place: HTMLElement | null, words: string): (() => void) | undefined {
  if (!place || words === "" || !("highlights" in CSS)) return undefined;
  CSS.highlights.set(NAME, new Highlight(...rangesIn(place, words)));
  return () => void CSS.highlights.delete(NAME);
}
