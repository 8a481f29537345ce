/**
 * How large what people wait for may be. The console's first load is read from Vite's manifest: the entry, the inbox, and
 * whatever they import at once; what is imported later, by a page or a dialog, counts when it is asked for.
 */

const { existsSync, readFileSync } = require("node:fs");

const CONSOLE = "dist/console";
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

module.exports = [
  { name: "embed script", path: "dist/embed/widget.js", limit: "6 kB", gzip: true },
  { name: "greetings, where a company has any", path: "dist/embed/greeter.js", limit: "2.5 kB", gzip: true },
  {
    name: "widget, all of it",
    path: ["dist/embed/widget.js", "dist/widget/assets/*.js", "dist/widget/assets/*.css"],
    limit: "60 kB",
    gzip: true,
  },
  { name: "console, first load of the inbox", path: firstLoad(), limit: "262 kB", gzip: true },
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
