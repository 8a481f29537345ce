/** The console's few icons: one stroke, 16 units square, drawn for this product. */

import type { ReactNode } from "react";

export interface IconProps {
  size?: number;
}

function Glyph({ size = 16, children }: IconProps & { children: ReactNode }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

export const InboxIcon = (props: IconProps) => (
  <Glyph {...props}>
    <path d="M2 9.5 3.8 3.9A1.3 1.3 0 0 1 5 3h6a1.3 1.3 0 0 1 1.2.9L14 9.5v2.2a1.3 1.3 0 0 1-1.3 1.3H3.3A1.3 1.3 0 0 1 2 11.7z" />
    <path d="M2 9.5h3.4l.9 1.6h3.4l.9-1.6H14" />
  </Glyph>
);
export const SearchIcon = (props: IconProps) => (
  <Glyph {...props}>
    <circle cx="7" cy="7" r="4.2" />
    <path d="m10.2 10.2 3.3 3.3" />
  </Glyph>
);
export const SunIcon = (props: IconProps) => (
  <Glyph {...props}>
    <circle cx="8" cy="8" r="2.8" />
    <path d="M8 1.6v1.2M8 13.2v1.2M1.6 8h1.2M13.2 8h1.2M3.5 3.5l.8.8M11.7 11.7l.8.8M3.5 12.5l.8-.8M11.7 4.3l.8-.8" />
  </Glyph>
);
export const MoonIcon = (props: IconProps) => (
  <Glyph {...props}>
    <path d="M13.2 9.6A5.6 5.6 0 0 1 6.4 2.8a5.6 5.6 0 1 0 6.8 6.8z" />
  </Glyph>
);
export const BackIcon = (props: IconProps) => (
  <Glyph {...props}>
    <path d="M9.8 3.2 5 8l4.8 4.8" />
  </Glyph>
);
export const SendIcon = (props: IconProps) => (
  <Glyph {...props}>
    <path d="M8 13V3.2M3.8 7.2 8 3l4.2 4.2" />
  </Glyph>
);
export const PanelIcon = (props: IconProps) => (
  <Glyph {...props}>
    <rect x="2" y="3" width="12" height="10" rx="1.8" />
    <path d="M10 3v10" />
  </Glyph>
);
export const CheckIcon = (props: IconProps) => (
  <Glyph {...props}>
    <path d="m3.4 8.4 3 3 6.2-6.6" />
  </Glyph>
);
export const CloseIcon = (props: IconProps) => (
  <Glyph {...props}>
    <path d="m4 4 8 8M12 4l-8 8" />
  </Glyph>
);
export const DownIcon = (props: IconProps) => (
  <Glyph {...props}>
    <path d="M8 3v9.6M4 8.8l4 4 4-4" />
  </Glyph>
);
export const ChevronIcon = (props: IconProps) => (
  <Glyph {...props}>
    <path d="m4 6 4 4 4-4" />
  </Glyph>
);
export const NoteIcon = (props: IconProps) => (
  <Glyph {...props}>
    <path d="M3 13h3l7-7-3-3-7 7zM8.6 4.4l3 3" />
  </Glyph>
);
export const BatonIcon = (props: IconProps) => (
  <Glyph {...props}>
    <path d="M2.6 11.6 11.2 3a1.6 1.6 0 0 1 2.3 2.3L4.9 13.9a1.6 1.6 0 0 1-2.3-2.3zM5 9.3l2.3 2.3" />
  </Glyph>
);
export const SourceIcon = (props: IconProps) => (
  <Glyph {...props}>
    <path d="M4 2.6h5.4L12.4 5.6v7.2a.9.9 0 0 1-.9.9H4.4a.9.9 0 0 1-.9-.9V3.5a.9.9 0 0 1 .5-.9z" />
    <path d="M6 8.2h4M6 10.6h2.6" />
  </Glyph>
);
export const KeyboardIcon = (props: IconProps) => (
  <Glyph {...props}>
    <rect x="1.6" y="4" width="12.8" height="8.4" rx="1.6" />
    <path d="M4.4 6.8h.01M7 6.8h.01M9.4 6.8h.01M11.8 6.8h.01M5.2 9.8h5.6" />
  </Glyph>
);
export const ClockIcon = (props: IconProps) => (
  <Glyph {...props}>
    <circle cx="8" cy="8" r="5.8" />
    <path d="M8 4.8V8l2.2 1.6" />
  </Glyph>
);
export const PassIcon = (props: IconProps) => (
  <Glyph {...props}>
    <path d="M2.6 11.8c.4-3.6 2.8-5.4 6-5.4h4.2M9.8 3.2 13.2 6.400 9.800 9.600" />
  </Glyph>
);
export const MailIcon = (props: IconProps) => (
  <Glyph {...props}>
    <rect x="1.8" y="3.4" width="12.4" height="9.2" rx="1.6" />
    <path d="m2.4 4.800 5.600 4.200 5.600-4.200" />
  </Glyph>
);
export const ClipIcon = (props: IconProps) => (
  <Glyph {...props}>
    <path d="M12.6 7.200 7.600 12.200a2.900 2.900 0 0 1-4.100-4.100l5.300-5.300a1.900 1.900 0 0 1 2.700 2.700L6.300 10.700a.9.9 0 0 1-1.300-1.300l4.600-4.600" />
  </Glyph>
);
export const FileIcon = (props: IconProps) => (
  <Glyph {...props}>
    <path d="M4 2.200h5.200L12.400 5.400v8.400H4zM9 2.400v3.200h3.200" />
  </Glyph>
);
export const OutIcon = (props: IconProps) => (
  <Glyph {...props}>
    <path d="M6.4 2.8H3.6a1 1 0 0 0-1 1v8.4a1 1 0 0 0 1 1h2.8M10 5l3 3-3 3M13 8H6.4" />
  </Glyph>
);
