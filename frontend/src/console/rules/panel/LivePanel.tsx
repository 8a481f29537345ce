/** Beside the rules: what the draft would have done with the conversations of the last days. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { NativeSelect, UnstyledButton } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useState } from "react";
import { Problem } from "../../api/client";
import { explain } from "../../api/problems";
import { CHANGES, type Change, type Counted } from "../../api/rules";
import { ChevronIcon } from "../../shell/icons";
import { number } from "../../shell/locale";
import { Bone } from "../../ui/Bone";
import { useDraft } from "../book/BuilderContext";
import { handedOver, inShort, share, signed, TITLES } from "./counting";
import { Examples } from "./Examples";
import { Hours } from "./Hours";
import classes from "./Panel.module.css";
import { useCount } from "./useCount";

const GONE: ReadonlySet<Change> = new Set(["no_longer", "approval_gone"]);
const SPANS = [
  { value: "7", label: t`Last 7 days` },
  { value: "30", label: t`Last 30 days` },
  { value: "90", label: t`Last 90 days` },
];

export function LivePanel() {
  const [days, setDays] = useState(30);
  const { data, error, isFetching } = useCount(days);
  const drafted = useIsDrafted();
  const beside = useMediaQuery("(min-width: 1081px)", undefined, { getInitialValueInEffect: false });
  const [opened, open] = useState(false);
  const whole = beside || opened;
  return (
    <aside
      className={classes.panel}
      aria-label={drafted ? t`What the draft would change` : t`What the rules do`}
      aria-busy={isFetching}
    >
      <div className={classes.head}>
        <h2>{drafted ? t`What it would change` : t`What the rules did`}</h2>
        <NativeSelect
          size="xs"
          aria-label={t`Days to look back`}
          data={SPANS}
          value={String(days)}
          onChange={(event) => setDays(Number(event.currentTarget.value))}
        />
      </div>
      <p className={classes.short} role="status" data-stale={isFetching || undefined}>
        {data && !error && (drafted ? inShort(data) : handedOver(data))}
        {!data && !error && <Bone width="80%" height={18} />}
      </p>
      {error && <Uncounted problem={error} />}
      {!beside && data && (
        <UnstyledButton className={classes.more} aria-expanded={opened} onClick={() => open(!opened)}>
          {opened ? t`Less` : t`Examples and hours`} <ChevronIcon size={14} />
        </UnstyledButton>
      )}
      {whole && data && !error && (
        <div className={classes.whole} data-stale={isFetching || undefined}>
          <Figures data={data} drafted={drafted} />
          {CHANGES.map((change) => (
            <Examples key={change} title={TITLES[change]} gone={GONE.has(change)} changed={data[change]} />
          ))}
          <Hours week={data.by_hour} drafted={drafted} />
        </div>
      )}
    </aside>
  );
}

function useIsDrafted(): boolean {
  const { saved, saving } = useDraft();
  return saved !== null || saving !== "saved";
}

/** The rules as they stand cannot be counted, or nobody could be asked. */
function Uncounted({ problem }: { problem: unknown }) {
  const unfinished = problem instanceof Problem && problem.status === 422;
  return (
    <p className={classes.quiet}>
      {unfinished ? t`It is counted again once the rules are whole.` : explain(problem).message}
    </p>
  );
}

function Figures({ data, drafted }: { data: Counted; drafted: boolean }) {
  const { conversations, before, after } = data;
  const more = after.handed_over - before.handed_over;
  if (conversations === 0) {
    return (
      <p className={classes.quiet}>
        <Trans>
          There is no conversation to count in these days yet. As soon as customers write, you see here what a
          change would mean.
        </Trans>
      </p>
    );
  }
  if (!drafted) return null;
  const was = number(before.handed_over);
  const now = number(after.handed_over);
  return (
    <dl className={classes.figures}>
      <div>
        <dt>
          <Trans context="of rules">In force</Trans>
        </dt>
        <dd>{share(before.handed_over, conversations)}</dd>
        <dd className={classes.quiet}>
          <Trans>{was} handed over</Trans>
        </dd>
      </div>
      <div>
        <dt>
          <Trans>Draft</Trans>
        </dt>
        <dd>{share(after.handed_over, conversations)}</dd>
        <dd className={classes.quiet}>
          <Trans>{now} handed over</Trans>
          {more !== 0 && ` (${signed(more)})`}
        </dd>
      </div>
    </dl>
  );
}
