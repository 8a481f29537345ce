/** The form as a visitor finds it in the widget. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { type ReactNode, useLayoutEffect, useRef } from "react";
import { wearAccent } from "../../../shared/contrast";
import type { PreChatForm } from "../../api/beforeChat";
import classes from "./BeforeChat.module.css";
import { spoken } from "./languages";

interface FormPreviewProps {
  form: PreChatForm;
  accent: string;
  language: string;
  languages: readonly string[];
}

const CONTACTS = [
  ["name", t`Your name`],
  ["email", t`Your e-mail address`],
  ["phone", t`Your phone number`],
] as const;

function Field({ optional, choice, children }: { optional: boolean; choice?: boolean; children: ReactNode }) {
  return (
    <div>
      <span className={classes.label}>
        {children}{" "}
        {optional && (
          <small>
            <Trans>(optional)</Trans>
          </small>
        )}
      </span>
      <span className={classes.box}>{choice && "⌄"}</span>
    </div>
  );
}

export function FormPreview({ form, accent, language, languages }: FormPreviewProps) {
  const card = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (card.current) wearAccent(card.current.style, accent);
  }, [accent]);
  return (
    <figure className={`${classes.figure} ${classes.aside}`}>
      <div ref={card} className={classes.page} role="img" aria-label={t`The form in the widget`}>
        {form.when === "off" ? (
          <p className={classes.form}>
            <Trans>Nothing is asked: the chat begins at once.</Trans>
          </p>
        ) : (
          <div className={classes.form}>
            <strong>
              {form.when === "first" ? (
                <Trans>Before we start</Trans>
              ) : (
                <Trans>So that a person can help you</Trans>
              )}
            </strong>
            {CONTACTS.map(
              ([name, label]) =>
                form[name] !== "off" && (
                  <Field key={name} optional={form[name] === "optional"}>
                    {label}
                  </Field>
                ),
            )}
            {form.questions.map((one, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a question that is new has no id yet
              <Field key={at} optional={!one.is_required} choice={one.options.length > 0}>
                <span dir="auto">{spoken(one.words, language, languages) || "…"}</span>
              </Field>
            ))}
            {form.consent && (
              <span className={classes.tick}>
                <span />
                <span dir="auto">{spoken(form.consent.words, language, languages) || "…"}</span>
              </span>
            )}
            <span className={classes.go}>
              <Trans>Continue</Trans>
            </span>
          </div>
        )}
      </div>
      <figcaption>
        <Trans>In the widget, in each visitor's language</Trans>
      </figcaption>
    </figure>
  );
}
