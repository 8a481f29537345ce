import { defineConfig } from "vite";

/** What greets on other people's pages: a module that the embed script imports where there is a greeting. */
export default defineConfig({
  build: {
    outDir: "dist/embed",
    emptyOutDir: false,
    target: "es2020",
    lib: {
      entry: "src/embed/greeter.ts",
      formats: ["es"],
      fileName: () => "greeter.js",
    },
  },
});
