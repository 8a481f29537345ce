/** A message in the reader's language, marked as what it is, with what was written one press away. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useState } from "react";
import type { TranslationRow } from "../../api/translations";
import { languageName } from "../../ui/languages";
import { Markup } from "../../ui/Markup";
import type { TranslatedProps } from "./Translated";
import { useTranslating } from "./Translating";
import classes from "./Translating.module.css";

const WHY: Record<NonNullable<TranslationRow["problem"]>, string> = {
  away: t`Not translated: the language model is not answering.`,
  over_budget: t`Not translated: the budget for the language model is spent.`,
  unusable: t`Not translated: the language model gave nothing that can be used.`,
};

interface TranslatedWordsProps extends Omit<TranslatedProps, "message"> {
  found: TranslationRow;
}

export default function TranslatedWords({ found, html, marked, children, bubble }: TranslatedWordsProps) {
  const { shown, again } = useTranslating();
  const [original, setOriginal] = useState(false);
  if (found.state === "written") {
    return (
      <>
        {children}
        <OwnWords found={found} />
      </>
    );
  }
  if (!shown) return children;
  if (found.state === "waiting") {
    return (
      <>
        {children}
        <p className={classes.line} role="status">
          <Trans>Translating…</Trans>
        </p>
      </>
    );
  }
  if (found.state === "failed") {
    return (
      <>
        {children}
        <p className={classes.line}>
          {WHY[found.problem ?? "unusable"]}{" "}
          <button type="button" className={classes.link} onClick={() => again([found.seq])}>
            <Trans>Try again</Trans>
          </button>
        </p>
      </>
    );
  }
  const words = <Markup className={html} lang={found.language} html={found.html} />;
  const source = found.source ? languageName(found.source) : null;
  return (
    <>
      {marked || original ? children : bubble(words)}
      {marked && !original && bubble(words)}
      <p className={classes.line}>
        <span>{source ? t`Machine translation from ${source}` : t`Machine translation`}</span>
        <button
          type="button"
          className={classes.link}
          aria-pressed={original}
          onClick={() => setOriginal((now) => !now)}
        >
          {original ? t`Show translation` : marked ? t`Hide translation` : t`Show original`}
        </button>
      </p>
    </>
  );
}

/** What the agent wrote, where the customer got a translation of it. */
function OwnWords({ found }: { found: TranslationRow }) {
  const language = languageName(found.language);
  return (
    <p className={classes.own}>
      <span className={classes.kind}>
        <Trans>Written in {language}:</Trans>
      </span>{" "}
      <span lang={found.language}>{found.text}</span>
    </p>
  );
}
