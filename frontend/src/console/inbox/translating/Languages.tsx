/** Which language the customer writes and which the reader speaks, where they differ; and the way between both. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useMe } from "../../desk/DeskContext";
import type { ConversationRow } from "../../desk/wire";
import { listed } from "../../shell/locale";
import { languageName } from "../../ui/languages";
import { useTranslating } from "./Translating";
import classes from "./Translating.module.css";

/** "Writes German · you speak English". */
export function Spoken({ row }: { row: ConversationRow }) {
  const me = useMe();
  const { foreign } = useTranslating();
  if (!foreign) return null;
  const theirs = languageName(row.language);
  const mine = listed(me.speaks.map((code) => languageName(code)));
  return (
    <span>
      <Trans>
        Writes {theirs} · you speak {mine}
      </Trans>
    </span>
  );
}

/** The same in the head of a thread, with the switch between translations and what was written. */
export function Languages({ row }: { row: ConversationRow }) {
  const { foreign, available, shown, onShown, failed, again } = useTranslating();
  if (!foreign) return null;
  return (
    <span className={classes.languages}>
      <Spoken row={row} />
      {available && (
        <button type="button" className={classes.link} aria-pressed={!shown} onClick={onShown}>
          {shown ? t`Show originals` : t`Show translations`}
        </button>
      )}
      {failed && (
        <span role="alert">
          <Trans>Not translated: the server cannot be reached.</Trans>{" "}
          <button type="button" className={classes.link} onClick={() => again([])}>
            <Trans>Try again</Trans>
          </button>
        </span>
      )}
    </span>
  );
}
