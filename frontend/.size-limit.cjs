/**
 * How large what people wait for may be. The console's first load is read from Vite's manifest: the entry, the inbox, and
 * whatever they import at once; what is imported later, by a page or a dialog, counts when it is asked for.
 */

const { existsSync, readdirSync, readFileSync, statSync } = require("node:fs");

const CONSOLE = "dist/console";
const WIDGET = "dist/widget";
const FIRST = ["src/console/main.tsx", "src/console/start.tsx", "src/console/inbox/InboxPage.tsx"];

function firstLoad() {
  const place = `${CONSOLE}/manifest.json`;
  if (!existsSync(place)) throw new Error("Build the console first: npm run build:console");
  const manifest = JSON.parse(readFileSync(place, "utf8"));
  const files = new Set();
  const take = (key) => {
    const { file, css = [], imports = [] } = manifest[key];
    if (files.has(file)) return;
    files.add(file);
    for (const sheet of css) files.add(sheet);
    imports.forEach(take);
  };
  FIRST.forEach(take);
  return [...files].filter((file) => file.endsWith(".js")).map((file) => `${CONSOLE}/${file}`);
}

/** Of the widget's languages, each a file with two letters for a name, a reader fetches one: the largest counts. */
function scriptsOfOneReader() {
  const scripts = readdirSync(`${WIDGET}/assets`).filter((file) => file.endsWith(".js"));
  const size = (file) => statSync(`${WIDGET}/assets/${file}`).size;
  const languages = scripts.filter((file) => /^[a-z]{2}-/.test(file)).sort((a, b) => size(b) - size(a));
  const read = [...scripts.filter((file) => !languages.includes(file)), ...languages.slice(0, 1)];
  return read.map((file) => `${WIDGET}/assets/${file}`);
}

module.exports = [
  { name: "embed script", path: "dist/embed/widget.js", limit: "6 kB", gzip: true },
  { name: "greetings, where a company has any", path: "dist/embed/greeter.js", limit: "2.5 kB", gzip: true },
  {
    name: "widget, all that one reader fetches",
    path: ["dist/embed/*.js", "dist/widget/assets/*.css", ...scriptsOfOneReader()],
    limit: "60 kB",
    gzip: true,
  },
  { name: "console, first load of the inbox", path: firstLoad(), limit: "265 kB", gzip: true },
  {
    name: "console, libraries of forms, which come with the first page that has one",
    path: `${CONSOLE}/assets/formLibraries-*.js`,
    limit: "45 kB",
    gzip: true,
  },
  {
    name: "console, libraries of charts, which come with the first page that draws one",
    path: `${CONSOLE}/assets/chartLibraries-*.js`,
    limit: "135 kB",
    gzip: true,
  },
];
