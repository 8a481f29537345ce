/** What the company says by itself on its pages, rule by rule; the first that fits a page is shown there. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { fetchGreetings, type Greeting, putGreetings } from "../../api/beforeChat";
import { atField } from "../../api/problems";
import { PlusIcon } from "../../shell/icons";
import { useDraft } from "../../ui/drafts";
import { Failure } from "../../ui/Failure";
import { SectionSkeleton } from "../../ui/PageSkeleton";
import { SaveBar } from "../../ui/SaveBar";
import { Section } from "../../ui/Section";
import classes from "../beforeChat/BeforeChat.module.css";
import { writable } from "../beforeChat/languages";
import { Fields } from "../Fields";
import type { SectionProps } from "../SettingsPage";
import { GreetingCard } from "./GreetingCard";
import { GreetingPreview } from "./GreetingPreview";

const KEY = ["greetings"] as const;
const MOST = 10;
const NEW: Greeting = {
  id: "",
  is_on: true,
  pages: [],
  after: 10,
  scroll: 0,
  leaving: false,
  who: "everybody",
  in_hours: false,
  words: {},
};

export default function Greetings({ workspace }: SectionProps) {
  const { data, error, refetch } = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => fetchGreetings(signal),
  });
  if (data) return <GreetingsForm saved={data.greetings} workspace={workspace} />;
  if (error)
    return (
      <Failure problem={error} what={t`The greetings could not be loaded.`} onRetry={() => void refetch()} />
    );
  return <SectionSkeleton fields={3} />;
}

/** Lines that are empty still are not sent. */
const filled = (greeting: Greeting): Greeting => ({
  ...greeting,
  pages: greeting.pages.filter(({ path }) => path.trim()),
});

function GreetingsForm({ saved, workspace }: SectionProps & { saved: Greeting[] }) {
  const client = useQueryClient();
  const draft = useDraft("greetings", { greetings: saved });
  const [open, setOpen] = useState<number | null>(null);
  const { greetings } = draft.fields;
  const languages = writable(
    workspace.languages,
    greetings.map((one) => one.words),
  );
  const [language, setLanguage] = useState(languages[0] ?? "en");
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: putGreetings,
    onSuccess: (now) => {
      client.setQueryData(KEY, now);
      draft.reset();
    },
  });
  const put = (rules: Greeting[]) => draft.change({ greetings: rules });
  const mute = greetings.findIndex(({ words }) => !Object.values(words).some((said) => said.trim()));
  const up = (at: number) => {
    const [before, moved] = greetings.slice(at - 1, at + 1);
    if (!before || !moved) return;
    put([...greetings.slice(0, at - 1), moved, before, ...greetings.slice(at + 1)]);
    setOpen(open === at ? at - 1 : open === at - 1 ? at : open);
  };
  return (
    <>
      <Section
        title={t`On your pages`}
        says={t`A short word beside the chat button. On each page the first one that fits is shown, once, to visitors who are in no conversation and type nowhere; who closes it does not see it again.`}
      >
        <div className={classes.sides}>
          <Fields legend={t`Greetings`}>
            <ol className={classes.cards}>
              {greetings.map((greeting, at) => (
                <GreetingCard
                  // biome-ignore lint/suspicious/noArrayIndexKey: a new one has no id yet, and the order is the rule
                  key={at}
                  greeting={greeting}
                  place={at}
                  open={open === at}
                  languages={languages}
                  language={language}
                  problemOf={(field) => atField(error, `greetings.${at}.${field}`)}
                  onLanguage={setLanguage}
                  onOpen={() => setOpen(open === at ? null : at)}
                  onChange={(part) =>
                    put(greetings.map((one, place) => (place === at ? { ...one, ...part } : one)))
                  }
                  onRemove={() => {
                    put(greetings.filter((_, place) => place !== at));
                    setOpen(null);
                  }}
                  onUp={at > 0 ? () => up(at) : null}
                />
              ))}
            </ol>
            {greetings.length === 0 && (
              <p className={classes.quiet}>
                <Trans>
                  None yet. A good first one: on your pricing page, after ten seconds, “Questions about
                  prices? We answer at once.”
                </Trans>
              </p>
            )}
            {greetings.length < MOST && (
              <Button
                variant="default"
                leftSection={<PlusIcon size={14} />}
                onClick={() => {
                  put([...greetings, NEW]);
                  setOpen(greetings.length);
                }}
              >
                <Trans>Add a greeting</Trans>
              </Button>
            )}
          </Fields>
          <GreetingPreview
            greetings={greetings.map(filled)}
            open={open === null ? undefined : greetings[open]}
            accent={workspace.accent}
            language={language}
            languages={workspace.languages}
          />
        </div>
      </Section>
      <SaveBar
        shown={draft.changed}
        busy={isPending}
        problem={error}
        fields={["greetings"]}
        hindrance={mute < 0 ? null : t`Greeting ${mute + 1} has no words yet.`}
        onSave={() => mutate(greetings.map(filled))}
        onDiscard={() => {
          draft.reset();
          setOpen(null);
          reset();
        }}
      />
    </>
  );
}
