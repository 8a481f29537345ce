/** Mantine, dressed in the tokens: every colour it uses is one of ours. */

import { t } from "@lingui/core/macro";
import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from "@mantine/core";

/** Mantine wants ten shades of a primary colour; the tokens have one accent, and states of it are mixed from it. */
const ACCENT: MantineColorsTuple = [
  "var(--accent-wash)",
  "var(--accent-wash)",
  "var(--accent-wash)",
  "var(--accent-text)",
  "var(--accent-text)",
  "var(--accent)",
  "var(--accent)",
  "var(--accent-press)",
  "var(--accent-press)",
  "var(--accent-press)",
];

export const theme = createTheme({
  fontFamily: "var(--font)",
  fontFamilyMonospace: "var(--font-mono)",
  primaryColor: "accent",
  primaryShade: 6,
  colors: { accent: ACCENT },
  defaultRadius: "var(--radius-control)",
  cursorType: "pointer",
  focusRing: "auto",
  respectReducedMotion: true,
  fontSizes: {
    xs: "var(--text-xs)",
    sm: "var(--text-sm)",
    md: "var(--text-sm)",
    lg: "var(--text-md)",
    xl: "var(--text-lg)",
  },
  components: {
    Tooltip: { defaultProps: { openDelay: 350, withArrow: false, offset: 6, position: "bottom" } },
    Notification: { defaultProps: { closeButtonProps: { "aria-label": t`Close` } } },
    Modal: {
      defaultProps: { centered: true, radius: "10px", closeButtonProps: { "aria-label": t`Close` } },
    },
  },
});

const SHARED = {
  "--mantine-color-body": "var(--surface)",
  "--mantine-color-text": "var(--ink)",
  "--mantine-color-bright": "var(--ink)",
  "--mantine-color-dimmed": "var(--ink-3)",
  "--mantine-color-placeholder": "var(--ink-3)",
  "--mantine-color-anchor": "var(--accent-text)",
  "--mantine-color-error": "var(--bad)",
  "--mantine-color-default": "var(--surface-raised)",
  "--mantine-color-default-hover": "var(--surface-hover)",
  "--mantine-color-default-color": "var(--ink)",
  "--mantine-color-default-border": "var(--line-strong)",
  "--mantine-color-disabled": "var(--surface-hover)",
  "--mantine-color-disabled-color": "var(--ink-3)",
  "--mantine-color-accent-filled": "var(--accent)",
  "--mantine-color-accent-filled-hover": "var(--accent-press)",
  "--mantine-color-accent-light": "var(--accent-wash)",
  "--mantine-color-accent-light-hover": "var(--accent-wash)",
  "--mantine-color-accent-light-color": "var(--accent-text)",
  "--mantine-color-accent-text": "var(--accent-text)",
  "--mantine-primary-color-filled": "var(--accent)",
  "--mantine-primary-color-filled-hover": "var(--accent-press)",
  "--mantine-color-gray-outline-hover": "var(--surface-hover)",
  "--mantine-color-gray-light": "var(--surface-hover)",
  "--mantine-color-gray-light-hover": "var(--surface-pressed)",
  "--mantine-color-gray-light-color": "var(--ink-2)",
};

/** Mantine's greys where its parts take them by number: fields, tracks, pills. */
const LIGHT = {
  "--mantine-color-gray-0": "var(--surface-sunken)",
  "--mantine-color-gray-1": "var(--surface-hover)",
  "--mantine-color-gray-3": "var(--line-strong)",
  "--mantine-color-gray-4": "var(--line-strong)",
};
const DARK = {
  "--mantine-color-dark-4": "var(--line-strong)",
  "--mantine-color-dark-5": "var(--surface-pressed)",
  "--mantine-color-dark-6": "var(--surface)",
  "--mantine-color-dark-7": "var(--surface-pressed)",
  "--mantine-color-dark-8": "var(--surface-sunken)",
};

export const resolveVariables: CSSVariablesResolver = () => ({
  variables: { "--mantine-line-height": "var(--leading)" },
  light: { ...SHARED, ...LIGHT },
  dark: { ...SHARED, ...DARK },
});
