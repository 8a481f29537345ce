/** The small drawings: one stroke width, one size, the colour of the words beside them. */

import type { ComponentChildren } from "preact";

function Stroke({ children, size = 20 }: { children: ComponentChildren; size?: number }) {
  return (
    <svg
      class="mark"
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      stroke-width="1.6"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

export function CloseMark() {
  return (
    <Stroke>
      <path d="M5 7.5l5 5 5-5" />
    </Stroke>
  );
}

export function CrossMark() {
  return (
    <Stroke size={16}>
      <path d="M5 5l10 10M15 5L5 15" />
    </Stroke>
  );
}

export function MoreMark() {
  return (
    <Stroke>
      <path d="M4.500 10h.01M10 10h.01M15.500 10h.01" stroke-width="2.600" />
    </Stroke>
  );
}

export function PersonMark() {
  return (
    <Stroke size={16}>
      <circle cx="10" cy="6.5" r="3.25" />
      <path d="M3.5 17c.6-3.4 3.2-5.25 6.5-5.25s5.9 1.85 6.5 5.25" />
    </Stroke>
  );
}

export function SendMark() {
  return (
    <Stroke size={18}>
      <path d="M10 16.500V3.500M4.5 9L10 3.5 15.5 9" />
    </Stroke>
  );
}

export function PageMark() {
  return (
    <Stroke size={14}>
      <path d="M5 2.500h6.500L15.5 6.500v11H5zM11.5 2.500v4h4M8 10.500h5M8 13.500h5" />
    </Stroke>
  );
}

export function FileMark() {
  return (
    <Stroke size={14}>
      <path d="M5 2.500h6.500L15.5 6.500v11H5zM11.5 2.500v4h4" />
    </Stroke>
  );
}

export function ClipMark() {
  return (
    <Stroke size={18}>
      <path d="M15.5 9l-6.200 6.200a3.500 3.500 0 0 1-5-5l6.700-6.700a2.300 2.300 0 0 1 3.300 3.300l-6.500 6.500a1.100 1.100 0 0 1-1.600-1.600l5.800-5.800" />
    </Stroke>
  );
}

export function CheckMark() {
  return (
    <Stroke size={14}>
      <path d="M4 10.500l4 4 8-9" />
    </Stroke>
  );
}

export function DownMark() {
  return (
    <Stroke size={14}>
      <path d="M10 4v12M4.5 10.500L10 16l5.5-5.5" />
    </Stroke>
  );
}

export function ChevronMark() {
  return (
    <Stroke size={12}>
      <path d="M5 7.500l5 5 5-5" />
    </Stroke>
  );
}

/** The assistant's sign: a spark, never a face. */
export function SparkMark({ size = 16 }: { size?: number }) {
  return (
    <svg class="mark" width={size} height={size} viewBox="0 0 20 20" fill="currentColor" aria-hidden="true">
      <path d="M9 2.500c.7 4.3 2.7 6.3 7 7-4.3.7-6.3 2.7-7 7-.7-4.3-2.7-6.3-7-7 4.3-.7 6.3-2.7 7-7z" />
      <path d="M16 1.500c.3 1.6 1 2.3 2.5 2.6-1.5.3-2.2 1-2.5 2.6-.3-1.6-1-2.3-2.5-2.6 1.5-.3 2.2-1 2.5-2.600z" />
    </svg>
  );
}
