import { defineConfig } from "vite";

/** One classic script without a hash: its address stands in other people's pages. */
export default defineConfig({
  build: {
    outDir: "dist/embed",
    emptyOutDir: true,
    target: "es2020",
    lib: {
      entry: "src/embed/main.ts",
      formats: ["iife"],
      name: "batonEmbed",
      fileName: () => "widget.js",
    },
  },
});
