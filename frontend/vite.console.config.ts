import react from "@vitejs/plugin-react";
import mantine from "postcss-preset-mantine";
import simpleVars from "postcss-simple-vars";
import type { ChunkingContext } from "rolldown";
import { defineConfig, type Plugin } from "vite";
import { words } from "./vite.words";

const breakpoints = {
  "mantine-breakpoint-xs": "36em",
  "mantine-breakpoint-sm": "48em",
  "mantine-breakpoint-md": "62em",
  "mantine-breakpoint-lg": "75em",
  "mantine-breakpoint-xl": "88em",
};

/** Parts of forms that no part of the inbox uses: it does not wait for them. */
const PARTS_OF_FORMS = [
  "Autocomplete",
  "Checkbox",
  "ColorInput",
  "ColorPicker",
  "ColorSwatch",
  "Combobox",
  "FileButton",
  "FloatingIndicator",
  "MultiSelect",
  "NativeSelect",
  "NumberInput",
  "PasswordInput",
  "Pill",
  "PillsInput",
  "Radio",
  "SegmentedControl",
  "Select",
  "TagsInput",
  "Tabs",
];
const OF_FORMS = new RegExp(
  `node_modules/(react-number-format|@mantine/core/esm/components/(${PARTS_OF_FORMS.join("|")}))/`,
);

/** What only charts need; clsx, which they need too, is Mantine's. */
const PARTS_OF_CHARTS = [
  "@mantine/charts",
  "recharts",
  "@reduxjs/toolkit",
  "decimal.js-light",
  "es-toolkit",
  "eventemitter3",
  "immer",
  "react-is",
  "react-redux",
  "redux",
  "redux-thunk",
  "reselect",
  "tiny-invariant",
  "victory-vendor",
  "d3-[a-z-]+",
  "internmap",
];
const OF_CHARTS = new RegExp(
  `node_modules/((${PARTS_OF_CHARTS.join("|")})/|use-sync-external-store/.*with-selector)`,
);

/**
 * Libraries in three pieces. They import nothing of ours, and the first nothing of the others, so no piece waits for
 * another that waits for it; what several need is in the first, which takes its modules before the others do.
 */
const LIBRARIES = [
  {
    name: "libraries",
    test: (id: string) => id.includes("node_modules") && !OF_FORMS.test(id) && !OF_CHARTS.test(id),
    priority: 3,
  },
  { name: "formLibraries", test: OF_FORMS, priority: 2 },
  { name: "chartLibraries", test: OF_CHARTS, priority: 1 },
];

const CATALOGUE = /\/words\/(\w+)\.po$/;

/** The catalogues of all parts together in one piece for each language. */
const LANGUAGES = { name: (id: string) => `words-${CATALOGUE.exec(id)?.[1]}`, test: CATALOGUE, priority: 4 };

/** What is read before any word, and what fetches a piece: within the start, words would be read in no language. */
const BEFORE_WORDS = {
  name: "language",
  test: /\/src\/(console\/shell\/(language|locale)|shared\/locale)\.ts$|vite\/preload-helper/,
  priority: 5,
};

/** Refuses a build whose entry waits for the start: its constants would be in English for everybody. */
const languageFirst: Plugin = {
  name: "language-first",
  generateBundle(_, bundle) {
    const entry = Object.values(bundle).find((piece) => piece.type === "chunk" && piece.isEntry);
    if (entry?.type === "chunk" && entry.imports.some((piece) => /\/start-/.test(piece)))
      this.error(`The entry of the console reads ${entry.imports} before it knows the language.`);
  },
};

/** All that the start of the console reads, in one piece: it comes with every page. */
const START = { name: startOf, test: /\/src\//, priority: 0 };

let start: Set<string> | undefined;

function startOf(id: string, graph: ChunkingContext): string | null {
  start ??= readBy(`${import.meta.dirname}/src/console/start.tsx`, graph);
  return start.has(id) ? "start" : null;
}

function readBy(entry: string, graph: ChunkingContext): Set<string> {
  const read = new Set([entry]);
  for (const id of read) for (const next of graph.getModuleInfo(id)?.importedIds ?? []) read.add(next);
  return read;
}

/** The agents' console: React and Mantine, split by page. */
export default defineConfig({
  base: "/static/console/",
  plugins: [words(), react(), languageFirst],
  css: { postcss: { plugins: [mantine(), simpleVars({ variables: breakpoints })] } },
  build: {
    outDir: "dist/console",
    emptyOutDir: true,
    manifest: "manifest.json",
    target: "es2022",
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: "src/console/main.tsx",
      output: {
        codeSplitting: { groups: [BEFORE_WORDS, LANGUAGES, ...LIBRARIES, START] },
      },
    },
  },
});
