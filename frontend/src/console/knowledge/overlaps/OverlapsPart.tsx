/** Articles that repeat or contradict each other, two by two, with the sentences that show it. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { Link } from "wouter";
import type { Overlap } from "../../api/overlaps";
import { useMay } from "../../shell/useMay";
import { Bone } from "../../ui/Bone";
import { Empty } from "../../ui/Empty";
import { Failure } from "../../ui/Failure";
import { articlePath } from "../addresses";
import classes from "./Overlaps.module.css";
import { Sides } from "./Sides";
import { useDismiss, useOverlaps } from "./useOverlaps";

const ROWS = ["72%", "64%", "70%"];

const SAYS: Record<Overlap["kind"], string> = {
  contradiction: t`They contradict each other`,
  duplicate: t`They say the same`,
};

export function OverlapsPart() {
  const { data, error, refetch } = useOverlaps();
  if (error && !data) {
    return (
      <Failure problem={error} what={t`The overlaps could not be loaded.`} onRetry={() => void refetch()} />
    );
  }
  if (!data) {
    return (
      <div aria-busy="true" className={classes.bones}>
        {ROWS.map((width) => (
          <Bone key={width} width={width} height={64} />
        ))}
      </div>
    );
  }
  if (data.data.length === 0) {
    return (
      <Empty title={t`No two articles get in each other's way`}>
        <p>
          <Trans>
            A few seconds after each change the articles are held against each other. Those that say the same
            twice, or that name another price, time or number for the same thing, appear here.
          </Trans>
        </p>
      </Empty>
    );
  }
  return (
    <>
      <ul className={classes.list} aria-label={t`Articles that overlap`}>
        {data.data.map((overlap) => (
          <Pair key={overlap.id} overlap={overlap} />
        ))}
      </ul>
      {data.has_more && (
        <p className={classes.more}>
          <Trans>More of them are shown once these are mended.</Trans>
        </p>
      )}
    </>
  );
}

function Pair({ overlap }: { overlap: Overlap }) {
  const mayWrite = useMay("knowledge.write");
  const dismiss = useDismiss();
  const { first, second, kind } = overlap;
  const [one, other] = [first.title, second.title];
  return (
    <li className={classes.pair}>
      <div className={classes.head}>
        <span className={classes.kind} data-kind={kind}>
          {SAYS[kind]}
        </span>
        {mayWrite && (
          <Button
            variant="subtle"
            size="compact-sm"
            loading={dismiss.isPending}
            aria-label={t`${one} and ${other} are no problem`}
            onClick={() => dismiss.mutate(overlap)}
          >
            <Trans>No problem</Trans>
          </Button>
        )}
      </div>
      <div className={classes.sides}>
        {[first, second].map((side) => (
          <section key={side.id} className={classes.side}>
            <h3>
              <Link href={articlePath(side.id)}>{side.title}</Link>
            </h3>
            <blockquote>{side.quote}</blockquote>
          </section>
        ))}
      </div>
      <Sides first={first} second={second} />
    </li>
  );
}
