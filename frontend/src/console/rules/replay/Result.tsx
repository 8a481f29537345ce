/** What a replay found: the change in a sentence, its numbers, and the conversations behind each of them. */

import { useEffect, useRef } from "react";
import { useLocation, useSearch } from "wouter";
import type { Behind as Asked, ReplayResult } from "../../api/replays";
import { replayPath } from "../addresses";
import { Behind } from "./Behind";
import { ByRule } from "./ByRule";
import { Changes } from "./Changes";
import { Effects } from "./Effects";
import { Limits } from "./Limits";
import classes from "./Replay.module.css";
import { Week } from "./Week";
import { behindOf, inOneSentence, searchOf } from "./words";

export type Open = (asked: Asked) => void;

export function Result({ id, result }: { id: string; result: ReplayResult }) {
  const [, go] = useLocation();
  const asked = behindOf(useSearch());
  const list = useRef<HTMLDivElement>(null);
  const key = asked && searchOf(asked);
  useEffect(() => {
    if (key) list.current?.focus();
  }, [key]);
  const open: Open = (wanted) => go(`${replayPath(id)}?${searchOf(wanted)}`);
  return (
    <div className={classes.result} data-open={asked !== null || undefined}>
      <div className={classes.found}>
        <p className={classes.sentence}>{inOneSentence(result)}</p>
        <Changes result={result} asked={asked} open={open} />
        <Effects result={result} />
        <Week week={result.by_hour} open={open} />
        <ByRule result={result} open={open} />
        <Limits result={result} open={open} />
      </div>
      {asked && (
        <div ref={list} tabIndex={-1} className={classes.behind}>
          <Behind key={key} id={id} asked={asked} onClose={() => go(replayPath(id))} />
        </div>
      )}
    </div>
  );
}
