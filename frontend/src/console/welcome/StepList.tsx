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
                aria-label={done ? t`Step ${number}, ${name}, done` : t`Step ${number}, ${name}`}
              >
                <span className={classes.mark}>{done ? <CheckIcon size={14} /> : index + 1}</span>
                <span className={classes.name}>{name}</span>
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
