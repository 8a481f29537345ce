/** Who is typing right now at the other side; colleagues are told of above the composer. */

import { plural, t } from "@lingui/core/macro";
import type { TypingAuthor } from "../../../shared/thread";
import { listed } from "../../shell/locale";
import classes from "./TypingLine.module.css";

function inWords(names: string[]): string {
  const who = listed(names);
  return plural(names.length, { one: `${who} is typing`, other: `${who} are typing` });
}

export function TypingLine({ typing }: { typing: readonly TypingAuthor[] }) {
  const others = typing.filter(({ author }) => author.kind !== "agent");
  const names = others.map(({ author }) => (author.kind === "assistant" ? t`The assistant` : author.name));
  if (names.length === 0) return null;
  return (
    <div className={classes.typing} data-kind={others[0]?.author.kind}>
      <span className={classes.dots} aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      {inWords(names)}
    </div>
  );
}
