/** A time as "5 minutes ago", which goes on counting; in full when pointed at. */

import { moment } from "../../shared/time";
import { useNow } from "../inbox/useNow";
import { ago } from "./moments";

interface AgoProps {
  at: string;
  /** It has happened: a clock that is a little behind does not make it the future. */
  past?: boolean;
}

export function Ago({ at, past = false }: AgoProps) {
  const now = useNow();
  const seen = past ? Math.max(now, new Date(at).getTime()) : now;
  return (
    <time dateTime={at} title={moment(at)}>
      {ago(at, seen)}
    </time>
  );
}
