/** Drafts beside one's own: a colleague's, of which one sees only that there is one, and one's own from elsewhere. */

import { Trans } from "@lingui/react/macro";
import type { DraftHere } from "../../api/writing";
import { Ago } from "../../ui/Ago";
import classes from "./Bars.module.css";
import type { useDraft } from "./useDraft";

interface DraftBarProps {
  conflict: ReturnType<typeof useDraft>["conflict"];
  others: DraftHere["others"];
}

export default function DraftBar({ conflict, others }: DraftBarProps) {
  return (
    <div className={classes.bar} role="status">
      {others.map(({ agent, updated_at }) => (
        <span key={agent.id}>
          <Trans>
            {agent.name} has begun a reply here, <Ago at={updated_at} />.
          </Trans>
        </span>
      ))}
      {conflict && (
        <>
          <span>
            <Trans>
              You wrote something else on another device: “
              {{ words: start(conflict.draft.reply || conflict.draft.note) }}”
            </Trans>
          </span>
          <button type="button" className={classes.act} onClick={conflict.useTheirs}>
            <Trans>Use that</Trans>
          </button>
          <button type="button" className={classes.act} onClick={conflict.keepMine}>
            <Trans>Keep this</Trans>
          </button>
        </>
      )}
    </div>
  );
}

const start = (text: string) => (text.length > 80 ? `${text.slice(0, 79)}…` : text);
