/** The countries that an invoice may go to, by their names in the reader's language. */

const CODES =
  "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE CH GB NO IS LI US CA AU NZ JP SG IN BR MX ZA AE IL TR UA".split(
    " ",
  );

export function countryName(code: string, locale?: string): string {
  return new Intl.DisplayNames(locale, { type: "region" }).of(code) ?? code;
}

/** By name, with `also` where it is none of those. */
export function countries(also: string): { value: string; label: string }[] {
  return [...new Set([...CODES, ...(also ? [also] : [])])]
    .map((code) => ({ value: code, label: countryName(code) }))
    .sort((one, other) => one.label.localeCompare(other.label));
}

/** Kinds of tax numbers, as Stripe names them. */
export const TAX_KINDS = [
  { value: "eu_vat", label: "VAT number (EU)" },
  { value: "gb_vat", label: "VAT number (United Kingdom)" },
  { value: "ch_vat", label: "VAT number (Switzerland)" },
  { value: "no_vat", label: "VAT number (Norway)" },
  { value: "us_ein", label: "EIN (United States)" },
  { value: "ca_bn", label: "Business number (Canada)" },
  { value: "au_abn", label: "ABN (Australia)" },
  { value: "nz_gst", label: "GST number (New Zealand)" },
  { value: "in_gst", label: "GST number (India)" },
  { value: "jp_trn", label: "Registration number (Japan)" },
  { value: "sg_gst", label: "GST number (Singapore)" },
  { value: "za_vat", label: "VAT number (South Africa)" },
] as const;

export const taxKindName = (kind: string): string =>
  TAX_KINDS.find(({ value }) => value === kind)?.label ?? kind;
