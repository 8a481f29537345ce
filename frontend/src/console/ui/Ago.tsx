/** A time as "5 minutes ago", which goes on counting; in full when pointed at. */

import { moment } from "../../shared/time";
import { useNow } from "../inbox/useNow";
import { ago } from "./moments";

export function Ago({ at }: { at: string }) {
  return (
    <time dateTime={at} title={moment(at)}>
      {ago(at, useNow())}
    </time>
  );
}
