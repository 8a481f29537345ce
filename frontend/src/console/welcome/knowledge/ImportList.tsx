/** The imports: progress that lives, what came of each, and its problems line by line. */

import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Progress } from "@mantine/core";
import { Link } from "wouter";
import type { ImportProblem, KnowledgeImport } from "../../api/imports";
import { importPath } from "../../knowledge/addresses";
import { Ago } from "../../ui/Ago";
import { Failure } from "../../ui/Failure";
import classes from "./Knowledge.module.css";
import { outcome } from "./outcome";
import { isAtWork, useImports } from "./useImports";

const SHOWN = 6;

export function ImportList({ most = SHOWN }: { most?: number }) {
  const { data, error, refetch } = useImports();
  if (error && !data) {
    return (
      <Failure problem={error} what={t`The imports could not be loaded.`} onRetry={() => void refetch()} />
    );
  }
  if (!data || data.data.length === 0) return null;
  return (
    <section aria-label={t`Imports`}>
      <h3 className={classes.title}>
        <Trans>Imports</Trans>
      </h3>
      <ul className={classes.imports}>
        {data.data.slice(0, most).map((one) => (
          <Entry key={one.id} one={one} />
        ))}
      </ul>
    </section>
  );
}

/** Those whose entries can be looked at. */
const OPENED: ReadonlySet<string> = new Set(["review", "applying", "done"]);

function Entry({ one }: { one: KnowledgeImport }) {
  const busy = isAtWork(one);
  const { name } = one;
  return (
    <li className={classes.import} data-state={one.state}>
      <div className={classes.importHead}>
        <strong>{name}</strong>
        <span role="status">{outcome(one)}</span>
      </div>
      <p className={classes.importFoot}>
        <span>
          {one.requested_by && `${one.requested_by}, `}
          <Ago at={one.created_at} />
        </span>
        {OPENED.has(one.state) && (
          <Link href={importPath(one.id)} className={classes.review}>
            {one.state === "review" ? t`Look it through` : t`What it did`}
            <span className="sr"> ({name})</span>
          </Link>
        )}
      </p>
      {busy && (
        <Progress
          value={one.total ? (one.done / one.total) * 100 : 8}
          animated
          size="sm"
          aria-label={t`Progress of ${name}`}
        />
      )}
      <Problems problems={one.problems} />
    </li>
  );
}

export function Problems({ problems }: { problems: readonly ImportProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <details className={classes.problems} open={problems.length <= 3}>
      <summary>{plural(problems.length, { one: "# problem", other: "# problems" })}</summary>
      <ul>
        {problems.map(({ where, message }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two problems may read the same; the list never changes
          <li key={place}>
            {where && <strong>{where}</strong>} {message}
          </li>
        ))}
      </ul>
    </details>
  );
}
