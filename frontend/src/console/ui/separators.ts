/** The signs of thousands and decimals for fields of numbers, which come with the first form. */

import { locale } from "../shell/locale";

/** How a field of numbers shows thousands and decimals: in Mantine's words. */
export function separators(): { thousandSeparator: string; decimalSeparator: string } {
  const parts = new Intl.NumberFormat(locale(), { useGrouping: "always" }).formatToParts(1234.5);
  const sign = (type: string, usual: string) => parts.find((part) => part.type === type)?.value ?? usual;
  return { thousandSeparator: sign("group", ","), decimalSeparator: sign("decimal", ".") };
}
