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

/** Libraries in one piece: they import nothing of ours, so no piece waits for another that waits for it. */
const LIBRARIES = { name: "libraries", test: /node_modules/ };

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
        codeSplitting: { groups: [LIBRARIES] },
      },
    },
  },
});
