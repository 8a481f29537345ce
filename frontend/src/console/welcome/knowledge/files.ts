/** Which files can be imported, said before they travel; pure. */

export const ENDINGS = [".csv", ".md", ".markdown", ".txt"] as const;
export const ACCEPT = ENDINGS.join(",");
export const MOST_FILES = 50;
/** Bytes, all files together. */
export const MOST_BYTES = 5_000_000;

type Sized = Pick<File, "name" | "size">;

const readable = ({ name }: Sized): boolean => ENDINGS.some((ending) => name.toLowerCase().endsWith(ending));

/** What stands in the way, in words; null when the files can go. */
export function hindrance(files: readonly Sized[]): string | null {
  const wrong = files.find((file) => !readable(file));
  if (wrong) return `${wrong.name} is neither a CSV nor a Markdown file.`;
  if (files.length > MOST_FILES) return `Choose at most ${MOST_FILES} files at once.`;
  const bytes = files.reduce((sum, file) => sum + file.size, 0);
  return bytes > MOST_BYTES ? "These files are more than 5 MB together. Bring them in several goes." : null;
}

/** Those chosen before and now; a file of the same name takes the place of the earlier. */
export function joined<Item extends Sized>(before: readonly Item[], now: readonly Item[]): Item[] {
  const names = new Set(now.map((file) => file.name));
  return [...before.filter((file) => !names.has(file.name)), ...now];
}
