/** How many proposals wait for a decision, beside the tab's name. */

import { useProposals } from "./useProposals";

export function OpenProposals() {
  const open = useProposals("open").data?.pages.at(-1)?.counts.open ?? 0;
  return open > 0 ? open : null;
}
