/** The foot of a review: choose all or none, then apply what is chosen, or dismiss the import. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useState } from "react";
import type { EntryAction, KnowledgeImport } from "../../api/imports";
import { Confirm } from "../../ui/Confirm";
import classes from "./Imports.module.css";
import { storing } from "./kinds";
import { useApply, useChooseAll, useDismiss } from "./useReview";

/** Removals are chosen one by one. */
const TOGETHER: readonly EntryAction[] = ["create", "update"];

export function Decide({ one }: { one: KnowledgeImport }) {
  const [asking, setAsking] = useState(false);
  const apply = useApply(one.id);
  const dismiss = useDismiss(one.id);
  const choose = useChooseAll(one.id);
  const chosen = one.review?.chosen ?? 0;
  return (
    <div className={classes.foot}>
      <Button loading={apply.isPending} disabled={chosen === 0} onClick={() => apply.mutate(undefined)}>
        {storing(chosen)}
      </Button>
      <Button variant="default" onClick={() => setAsking(true)}>
        <Trans>Dismiss</Trans>
      </Button>
      <span className={classes.bulk}>
        <Button variant="subtle" size="xs" onClick={() => choose.mutate({ actions: TOGETHER, chosen: true })}>
          <Trans>Choose all</Trans>
        </Button>
        <Button
          variant="subtle"
          size="xs"
          onClick={() => choose.mutate({ actions: [...TOGETHER, "remove"], chosen: false })}
        >
          <Trans>Choose none</Trans>
        </Button>
      </span>
      <Confirm
        opened={asking}
        title={t`Dismiss this import?`}
        does={t`Dismiss it`}
        keeps={t`Keep it`}
        busy={dismiss.isPending}
        problem={dismiss.error}
        onClose={() => setAsking(false)}
        onConfirm={() => dismiss.mutate(undefined, { onSuccess: () => setAsking(false) })}
      >
        <p>
          <Trans>Nothing of it is stored. To see it again, import the same source anew.</Trans>
        </p>
      </Confirm>
    </div>
  );
}
