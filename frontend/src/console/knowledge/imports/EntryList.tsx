/** The entries of an import, one below the other; each opens to what it would change. */

import { t } from "@lingui/core/macro";
import { Checkbox, UnstyledButton } from "@mantine/core";
import { useId, useState } from "react";
import { Link } from "wouter";
import type { EntryAction, ImportEntry, KnowledgeImport } from "../../api/imports";
import { ChevronIcon } from "../../shell/icons";
import { Bone } from "../../ui/Bone";
import { Failure } from "../../ui/Failure";
import { articlePath } from "../addresses";
import { EntryBody } from "./EntryBody";
import classes from "./Imports.module.css";
import { likeInWords, markOf } from "./kinds";
import { MoreButton } from "./MoreButton";
import { useChangeEntry, useEntries } from "./useReview";

interface EntryListProps {
  one: KnowledgeImport;
  kind: EntryAction | "";
  deciding: boolean;
}

export function EntryList({ one, kind, deciding }: EntryListProps) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useEntries(one.id, kind);
  const entries = data?.pages.flatMap((page) => page.data);
  if (error && !entries) {
    return (
      <Failure problem={error} what={t`The entries could not be loaded.`} onRetry={() => void refetch()} />
    );
  }
  if (!entries) return <Bone width="100%" height={120} />;
  return (
    <>
      <ul className={classes.entries} aria-label={t`Entries`}>
        {entries.map((entry) => (
          <Entry key={entry.id} of={one.id} entry={entry} deciding={deciding} />
        ))}
      </ul>
      {hasNextPage && <MoreButton busy={isFetchingNextPage} onMore={() => void fetchNextPage()} />}
    </>
  );
}

function Entry({ of, entry, deciding }: { of: string; entry: ImportEntry; deciding: boolean }) {
  const [open, setOpen] = useState(false);
  const region = useId();
  const change = useChangeEntry(of);
  const { title } = entry;
  const mark = markOf(entry);
  const choosable = deciding && entry.action !== "same";
  const chosen = change.isPending ? (change.variables.chosen ?? entry.chosen) : entry.chosen;
  return (
    <li className={classes.entry} data-left-out={(choosable && !chosen) || undefined}>
      <div className={classes.entryHead}>
        {choosable && (
          <Checkbox
            aria-label={t`Take ${title}`}
            checked={chosen}
            onChange={(event) => change.mutate({ entry: entry.id, chosen: event.currentTarget.checked })}
          />
        )}
        <UnstyledButton
          className={classes.opener}
          aria-expanded={open}
          aria-controls={region}
          onClick={() => setOpen(!open)}
        >
          <ChevronIcon size={14} />
          <span>{entry.title}</span>
        </UnstyledButton>
        <span className={classes.mark} data-kind={mark.kind}>
          {mark.words}
        </span>
      </div>
      {entry.problem && <p className={classes.problem}>{entry.problem}</p>}
      {entry.resembles && <Resembles entry={entry} deciding={deciding} onAim={change.mutate} />}
      <div id={region} hidden={!open}>
        {open && <EntryBody of={of} entry={entry} />}
      </div>
    </li>
  );
}

interface ResemblesProps {
  entry: ImportEntry;
  deciding: boolean;
  onAim: (change: { entry: string; into: string | null }) => void;
}

/** The article that it nearly repeats, and the choice to change that one instead. */
function Resembles({ entry, deciding, onAim }: ResemblesProps) {
  const { resembles } = entry;
  if (!resembles) return null;
  const aimed = entry.action === "update";
  return (
    <p className={classes.resembles}>
      <span>
        {aimed ? t`Changes` : likeInWords(entry.resembles_score)}{" "}
        <Link href={articlePath(resembles.id)}>{resembles.title}</Link>
      </span>
      {deciding && (
        <UnstyledButton
          className={classes.aim}
          onClick={() => onAim({ entry: entry.id, into: aimed ? null : resembles.id })}
        >
          {aimed ? t`Make it a new article` : t`Change that article instead`}
        </UnstyledButton>
      )}
    </p>
  );
}
