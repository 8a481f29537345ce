import { defineConfig } from "vitest/config";
import { words } from "./vite.words";

const jsx = (importSource: string) => ({ jsx: { runtime: "automatic" as const, importSource } });

export default defineConfig({
  test: {
    projects: [
      {
        oxc: jsx("preact"),
        test: {
          name: "widget",
          environment: "happy-dom",
          environmentOptions: {
            happyDOM: {
              settings: { enableIframePageLoading: true, navigation: { disableChildFrameNavigation: true } },
            },
          },
          css: { include: [/tokens\.css/] },
          include: ["tests/{shared,embed,widget,clients}/**/*.test.{ts,tsx}"],
        },
      },
      {
        oxc: jsx("react"),
        plugins: [words()],
        test: {
          name: "console",
          environment: "happy-dom",
          setupFiles: ["tests/console/english.ts"],
          include: ["tests/console/**/*.test.{ts,tsx}"],
        },
      },
    ],
  },
});
