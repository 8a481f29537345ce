import react from "@vitejs/plugin-react";
import mantine from "postcss-preset-mantine";
import simpleVars from "postcss-simple-vars";
import { defineConfig } from "vite";

const breakpoints = {
  "mantine-breakpoint-xs": "36em",
  "mantine-breakpoint-sm": "48em",
  "mantine-breakpoint-md": "62em",
  "mantine-breakpoint-lg": "75em",
  "mantine-breakpoint-xl": "88em",
};

/** What the entry needs, in one piece. */
const FIRST = { name: "first", tags: ["$initial" as const], priority: 2 };
/** What several pages use, in a few pieces instead of one for each button. */
const SHARED = { name: "shared", minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 24_000 };

/** The names of shared pieces list all their pages; it is enough to tell those that the first load needs. */
function placeOf(name: string): string {
  if (!name.startsWith("shared~")) return "[name]";
  return name.includes("InboxPage") ? "shared-inbox" : "shared";
}

/** The agents' console: React and Mantine, split by page. */
export default defineConfig({
  base: "/static/console/",
  plugins: [react()],
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
        chunkFileNames: ({ name }) => `assets/${placeOf(name)}-[hash].js`,
        codeSplitting: { groups: [FIRST, SHARED] },
      },
    },
  },
});
