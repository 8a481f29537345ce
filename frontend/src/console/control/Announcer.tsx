/** Says which risks have just become high: to a screen reader politely, and aloud where that was asked for. */

import { useEffect, useRef, useState } from "react";
import { useCell } from "../desk/cell";
import { newlyHigh } from "./order";
import type { Room } from "./room";
import { sounding } from "./sounding";
import { highInWords } from "./words";

export function Announcer({ rows }: { rows: Room["rows"] | undefined }) {
  const before = useRef<Room["rows"] | undefined>(undefined);
  const [words, setWords] = useState("");
  const aloud = useCell(sounding);
  useEffect(() => {
    const high = before.current && rows ? newlyHigh(before.current, rows) : [];
    before.current = rows;
    if (high.length === 0) return;
    setWords(highInWords(high));
    if (aloud) void import("../shell/notify/calling").then(({ ring }) => ring());
  }, [rows, aloud]);
  return (
    <p className="sr" role="status" aria-live="polite">
      {words}
    </p>
  );
}
