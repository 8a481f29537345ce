/** Says when the live line is down, after a moment of grace, and what still works. */

import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { UnstyledButton } from "@mantine/core";
import { useEffect, useState } from "react";
import type { Link } from "../../shared/socket";
import { useCell } from "../desk/cell";
import { useDesk } from "../desk/DeskContext";
import classes from "./LineNotice.module.css";

const GRACE = 2_500;

const WORDS: Record<Exclude<Link, "open">, string> = {
  connecting: t`Connecting again. New messages may be late.`,
  waiting: t`The live line is down. Trying again; what you see may be behind.`,
  offline: t`You are offline. What you write and send is kept here, and goes out once you are back.`,
  refused: t`You are signed out. Sign in again to go on.`,
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
            {WORDS[link]}{" "}
            {waiting > 0 && t`${plural(waiting, { one: "# reply waits.", other: "# replies wait." })}`}
          </span>
          {link === "waiting" && (
            <UnstyledButton onClick={() => desk.retryNow()}>
              <Trans>Try now</Trans>
            </UnstyledButton>
          )}
          {link === "refused" && (
            <a href="/sign-in/">
              <Trans>Sign in</Trans>
            </a>
          )}
        </div>
      )}
      {!down && polling && (
        <div className={classes.quiet}>
          <Trans>Slow connection mode: this network blocks live lines, so news may take a few seconds.</Trans>
        </div>
      )}
    </div>
  );
}
