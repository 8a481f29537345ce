/** Whether each site is one that a browser can name: scheme and host, nothing behind. */

import { t } from "@lingui/core/macro";

function isOrigin(site: string): boolean {
  const written = site.includes("://") ? site : `https://${site}`;
  // A star stands for any host in front of the rest, which URL does not know.
  const plain = written.replace("://*.", "://any.");
  return URL.canParse(plain) && /^https?:\/\/[^/?#\s]+\/?$/.test(plain);
}

/** What is wrong with the first bad one, in words; null when all are well. */
export function siteProblem(sites: readonly string[]): string | null {
  const bad = sites.find((site) => !isOrigin(site));
  return bad ? t`“${bad}” is no site. Write it as https://www.example.com, without a path.` : null;
}
