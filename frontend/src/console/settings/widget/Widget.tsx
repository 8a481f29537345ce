/** The widget on the company's site: first words, where it may stand, and how it gets there. */

import { t } from "@lingui/core/macro";
import { TagsInput, Textarea } from "@mantine/core";
import { atField } from "../../api/problems";
import type { Workspace } from "../../api/workspace";
import { useDraft } from "../../ui/drafts";
import { SaveBar } from "../../ui/SaveBar";
import { Section } from "../../ui/Section";
import { Fields } from "../Fields";
import { useChangeWorkspace } from "../workspace";
import { QuickReplies } from "./QuickReplies";
import { Snippet } from "./Snippet";
import { siteProblem } from "./sites";

const FIELDS = ["greeting", "quick_replies", "allowed_sites"] as const;

/** Empty lines are being typed still: they are not sent. */
const filled = (replies: string[]): string[] => replies.map((reply) => reply.trim()).filter(Boolean);

export function Widget({ workspace }: { workspace: Workspace }) {
  const { greeting, quick_replies, allowed_sites } = workspace;
  const draft = useDraft("widget", { greeting, quick_replies, allowed_sites });
  const { mutate, isPending, error, reset } = useChangeWorkspace();
  const badSite = siteProblem(draft.fields.allowed_sites);
  const mute = draft.fields.greeting.trim() ? null : t`Greet your customers with a few words.`;
  const save = () => {
    const { quick_replies: replies, ...others } = draft.changes;
    mutate({ ...others, ...(replies && { quick_replies: filled(replies) }) }, { onSuccess: draft.reset });
  };
  return (
    <>
      <Section title={t`First words`} says={t`What a customer sees before anything was said.`}>
        <Fields>
          <Textarea
            label={t`Greeting`}
            autosize
            minRows={2}
            maxLength={300}
            value={draft.fields.greeting}
            error={mute ?? atField(error, "greeting")}
            onChange={(event) => draft.change({ greeting: event.currentTarget.value })}
          />
          <QuickReplies
            replies={draft.fields.quick_replies}
            problem={atField(error, "quick_replies")}
            onChange={(replies) => draft.change({ quick_replies: replies })}
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
