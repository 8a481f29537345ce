/** What the assistant did, or was not let do, in this conversation: what, how much, why, and what came of it. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { UnstyledButton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { moment } from "../../../shared/time";
import { listDeeds } from "../../api/deeds";
import type { ConversationDetail, Deed } from "../../desk/wire";
import section from "./Context.module.css";
import classes from "./Deeds.module.css";
import { amountOf, kindOf, stateOf } from "./deeds";

interface DeedsProps {
  detail: ConversationDetail;
  onJump: (seq: number) => void;
}

export default function Deeds({ detail, onJump }: DeedsProps) {
  const query = useQuery({
    // each turn that is decided may have done something
    queryKey: ["deeds", detail.id, detail.decisions.length, detail.seq],
    queryFn: ({ signal }) => listDeeds(detail.id, signal),
    placeholderData: (before) => before,
  });
  const deeds = query.data?.data ?? detail.actions;
  if (deeds.length === 0) return null;
  return (
    <section className={section.section} aria-label={t`Done in this conversation`}>
      <h3 className={section.title}>
        <Trans>Done here</Trans> <span>{deeds.length}</span>
      </h3>
      <ul className={section.list}>
        {deeds.map((deed) => (
          <li key={deed.id}>
            <Entry deed={deed} onJump={onJump} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Entry({ deed, onJump }: { deed: Deed; onJump: (seq: number) => void }) {
  const { asked_seq: asked } = deed;
  return (
    <div className={classes.deed}>
      <p className={classes.what}>
        <b>{kindOf(deed.kind)}</b>
        <span className={classes.subject}>{deed.subject}</span>
        {deed.amount !== null && <span className={classes.amount}>{amountOf(deed)}</span>}
      </p>
      <p className={classes.state} data-state={deed.state}>
        {stateOf(deed)}
      </p>
      <p className={classes.why}>{deed.because}</p>
      {deed.problem && <p className={classes.why}>{deed.problem}</p>}
      <p className={classes.more}>
        {deed.proven ? t`${deed.proven.email} was proven` : t`Nobody had to prove who they are`}
        {" · "}
        <time dateTime={deed.created_at}>{moment(deed.created_at)}</time>
        {asked !== null && (
          <>
            {" · "}
            <UnstyledButton className={classes.jump} onClick={() => onJump(asked)}>
              <Trans>Show the message</Trans>
            </UnstyledButton>
          </>
        )}
      </p>
    </div>
  );
}
