/** The icons of the rules alone. */

import { Glyph, type IconProps } from "../shell/icons";

export const GripIcon = (props: IconProps) => (
  <Glyph {...props}>
    <path d="M6 4h.01M10 4h.01M6 8h.01M10 8h.01M6 12h.01M10 12h.01" strokeWidth={2} />
  </Glyph>
);
export const UndoIcon = (props: IconProps) => (
  <Glyph {...props}>
    <path d="M5.8 3.2 2.8 6.2l3 3M2.8 6.2h6.4a3.8 3.8 0 0 1 0 7.6H7" />
  </Glyph>
);
export const RedoIcon = (props: IconProps) => (
  <Glyph {...props}>
    <path d="m10.2 3.2 3 3-3 3M13.2 6.2H6.8a3.8 3.8 0 0 0 0 7.6H9" />
  </Glyph>
);
