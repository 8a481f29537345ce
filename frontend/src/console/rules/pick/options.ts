/** What a list offers, and what of it is found by some letters; pure. */

export interface Option {
  value: string;
  label: string;
  says?: string;
  /** Other words by which it is found. */
  also?: string;
}

export interface OptionGroup {
  /** "" for a list without groups. */
  name: string;
  options: readonly Option[];
}

export const plainList = (options: readonly Option[]): OptionGroup[] => [{ name: "", options }];

/** The options in which all words sought occur, in the label, the sentence, the name of the group or the other words. */
export function found(groups: readonly OptionGroup[], sought: string): OptionGroup[] {
  const words = sought.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return groups
    .map(({ name, options }) => ({
      name,
      options: options.filter(({ label, says = "", also = "" }) => {
        const text = `${name} ${label} ${says} ${also}`.toLocaleLowerCase();
        return words.every((word) => text.includes(word));
      }),
    }))
    .filter(({ options }) => options.length > 0);
}
