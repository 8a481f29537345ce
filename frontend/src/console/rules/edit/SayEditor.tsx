/** What the customer reads when the rule decides, in each language, as it will look. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import type { Rule } from "../../api/rules";
import { languageName } from "../../ui/languages";
import { useBuilder } from "../book/BuilderContext";
import { type PlacedProblem, problemAt } from "../document/book";
import classes from "./Edit.module.css";

interface SayEditorProps {
  rule: Rule;
  problems: readonly PlacedProblem[];
  onChange: (change: Partial<Rule>, about?: string) => void;
}

const FALLBACK = "en";
const LONGEST = 1_000;

export function SayEditor({ rule, problems, onChange }: SayEditorProps) {
  const { catalogue, mayWrite } = useBuilder();
  const languages = [...new Set([FALLBACK, ...catalogue.languages, ...Object.keys(rule.say)])];
  const [language, show] = useState(languages[0] ?? FALLBACK);
  const typed = rule.say[language] ?? "";
  const usual = catalogue.words[rule.trigger]?.[language];
  const put = (text: string, about?: string) => {
    const { [language]: _, ...others } = rule.say;
    onChange({ say: text ? { ...others, [language]: text } : others }, about);
  };
  const name = languageName(language);
  const fallback = languageName(FALLBACK);
  const wrong =
    problemAt(problems, `say.${language}`) ?? problems.find(({ place }) => place === "say")?.problem;
  return (
    <>
      <fieldset className={classes.languages}>
        <legend className="sr">
          <Trans>Language of the words</Trans>
        </legend>
        {languages.map((code) => (
          <button
            key={code}
            type="button"
            aria-pressed={code === language}
            data-missing={!rule.say[code] || undefined}
            data-wrong={problemAt(problems, `say.${code}`) ? true : undefined}
            onClick={() => show(code)}
          >
            {languageName(code)}
            {!rule.say[code] && (
              <span className="sr">
                {" "}
                <Trans>(no words yet)</Trans>
              </span>
            )}
          </button>
        ))}
      </fieldset>
      {mayWrite && (
        <Textarea
          aria-label={t`Words in ${name}`}
          placeholder={
            language === FALLBACK
              ? "I'm passing you to a colleague."
              : t`Without words, the ${fallback} ones are used.`
          }
          autosize
          minRows={2}
          maxRows={8}
          maxLength={LONGEST}
          value={typed}
          error={wrong}
          onChange={(event) => put(event.currentTarget.value, `say ${language}`)}
        />
      )}
      <div className={classes.preview}>
        <span>
          <Trans>The customer reads</Trans>
        </span>
        <p lang={typed ? language : FALLBACK}>{typed || rule.say[FALLBACK] || t`Nothing yet.`}</p>
      </div>
      {mayWrite && usual && usual !== typed && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          className={classes.usual}
          onClick={() => put(usual)}
        >
          <Trans>Use the usual words</Trans>
        </Button>
      )}
    </>
  );
}
