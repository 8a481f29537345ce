/** What a customer reads before anything was said: for everybody, and for readers of one language instead. */

import { t } from "@lingui/core/macro";
import { SegmentedControl, Textarea } from "@mantine/core";
import { useState } from "react";
import type { Workspace } from "../../api/workspace";
import { languageName } from "../../ui/languages";
import { writable } from "../beforeChat/languages";
import { QuickReplies } from "./QuickReplies";

type Said = Pick<Workspace, "greeting" | "quick_replies">;
type Fields = Said & Pick<Workspace, "first_words">;

/** Not the code of any language. */
const EVERYBODY = "*";
const NOTHING: Said = { greeting: "", quick_replies: [] };

interface FirstWordsProps {
  fields: Fields;
  /** The company's; the first one is everybody's. */
  languages: readonly string[];
  mute: string | null;
  problemOf: (field: string) => string | null;
  onChange: (part: Partial<Fields>) => void;
}

export function FirstWords({ fields, languages, mute, problemOf, onChange }: FirstWordsProps) {
  const [chosen, setChosen] = useState(EVERYBODY);
  const written = Object.keys(fields.first_words).map((language) => ({ [language]: "written" }));
  const others = writable(languages.slice(1), written).filter(
    (language) => languages.slice(1).includes(language) || language in fields.first_words,
  );
  const own = chosen !== EVERYBODY;
  const said = own ? (fields.first_words[chosen] ?? NOTHING) : fields;
  const change = (part: Partial<Said>) =>
    onChange(own ? { first_words: { ...fields.first_words, [chosen]: { ...said, ...part } } } : part);
  return (
    <>
      {others.length > 0 && (
        <SegmentedControl
          size="xs"
          style={{ justifySelf: "start" }}
          aria-label={t`Whose first words`}
          data={[
            { value: EVERYBODY, label: t`Everybody` },
            ...others.map((language) => ({ value: language, label: languageName(language) })),
          ]}
          value={chosen}
          onChange={setChosen}
        />
      )}
      <Textarea
        label={t`Greeting`}
        description={own ? t`Left empty, readers of this language find the one for everybody.` : undefined}
        autosize
        minRows={2}
        maxLength={300}
        placeholder={own ? fields.greeting : undefined}
        value={said.greeting}
        error={own ? problemOf(`first_words.${chosen}.greeting`) : (mute ?? problemOf("greeting"))}
        onChange={(event) => change({ greeting: event.currentTarget.value })}
      />
      <QuickReplies
        replies={said.quick_replies}
        problem={problemOf(own ? `first_words.${chosen}.quick_replies` : "quick_replies")}
        onChange={(replies) => change({ quick_replies: replies })}
      />
    </>
  );
}
