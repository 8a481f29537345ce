/** Whoever gets a conversation reads first what the one before had to say about it. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { moment } from "../../../shared/time";
import type { ConversationDetail } from "../../desk/wire";
import { NoteIcon } from "../../shell/icons";
import classes from "./PassedOn.module.css";

/** The newest word of a transfer, while the conversation waits or its new holder has not replied yet. */
export function wordOf(detail: ConversationDetail | undefined) {
  if (!detail || !["transferred", "accepted"].includes(detail.control.reason)) return null;
  const written = detail.notes.filter((note) => note.passed_on === "transfer");
  const newest = written[written.length - 1];
  if (!newest) return null;
  const said = detail.last_message;
  const answered = said?.author.kind === "agent" && said.created_at > newest.created_at;
  return answered ? null : newest;
}

export function PassedOn({ detail, meId }: { detail: ConversationDetail | undefined; meId: string }) {
  const note = wordOf(detail);
  if (!note || note.author.id === meId) return null;
  return (
    <aside className={classes.word} aria-label={t`Passed on with a note`}>
      <NoteIcon size={14} />
      <p>
        <strong>
          <Trans>{note.author.name} passed this on:</Trans>
        </strong>{" "}
        {note.text}
        <time dateTime={note.created_at}>{moment(note.created_at)}</time>
      </p>
    </aside>
  );
}
