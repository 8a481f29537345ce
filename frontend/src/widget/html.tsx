/** The one place where markup of the server enters the page. */

function openElsewhere(event: MouseEvent): void {
  const link = (event.target as Element).closest("a[href]");
  link?.setAttribute("target", "_blank");
  link?.setAttribute("rel", "noopener noreferrer");
}

/** A message's body: the server has rendered it safe, and its links leave the frame alone. */
export function Html({ html }: { html: string }) {
  return (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: the server renders this field safe, and only this one.
    <div class="words" dir="auto" dangerouslySetInnerHTML={{ __html: html }} onClickCapture={openElsewhere} />
  );
}
