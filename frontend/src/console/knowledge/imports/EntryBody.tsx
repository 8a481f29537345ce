/** What an entry would change, word by word; a new article whole. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { ImportEntry } from "../../api/imports";
import { Bone } from "../../ui/Bone";
import { Failure } from "../../ui/Failure";
import { ChangesView } from "../diff/ChangesView";
import classes from "./Imports.module.css";
import { useEntry } from "./useReview";

const GONE = t`The source holds it no longer. Left alone, the article stays as it is.`;

export function EntryBody({ of, entry }: { of: string; entry: ImportEntry }) {
  const { data, error, refetch } = useEntry(of, entry.id, true);
  if (error) {
    return (
      <Failure problem={error} what={t`This entry could not be loaded.`} onRetry={() => void refetch()} />
    );
  }
  if (!data) return <Bone width="100%" height={60} />;
  const { before, after, where } = data;
  return (
    <div className={classes.entryBody}>
      {where && (
        <p className={classes.where}>
          <Trans>From {where}</Trans>
        </p>
      )}
      {entry.applied && (
        <p>
          <Trans>It is stored; its versions tell what changed.</Trans>
        </p>
      )}
      {!entry.applied && entry.action === "remove" && <p>{GONE}</p>}
      {!entry.applied && entry.action === "same" && (
        <p>
          <Trans>Nothing differs from the article.</Trans>
        </p>
      )}
      {!entry.applied && before && after && <ChangesView before={before} after={after} />}
      {!entry.applied && !before && after && (
        <>
          {after.questions && after.questions.length > 0 && (
            <p className={classes.asked}>{after.questions.join(" · ")}</p>
          )}
          <div className={classes.text}>{after.body}</div>
        </>
      )}
    </div>
  );
}
