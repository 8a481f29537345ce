/** Both articles whole, side by side, once somebody wants to read them. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { UnstyledButton } from "@mantine/core";
import { useId, useState } from "react";
import type { Side } from "../../api/overlaps";
import { ChevronIcon } from "../../shell/icons";
import { Bone } from "../../ui/Bone";
import { Failure } from "../../ui/Failure";
import { useArticle } from "../articles/useArticles";
import classes from "./Overlaps.module.css";

export function Sides({ first, second }: { first: Side; second: Side }) {
  const [open, setOpen] = useState(false);
  const region = useId();
  return (
    <>
      <UnstyledButton
        className={classes.opener}
        aria-expanded={open}
        aria-controls={region}
        onClick={() => setOpen(!open)}
      >
        <ChevronIcon size={14} />
        <Trans>Read both</Trans>
      </UnstyledButton>
      <div id={region} hidden={!open} className={classes.sides}>
        {open && [first, second].map((side) => <Whole key={side.id} side={side} />)}
      </div>
    </>
  );
}

function Whole({ side }: { side: Side }) {
  const { data, error, refetch } = useArticle(side.id);
  if (error) {
    return (
      <Failure problem={error} what={t`This article could not be loaded.`} onRetry={() => void refetch()} />
    );
  }
  if (!data) return <Bone width="100%" height={80} />;
  const [before, ...after] = data.body.split(side.quote);
  const found = after.length > 0;
  return (
    <section className={classes.whole} aria-label={side.title}>
      {before}
      {found && <mark>{side.quote}</mark>}
      {after.join(side.quote)}
    </section>
  );
}
