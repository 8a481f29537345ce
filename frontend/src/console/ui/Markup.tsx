/** What the server rendered of somebody's words. */

import { type ComponentProps, useMemo } from "react";
import { markup } from "../../shared/markup";

interface MarkupProps extends ComponentProps<"div"> {
  html: string;
}

export function Markup({ html, ...rest }: MarkupProps) {
  const inner = useMemo(() => markup(html), [html]);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the server renders it safe, and `markup` looks at it again
  return <div {...rest} dangerouslySetInnerHTML={inner} />;
}
