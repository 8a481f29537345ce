/** What a change of an article did, field by field, in words. */

import { Trans } from "@lingui/react/macro";
import type { ArticleFields } from "../../api/articles";
import classes from "./Diff.module.css";
import { DiffText } from "./DiffText";
import { differing, inWords, nameOf } from "./fields";

interface ChangesViewProps {
  before: Partial<ArticleFields>;
  /** Fields that are not named here are not looked at. */
  after: Partial<ArticleFields>;
}

export function ChangesView({ before, after }: ChangesViewProps) {
  const fields = differing(before, after);
  if (fields.length === 0)
    return (
      <p className={classes.nothing}>
        <Trans>Nothing differs.</Trans>
      </p>
    );
  return (
    <dl className={classes.changes}>
      {fields.map((field) => (
        <div key={field}>
          <dt>{nameOf(field)}</dt>
          <dd>
            <DiffText
              before={inWords(field, before)}
              after={inWords(field, after)}
              shorten={field === "body"}
            />
          </dd>
        </div>
      ))}
    </dl>
  );
}
