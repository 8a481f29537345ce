/** What stays in this browser of whoever signs out: settings, and replies that the server never got; no other words. */

const WORDS = "baton.draft.";

/** Drafts lie on the server too, for whoever wrote them; what was only typed goes. */
export function forgetWords(local: Storage, session: Storage): void {
  const keys = Array.from({ length: local.length }, (_, index) => local.key(index) ?? "");
  for (const key of keys.filter((one) => one.startsWith(WORDS))) local.removeItem(key);
  session.clear();
}
