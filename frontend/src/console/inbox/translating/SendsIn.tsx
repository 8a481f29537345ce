/** In which language a reply goes out; a press chooses between the customer's and one's own. */

import { t } from "@lingui/core/macro";
import { languageName } from "../../ui/languages";
import { useTranslating } from "./Translating";
import classes from "./Translating.module.css";

export function SendsIn({ language }: { language: string }) {
  const { available, sends, onSends } = useTranslating();
  if (!available) return null;
  const name = languageName(language);
  return (
    <button
      type="button"
      className={classes.sends}
      data-on={sends || undefined}
      aria-pressed={sends}
      aria-label={t`Send in ${name}`}
      title={
        sends
          ? t`Your reply is translated, and you see it before it goes`
          : t`Your reply goes as you write it`
      }
      onClick={onSends}
    >
      {sends ? t`Sends in ${name}` : t`Sends as written`}
    </button>
  );
}
