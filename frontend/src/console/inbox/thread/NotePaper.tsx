/** A private note: yellow paper across the column, never mistaken for a reply. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { clock, moment } from "../../../shared/time";
import type { Note } from "../../desk/wire";
import { NoteIcon } from "../../shell/icons";
import { Markup } from "../../ui/Markup";
import bubble from "./Bubble.module.css";
import classes from "./NotePaper.module.css";

export function NotePaper({ note, meId }: { note: Note; meId: string }) {
  const mine = note.author.id === meId;
  const [who, when] = [note.author.name, moment(note.created_at)];
  return (
    <article
      className={classes.note}
      aria-label={mine ? t`Your private note, ${when}` : t`Private note by ${who}, ${when}`}
    >
      <div className={classes.head}>
        <NoteIcon size={13} />
        <span>
          {mine ? (
            <Trans>
              <strong>You</strong> left a note · only your team sees this
            </Trans>
          ) : (
            <Trans>
              <strong>{who}</strong> left a note · only your team sees this
            </Trans>
          )}
        </span>
        <time dateTime={note.created_at} title={when}>
          {clock(note.created_at)}
        </time>
      </div>
      <Markup className={bubble.html} html={note.html} />
    </article>
  );
}
