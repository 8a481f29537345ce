/** The countries that an invoice may go to, by their names in the reader's language. */

import { t } from "@lingui/core/macro";
import { locale } from "../../shell/locale";

const CODES =
  "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE CH GB NO IS LI US CA AU NZ JP SG IN BR MX ZA AE IL TR UA".split(
    " ",
  );

export function countryName(code: string, inLocale = locale()): string {
  return new Intl.DisplayNames(inLocale, { type: "region" }).of(code) ?? code;
}

/** By name, with `also` where it is none of those. */
export function countries(also: string): { value: string; label: string }[] {
  return [...new Set([...CODES, ...(also ? [also] : [])])]
    .map((code) => ({ value: code, label: countryName(code) }))
    .sort((one, other) => one.label.localeCompare(other.label, locale()));
}

/** Kinds of tax numbers, as Stripe names them, and one of each. */
export const TAX_KINDS = [
  { value: "eu_vat", label: t`VAT number (EU)`, like: "DE123456789" },
  { value: "gb_vat", label: t`VAT number (United Kingdom)`, like: "GB123456789" },
  { value: "ch_vat", label: t`VAT number (Switzerland)`, like: "CHE123456789MWST" },
  { value: "no_vat", label: t`VAT number (Norway)`, like: "123456789MVA" },
  { value: "us_ein", label: t`EIN (United States)`, like: "12-3456789" },
  { value: "ca_bn", label: t`Business number (Canada)`, like: "123456789" },
  { value: "au_abn", label: t`ABN (Australia)`, like: "12345678912" },
  { value: "nz_gst", label: t`GST number (New Zealand)`, like: "123456789" },
  { value: "in_gst", label: t`GST number (India)`, like: "12ABCDE3456FGZH" },
  { value: "jp_trn", label: t`Registration number (Japan)`, like: "T1234567891234" },
  { value: "sg_gst", label: t`GST number (Singapore)`, like: "M12345678X" },
  { value: "za_vat", label: t`VAT number (South Africa)`, like: "4123456789" },
] as const;

export const taxKindName = (kind: string): string =>
  TAX_KINDS.find(({ value }) => value === kind)?.label ?? kind;

export const taxNumberLike = (kind: string): string =>
  TAX_KINDS.find(({ value }) => value === kind)?.like ?? "";
