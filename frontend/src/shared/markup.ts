/** The one way of the server's markup into a page: only what its one function makes (conversations/rendering.py). */

interface Policy {
  createHTML: (html: string) => string; // a TrustedHTML where the browser has them
}

declare global {
  interface Window {
    trustedTypes?: {
      createPolicy: (name: string, rules: { createHTML: (html: string) => string | null }) => Policy;
    };
  }
}

const MADE = new RegExp(
  [
    "</?(?:p|br|strong|em|ul|ol|li|code|pre|blockquote|h3|hr)>",
    '<a(?: href="(?:https?:|mailto:)[^"]*"| target="_blank"| rel="[a-z ]*")*>|</a>',
  ].join("|"),
  "g",
);

/** The markup as it is; anything else is shown as the text that it is. */
export function checked(html: string): string {
  return html.replace(MADE, "").includes("<") ? html.replaceAll("&", "&amp;").replaceAll("<", "&lt;") : html;
}

const policy: Policy = window.trustedTypes?.createPolicy("baton", { createHTML: checked }) ?? {
  createHTML: checked,
};

/** What an element's `dangerouslySetInnerHTML` takes; keep it as long as the text is the same. */
export function markup(html: string): { __html: string } {
  return { __html: policy.createHTML(html) };
}
