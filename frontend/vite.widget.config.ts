import { defineConfig } from "vite";

/** The customer's panel, shown in an iframe of the company's own host. */
export default defineConfig({
  base: "/static/widget/",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    outDir: "dist/widget",
    emptyOutDir: true,
    manifest: "manifest.json",
    target: "es2022",
    modulePreload: { polyfill: false },
    rolldownOptions: { input: "src/widget/main.tsx" },
  },
});
