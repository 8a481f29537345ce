/** The widget on the company's site: first words, where it may stand, and how it gets there. */

import { t } from "@lingui/core/macro";
import { TagsInput, TextInput } from "@mantine/core";
import { atField } from "../../api/problems";
import type { Workspace } from "../../api/workspace";
import { useDraft } from "../../ui/drafts";
import { SaveBar } from "../../ui/SaveBar";
import { Section } from "../../ui/Section";
import { Fields } from "../Fields";
import { useChangeWorkspace } from "../workspace";
import { FirstWords } from "./FirstWords";
import { Snippet } from "./Snippet";
import { siteProblem } from "./sites";

const PRIVACY = "https://www.example.com/privacy";
const FIELDS = [
  "assistant_name",
  "greeting",
  "quick_replies",
  "first_words",
  "privacy_url",
  "allowed_sites",
] as const;

/** Empty lines are being typed still: they are not sent. */
const filled = (replies: string[]): string[] => replies.map((reply) => reply.trim()).filter(Boolean);

function sendable({ quick_replies, first_words, ...others }: Partial<Workspace>): Partial<Workspace> {
  return {
    ...others,
    ...(quick_replies && { quick_replies: filled(quick_replies) }),
    ...(first_words && {
      first_words: Object.fromEntries(
        Object.entries(first_words).map(([language, said]) => [
          language,
          { ...said, quick_replies: filled(said.quick_replies) },
        ]),
      ),
    }),
  };
}

export function Widget({ workspace }: { workspace: Workspace }) {
  const { assistant_name, greeting, quick_replies, first_words, privacy_url, allowed_sites } = workspace;
  const draft = useDraft("widget", {
    assistant_name,
    greeting,
    quick_replies,
    first_words,
    privacy_url,
    allowed_sites,
  });
  const { mutate, isPending, error, reset } = useChangeWorkspace();
  const badSite = siteProblem(draft.fields.allowed_sites);
  const mute = draft.fields.greeting.trim() ? null : t`Greet your customers with a few words.`;
  const save = () => mutate(sendable(draft.changes), { onSuccess: draft.reset });
  return (
    <>
      <Section title={t`First words`} says={t`What a customer sees before anything was said.`}>
        <Fields>
          <TextInput
            label={t`Name of the assistant`}
            description={t`Customers see it beside the label that an AI writes. Without one it is the “Assistant”, in their language.`}
            maxLength={40}
            value={draft.fields.assistant_name}
            error={atField(error, "assistant_name")}
            onChange={(event) => draft.change({ assistant_name: event.currentTarget.value })}
          />
          <FirstWords
            fields={draft.fields}
            languages={workspace.languages}
            mute={mute}
            problemOf={(name) => atField(error, name)}
            onChange={draft.change}
          />
          <TextInput
            label={t`Page on privacy`}
            description={t`The widget links to it below the greeting. Empty: no link.`}
            type="url"
            maxLength={500}
            placeholder={PRIVACY}
            value={draft.fields.privacy_url}
            error={atField(error, "privacy_url")}
            onChange={(event) => draft.change({ privacy_url: event.currentTarget.value })}
          />
        </Fields>
      </Section>
      <Section
        title={t`Put it on your site`}
        says={t`Paste this before the closing body tag of each page that should have the chat.`}
      >
        <Snippet widget={workspace.widget} />
      </Section>
      <Section
        title={t`Allowed sites`}
        says={t`Elsewhere the widget refuses to open. While the list is empty it opens anywhere.`}
      >
        <Fields>
          <TagsInput
            label={t`Sites`}
            description={t`Press Enter after each.`}
            placeholder={draft.fields.allowed_sites.length === 0 ? "https://www.example.com" : ""}
            splitChars={[",", " "]}
            value={draft.fields.allowed_sites}
            error={badSite ?? atField(error, "allowed_sites")}
            onChange={(sites) => draft.change({ allowed_sites: sites })}
          />
        </Fields>
      </Section>
      <SaveBar
        shown={draft.changed}
        busy={isPending}
        problem={error}
        fields={FIELDS}
        hindrance={mute ?? badSite}
        onSave={save}
        onDiscard={() => {
          draft.reset();
          reset();
        }}
      />
    </>
  );
}
