/** Whether the catalogues have all words of the console, and nothing stands bare in it: `npm run words:check`. */

import { readdirSync, readFileSync } from "node:fs";
import { getCatalogs } from "@lingui/cli/api";
import { getConfig } from "@lingui/conf";
import { compileMessage } from "@lingui/message-utils/compileMessage";
import { bareTexts } from "./words.bare.js";

const config = getConfig({ configPath: `${import.meta.dirname}/lingui.config.js` });
const problems = [];

/** The names of values and tags in a message, in an order of their own. */
function partsOf(text) {
  const names = new Set([...text.matchAll(/<\/?(\d+)\/?>/g)].map(([, tag]) => `<${tag}>`));
  const take = (tokens) => {
    for (const token of tokens) {
      if (typeof token === "string") continue;
      const [name, , choices] = token;
      names.add(`{${name}}`);
      for (const choice of Object.values(choices ?? {})) if (Array.isArray(choice)) take(choice);
    }
  };
  take(compileMessage(text));
  return [...names].sort().join(" ");
}

/** Where and how each id was said before: two translations of one text would depend on which catalogue is read last. */
const said = new Map();

function checkMessage(place, id, message, translation) {
  const text = translation?.translation ?? "";
  if (!text) return problems.push(`${place}: no words for “${message}”`);
  if (translation.extra?.flags?.includes("fuzzy")) problems.push(`${place}: unsure of “${message}”`);
  if (partsOf(text) !== partsOf(message))
    problems.push(
      `${place}: “${text}” has ${partsOf(text) || "nothing"}, not ${partsOf(message) || "nothing"}`,
    );
  const key = `${place.split("/").pop()} ${id}`;
  const before = said.get(key);
  if (before && before.text !== text)
    problems.push(`${place}: “${message}” is “${text}” here and “${before.text}” in ${before.place}`);
  said.set(key, before ?? { place, text });
}

for (const catalog of await getCatalogs(config)) {
  const messages = await catalog.collect();
  if (!messages) process.exit(1);
  for (const locale of config.locales) {
    const place = catalog.path.replace(/.*src\/console\//, "").replace("{locale}", locale);
    const translations = (await catalog.read(locale)) ?? {};
    for (const [id, { message = id }] of Object.entries(messages))
      checkMessage(place, id, message, translations[id]);
    for (const id of Object.keys(translations))
      if (!messages[id]) problems.push(`${place}: nobody says “${translations[id].message ?? id}” any more`);
  }
}

const sources = readdirSync("src/console", { recursive: true }).filter((name) => /\.tsx?$/.test(name));
for (const name of sources) problems.push(...bareTexts(name, readFileSync(`src/console/${name}`, "utf8")));

if (problems.length > 0) {
  process.stderr.write(
    `${problems.join("\n")}\n\n${problems.length} in all; “npm run words” gathers texts anew.\n`,
  );
  process.exitCode = 1;
}
