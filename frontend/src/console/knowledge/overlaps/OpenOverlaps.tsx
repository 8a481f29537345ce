/** How many pairs wait for somebody to look at them. */

import { useOverlaps } from "./useOverlaps";

export function OpenOverlaps() {
  const { data } = useOverlaps();
  if (!data || data.data.length === 0) return null;
  return <>{data.has_more ? `${data.data.length}+` : data.data.length}</>;
}
