/** The imports: progress that lives, what came of each, and its problems line by line. */

import { Progress } from "@mantine/core";
import type { ImportProblem, KnowledgeImport } from "../../api/guide";
import { Failure } from "../../ui/Failure";
import classes from "./Knowledge.module.css";
import { outcome } from "./outcome";
import { isAtWork, useImports } from "./useImports";

const SHOWN = 6;

export function ImportList() {
  const { data, error, refetch } = useImports();
  if (error && !data) {
    return <Failure problem={error} what="The imports could not be loaded." onRetry={() => void refetch()} />;
  }
  if (!data || data.data.length === 0) return null;
  return (
    <section aria-label="Imports">
      <h3 className={classes.title}>Imports</h3>
      <ul className={classes.imports}>
        {data.data.slice(0, SHOWN).map((one) => (
          <Entry key={one.id} one={one} />
        ))}
      </ul>
    </section>
  );
}

function Entry({ one }: { one: KnowledgeImport }) {
  const busy = isAtWork(one);
  return (
    <li className={classes.import} data-state={one.state}>
      <div className={classes.importHead}>
        <strong>{one.name}</strong>
        <span role="status">{outcome(one)}</span>
      </div>
      {busy && (
        <Progress
          value={one.total ? (one.done / one.total) * 100 : 8}
          animated
          size="sm"
          aria-label={`Progress of ${one.name}`}
        />
      )}
      <Problems problems={one.problems} />
    </li>
  );
}

function Problems({ problems }: { problems: readonly ImportProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <details className={classes.problems} open={problems.length <= 3}>
      <summary>{problems.length === 1 ? "1 problem" : `${problems.length} problems`}</summary>
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
