/** Lingui's Trans, to which what somebody wrote is text: it would take a tag in it for one of the sentence's own. */

import { Trans as Sentence, type TransProps } from "@lingui/react";

export function Trans({ values, ...rest }: TransProps) {
  return <Sentence {...rest} values={values && asText(values)} />;
}

function asText(values: Record<string, unknown>): Record<string, unknown> {
  const told = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === "string" && value.includes("<") ? <>{value}</> : value,
  ]);
  return Object.fromEntries(told);
}
