/** The one place where markup of the server enters the page. */

import { useMemo } from "preact/hooks";
import { markup } from "../shared/markup";

function openElsewhere(event: MouseEvent): void {
  const link = (event.target as Element).closest("a[href]");
  link?.setAttribute("target", "_blank");
  link?.setAttribute("rel", "noopener noreferrer");
}

/** A message's body: the server has rendered it safe, and its links leave the frame alone. */
export function Html({ html }: { html: string }) {
  const inner = useMemo(() => markup(html), [html]);
  return (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: the server renders this field safe, and only this one.
    <div class="words" dir="auto" dangerouslySetInnerHTML={inner} onClickCapture={openElsewhere} />
  );
}
