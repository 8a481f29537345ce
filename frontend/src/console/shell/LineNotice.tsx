/** Says when the live line is down, after a moment of grace, and what still works. */

import { UnstyledButton } from "@mantine/core";
import { useEffect, useState } from "react";
import type { Link } from "../../shared/socket";
import { useCell } from "../desk/cell";
import { useDesk } from "../desk/DeskContext";
import classes from "./LineNotice.module.css";

const GRACE = 2_500;

const WORDS: Record<Exclude<Link, "open">, string> = {
  connecting: "Connecting again. New messages may be late.",
  waiting: "The live line is down. Trying again; what you see may be behind.",
  offline: "You are offline. What you write and send is kept here, and goes out once you are back.",
  refused: "You are signed out. Sign in again to go on.",
};

export function LineNotice() {
  const desk = useDesk();
  const link = useCell(desk.link);
  const polling = useCell(desk.polling);
  const waiting = useCell(desk.waiting).size;
  const [late, setLate] = useState(false);
  const down = link !== "open";
  useEffect(() => {
    if (!down) return setLate(false);
    const timer = setTimeout(() => setLate(true), GRACE);
    return () => clearTimeout(timer);
  }, [down]);
  const shown = down && (late || link === "offline" || link === "refused");
  return (
    <div role="status" className={classes.place}>
      {shown && (
        <div className={classes.notice}>
          <span>
            {WORDS[link]}
            {waiting > 0 && ` ${waiting === 1 ? "1 reply waits" : `${waiting} replies wait`}.`}
          </span>
          {link === "waiting" && <UnstyledButton onClick={() => desk.retryNow()}>Try now</UnstyledButton>}
          {link === "refused" && <a href="/sign-in/">Sign in</a>}
        </div>
      )}
      {!down && polling && (
        <div className={classes.quiet}>
          Slow connection mode: this network blocks live lines, so news may take a few seconds.
        </div>
      )}
    </div>
  );
}
