/** What the customer will read, before it is sent; it can be changed, and the agent's own words can go instead. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { type KeyboardEvent, useId } from "react";
import { listed } from "../../shell/locale";
import { languageName } from "../../ui/languages";
import { focusComposer } from "../composer/place";
import { enterMeans } from "../keys";
import classes from "./Translating.module.css";
import type { Look } from "./useTranslatedReply";

interface ReplyLookProps {
  look: Look;
  /** What stands in the field now. */
  words: string;
  language: string;
  onText: (text: string) => void;
  onSend: () => void;
  onAgain: () => void;
  onAsWritten: () => void;
  onDrop: () => void;
}

export default function ReplyLook(props: ReplyLookProps) {
  const { look, words, language, onText, onSend, onAgain, onAsWritten, onDrop } = props;
  const id = useId();
  const name = languageName(language);
  const old = look.of !== words;
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const { key, shiftKey, altKey, repeat } = event;
    if (key === "Escape") {
      event.preventDefault();
      onDrop();
      focusComposer();
    } else if (enterMeans({ key, shiftKey, altKey, isComposing: event.nativeEvent.isComposing }) === "send") {
      event.preventDefault();
      if (!repeat) onSend();
    }
  };
  return (
    <section className={classes.look} data-old={old || undefined} aria-labelledby={id}>
      <div className={classes.lookHead}>
        <h3 id={id}>
          <Trans>In {name}</Trans>
        </h3>
        <span role="status">
          {look.state === "making" && t`Translating…`}
          {look.state === "ready" && !old && t`Machine translation: look at it, then press Enter to send it.`}
          {look.state === "ready" && old && t`Your words changed. Press Enter to translate them again.`}
        </span>
      </div>
      {look.state === "ready" && (
        <div className={classes.lookField} data-text={look.text}>
          <textarea
            rows={1}
            lang={language}
            aria-label={t`Your reply in ${name}; you can change it`}
            value={look.text}
            disabled={old}
            onChange={(event) => onText(event.currentTarget.value)}
            onKeyDown={onKeyDown}
          />
        </div>
      )}
      {look.state === "ready" && !old && <Facts look={look} />}
      {look.state === "failed" && (
        <p className={classes.failed} role="alert">
          {look.problem}
        </p>
      )}
      {look.state !== "making" && (
        <div className={classes.lookActs}>
          {look.state === "failed" && (
            <button type="button" className={classes.link} onClick={onAgain}>
              <Trans>Try again</Trans>
            </button>
          )}
          <button type="button" className={classes.link} onClick={onAsWritten}>
            <Trans>Send as written</Trans>
          </button>
          <button
            type="button"
            className={classes.link}
            onClick={() => {
              onDrop();
              focusComposer();
            }}
          >
            <Trans>Back to my words</Trans>
          </button>
        </div>
      )}
    </section>
  );
}

/** Numbers, links and codes that the translation lost or made up. */
function Facts({ look: { lost, added } }: { look: Look }) {
  if (lost.length === 0 && added.length === 0) return null;
  return (
    <p className={classes.failed} role="alert">
      {lost.length > 0 && <Trans>Missing in it: {listed(lost)}.</Trans>}{" "}
      {added.length > 0 && <Trans>New in it: {listed(added)}.</Trans>}
    </p>
  );
}
