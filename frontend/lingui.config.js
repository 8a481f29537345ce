/** Where the console's words are found and kept: a catalogue beside each part; English stands in the code itself. */

import { readdirSync } from "node:fs";
import { formatter } from "@lingui/format-po";

const CONSOLE = "src/console";
/** `WORDS=rules,team` looks at these parts alone. */
const only = process.env.WORDS?.split(",");

const parts = readdirSync(CONSOLE, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && (only?.includes(entry.name) ?? true))
  .map((entry) => entry.name);

export default {
  sourceLocale: "en",
  locales: ["de"],
  catalogs: parts.map((part) => ({
    path: `<rootDir>/${CONSOLE}/${part}/words/{locale}`,
    include: [`<rootDir>/${CONSOLE}/${part}`],
  })),
  /** What the macro writes for a sentence with elements in it. */
  runtimeConfigModule: { Trans: [`${import.meta.dirname}/src/console/ui/Trans.tsx`, "Trans"] },
  format: formatter({ lineNumbers: false }),
};
