/** One import, entry by entry: what it would do, beside what is there; chosen or left out. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Progress, SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { Link } from "wouter";
import type { EntryAction, KnowledgeImport } from "../../api/imports";
import { useMay } from "../../shell/useMay";
import { Bone } from "../../ui/Bone";
import { Failure } from "../../ui/Failure";
import { Problems } from "../../welcome/knowledge/ImportList";
import { outcome } from "../../welcome/knowledge/outcome";
import { isAtWork } from "../../welcome/knowledge/useImports";
import { IMPORTS } from "../addresses";
import { Decide } from "./Decide";
import { EntryList } from "./EntryList";
import classes from "./Imports.module.css";
import { kindsOf } from "./kinds";
import { useImport } from "./useReview";

export function Review({ id }: { id: string }) {
  const { data: one, error, refetch } = useImport(id);
  if (error && !one) {
    return (
      <Failure problem={error} what={t`The import could not be loaded.`} onRetry={() => void refetch()} />
    );
  }
  return (
    <div className={classes.whole}>
      <Link href={IMPORTS} className={classes.back}>
        <Trans>← All imports</Trans>
      </Link>
      {one ? <Loaded one={one} /> : <Bone width="60%" height={24} />}
    </div>
  );
}

function Loaded({ one }: { one: KnowledgeImport }) {
  const mayWrite = useMay("knowledge.write");
  const { name } = one;
  const deciding = one.state === "review" && mayWrite;
  return (
    <>
      <header className={classes.head}>
        <h2>{one.name}</h2>
        <p role="status">{outcome(one)}</p>
      </header>
      {isAtWork(one) && (
        <Progress
          value={one.total ? (one.done / one.total) * 100 : 8}
          animated
          size="sm"
          aria-label={t`Progress of ${name}`}
        />
      )}
      <Problems problems={one.problems} />
      <Entries one={one} deciding={deciding} />
      {deciding && <Decide one={one} />}
    </>
  );
}

function Entries({ one, deciding }: { one: KnowledgeImport; deciding: boolean }) {
  const [kind, setKind] = useState<EntryAction | "">("");
  const kinds = kindsOf(one);
  if (one.state === "dismissed" || one.state === "waiting") return null;
  return (
    <>
      {kinds.length > 2 && (
        <SegmentedControl
          className={classes.kinds}
          aria-label={t`Which entries`}
          data={kinds}
          value={kind}
          onChange={(value) => setKind(value as EntryAction | "")}
        />
      )}
      <EntryList one={one} kind={kind} deciding={deciding} />
    </>
  );
}
