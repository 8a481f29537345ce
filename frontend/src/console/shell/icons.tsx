/** The console's few icons: one stroke, 16 units square, drawn for this product. */

import type { ReactNode } from "react";

export interface IconProps {
  size?: number;
}

export function Glyph({ size = 16, children }: IconProps & { children: ReactNode }) {
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
export const BellIcon = (props: IconProps) => (
  <Glyph {...props}>
    <path d="M3.2 11.6c.9-1 1.3-2 1.3-3.4V7a3.5 3.5 0 0 1 7 0v1.2c0 1.4.4 2.4 1.3 3.4z" />
    <path d="M6.7 13.6a1.5 1.5 0 0 0 2.6 0" />
  </Glyph>
);
export const SearchIcon = (props: IconProps) => (
  <Glyph {...props}>
    <circle cx="7" cy="7" r="4.2" />
    <path d="m10.2 10.2 3.3 3.3" />
  </Glyph>
);
export const FilterIcon = (props: IconProps) => (
  <Glyph {...props}>
    <path d="M2.5 4h11M4.5 8h7M6.5 12h3" />
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
    <path d="M2.6 11.8c.4-3.6 2.8-5.4 6-5.4h4.2M9.8 3.2 13.2 6.4 9.8 9.6" />
  </Glyph>
);
export const MailIcon = (props: IconProps) => (
  <Glyph {...props}>
    <rect x="1.8" y="3.4" width="12.4" height="9.2" rx="1.6" />
    <path d="m2.4 4.8 5.6 4.2 5.6-4.2" />
  </Glyph>
);
export const ClipIcon = (props: IconProps) => (
  <Glyph {...props}>
    <path d="M12.6 7.2 7.6 12.2a2.9 2.9 0 0 1-4.1-4.1l5.3-5.3a1.9 1.9 0 0 1 2.7 2.7L6.3 10.7a.9.9 0 0 1-1.3-1.3l4.6-4.6" />
  </Glyph>
);
export const FileIcon = (props: IconProps) => (
  <Glyph {...props}>
    <path d="M4 2.2h5.2L12.4 5.4v8.4H4zM9 2.4v3.2h3.2" />
  </Glyph>
);
export const OutIcon = (props: IconProps) => (
  <Glyph {...props}>
    <path d="M6.4 2.8H3.6a1 1 0 0 0-1 1v8.4a1 1 0 0 0 1 1h2.8M10 5l3 3-3 3M13 8H6.4" />
  </Glyph>
);
export const PeopleIcon = (props: IconProps) => (
  <Glyph {...props}>
    <circle cx="6" cy="5.6" r="2.4" />
    <path d="M1.8 13c.3-2.5 1.9-3.9 4.2-3.9s3.9 1.4 4.2 3.9M10.4 3.5a2.3 2.3 0 0 1 0 4.3M11.7 9.5c1.5.5 2.3 1.7 2.5 3.5" />
  </Glyph>
);
export const SettingsIcon = (props: IconProps) => (
  <Glyph {...props}>
    <path d="M2 4.6h6.2M11.8 4.6H14M2 11.4h2.2M7.8 11.4H14" />
    <circle cx="10" cy="4.6" r="1.8" />
    <circle cx="6" cy="11.4" r="1.8" />
  </Glyph>
);
export const SafeIcon = (props: IconProps) => (
  <Glyph {...props}>
    <path d="M8 1.9 13 3.7v3.9c0 3.1-1.9 5.4-5 6.5-3.1-1.1-5-3.4-5-6.5V3.7z" />
    <path d="m5.9 7.9 1.5 1.5 2.8-3" />
  </Glyph>
);
export const KeyIcon = (props: IconProps) => (
  <Glyph {...props}>
    <circle cx="5" cy="11" r="2.7" />
    <path d="m7 9.1 6-6.1M10.6 5.5l2 2M12.2 3.8l1.3 1.3" />
  </Glyph>
);
export const LedgerIcon = (props: IconProps) => (
  <Glyph {...props}>
    <rect x="2.6" y="2.2" width="10.8" height="11.6" rx="1.6" />
    <path d="M5.4 5.4h5.2M5.4 8h5.2M5.4 10.6h3" />
  </Glyph>
);
export const CardIcon = (props: IconProps) => (
  <Glyph {...props}>
    <rect x="1.8" y="3.4" width="12.4" height="9.2" rx="1.6" />
    <path d="M1.8 6.6h12.4M4.4 9.8h3" />
  </Glyph>
);
export const MenuIcon = (props: IconProps) => (
  <Glyph {...props}>
    <path d="M2.6 4.4h10.8M2.6 8h10.8M2.6 11.6h10.8" />
  </Glyph>
);
export const GuideIcon = (props: IconProps) => (
  <Glyph {...props}>
    <path d="m2.4 4.2 1 1 1.8-2M7.6 4.3H14M2.4 11l1 1 1.8-2M7.6 11.1H14" />
  </Glyph>
);
export const PersonIcon = (props: IconProps) => (
  <Glyph {...props}>
    <circle cx="8" cy="5.4" r="2.7" />
    <path d="M2.8 13.6c.4-2.8 2.3-4.3 5.2-4.3s4.8 1.5 5.2 4.3" />
  </Glyph>
);
export const MoreIcon = (props: IconProps) => (
  <Glyph {...props}>
    <path d="M3.4 8h.01M8 8h.01M12.6 8h.01" strokeWidth={2.2} />
  </Glyph>
);
export const PlusIcon = (props: IconProps) => (
  <Glyph {...props}>
    <path d="M8 3.2v9.6M3.2 8h9.6" />
  </Glyph>
);
export const ChatIcon = (props: IconProps) => (
  <Glyph {...props}>
    <path d="M2.4 7.6c0-2.9 2.5-5 5.6-5s5.6 2.1 5.6 5-2.5 5-5.6 5c-.7 0-1.4-.1-2-.3l-3 1.1.9-2.5a4.7 4.7 0 0 1-1.5-3.3z" />
  </Glyph>
);
export const CopyIcon = (props: IconProps) => (
  <Glyph {...props}>
    <rect x="5.6" y="5.6" width="8" height="8" rx="1.6" />
    <path d="M10.4 5.4V4a1.6 1.6 0 0 0-1.6-1.6H4A1.6 1.6 0 0 0 2.4 4v4.8A1.6 1.6 0 0 0 4 10.4h1.4" />
  </Glyph>
);
export const BookIcon = (props: IconProps) => (
  <Glyph {...props}>
    <path d="M8 4.2C6.6 3.1 4.6 2.8 2.4 3v9.4c2.2-.2 4.2.1 5.6 1.2 1.4-1.1 3.4-1.4 5.6-1.2V3C11.4 2.8 9.4 3.1 8 4.2zM8 4.2v9.4" />
  </Glyph>
);
export const SkillsIcon = (props: IconProps) => (
  <Glyph {...props}>
    <path d="M8.8 1.8 3.4 9h4l-.6 5.2L12.6 7h-4z" />
  </Glyph>
);
export const QueueIcon = (props: IconProps) => (
  <Glyph {...props}>
    <circle cx="3.6" cy="5" r="1.6" />
    <circle cx="8" cy="5" r="1.6" />
    <circle cx="12.4" cy="5" r="1.6" />
    <path d="M2.4 12.6h9.8M10.2 10.4l2.2 2.2-2.2 2.2" />
  </Glyph>
);
export const RecordsIcon = (props: IconProps) => (
  <Glyph {...props}>
    <path d="M2.4 5.2 8 2.4l5.6 2.8v5.6L8 13.6l-5.6-2.8zM2.4 5.2 8 8l5.6-2.8M8 8v5.6" />
  </Glyph>
);
export const RulesIcon = (props: IconProps) => (
  <Glyph {...props}>
    <path d="M2.4 8h3.2M5.6 8c2.6 0 2.4-4 5-4h2.8M5.6 8c2.6 0 2.4 4 5 4h2.8M11.6 2.2 13.4 4l-1.8 1.8M11.6 10.2l1.8 1.8-1.8 1.8" />
  </Glyph>
);
export const ControlIcon = (props: IconProps) => (
  <Glyph {...props}>
    <path d="M1.8 8S4 3.6 8 3.6 14.2 8 14.2 8 12 12.4 8 12.4 1.8 8 1.8 8z" />
    <circle cx="8" cy="8" r="2" />
  </Glyph>
);
export const ChartIcon = (props: IconProps) => (
  <Glyph {...props}>
    <path d="M2.6 2.8v10.6h10.8M5.4 10.4 8 7.2l2 1.8 3.2-4.4" />
  </Glyph>
);
export const QualityIcon = (props: IconProps) => (
  <Glyph {...props}>
    <path d="M4.5 2.5h7a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1h-7a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1z" />
    <path d="m5.8 6 .9.9 1.6-1.8M5.8 10.2l.9.9 1.6-1.8M10 6.2h.6M10 10.4h.6" />
  </Glyph>
);
export const GlobeIcon = (props: IconProps) => (
  <Glyph {...props}>
    <circle cx="8" cy="8" r="6" />
    <path d="M2 8h12M8 2c2 1.7 2.7 3.8 2.7 6S10 12.3 8 14c-2-1.7-2.7-3.8-2.7-6S6 3.7 8 2z" />
  </Glyph>
);
export const HelpIcon = (props: IconProps) => (
  <Glyph {...props}>
    <circle cx="8" cy="8" r="6" />
    <path d="M6.2 6.3a1.9 1.9 0 1 1 2.7 1.8c-.6.3-.9.7-.9 1.3M8 11.6v.1" />
  </Glyph>
);
