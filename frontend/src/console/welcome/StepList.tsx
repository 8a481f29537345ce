/** The checklist: what is done, what is open, where one is. */

import { t } from "@lingui/core/macro";
import { Link } from "wouter";
import type { Guide } from "../api/guide";
import { CheckIcon } from "../shell/icons";
import { isDone, type Place, placePath, STEPS } from "./steps";
import classes from "./Welcome.module.css";

export function StepList({ guide, place }: { guide: Guide; place: Place }) {
  return (
    <nav aria-label={t`Steps`} className={classes.nav}>
      <ol className={classes.list}>
        {STEPS.map(({ key, name }, index) => {
          const done = isDone(guide, key);
          const number = index + 1;
          return (
            <li key={key}>
              <Link
                href={placePath(key)}
                className={classes.entry}
                data-done={done || undefined}
                aria-current={key === place ? "step" : undefined}
              >
                <span className={classes.mark} aria-hidden="true">
                  {done ? <CheckIcon size={14} /> : number}
                </span>
                <span className="sr">{t`Step ${number}:`} </span>
                <span className={classes.name}>{name}</span>
                {done && <span className="sr"> ({t`done`})</span>}
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
