/** What can be done to many conversations at once: what it will do, and what it did, in words; pure. */

import { plural, t } from "@lingui/core/macro";
import type { Act } from "../../api/lists";
import type { ConversationRow } from "../../desk/wire";

export interface ManyDeed {
  acts: Act[];
  /** Before it is done: "They will be resolved." */
  will: string;
  /** Once it is done: "3 conversations resolved". */
  did: (count: number) => string;
}

export const conversations = (count: number): string =>
  plural(count, { one: "# conversation", other: "# conversations" });

export const tagged = (tag: string): ManyDeed => ({
  acts: [{ do: "tag", add: [tag] }],
  will: t`They will be tagged “${tag}”.`,
  did: (count) => t`${{ those: conversations(count) }} tagged “${tag}”`,
});

export const untagged = (tag: string): ManyDeed => ({
  acts: [{ do: "tag", remove: [tag] }],
  will: t`They will lose the tag “${tag}”.`,
  did: (count) => t`${{ those: conversations(count) }} without “${tag}”`,
});

export const toMe: ManyDeed = {
  acts: [{ do: "assign", agent_id: "me" }],
  will: t`They will be passed to you.`,
  did: (count) => t`${{ those: conversations(count) }} passed to you`,
};

export const toOther = (act: Act, name: string): ManyDeed => ({
  acts: [act],
  will: t`They will be passed to ${name}.`,
  did: (count) => t`${{ those: conversations(count) }} passed to ${name}`,
});

type Priority = ConversationRow["priority"];

export const PRIORITIES: Record<Priority, string> = { urgent: t`Urgent`, high: t`High`, normal: t`Normal` };

export const prioritised = (priority: Priority): ManyDeed => ({
  acts: [{ do: "priority", priority }],
  will: t`Their priority will be: ${{ name: PRIORITIES[priority] }}.`,
  did: (count) => t`${{ those: conversations(count) }}, priority: ${{ name: PRIORITIES[priority] }}`,
});

export const snoozed = (until: Date): ManyDeed => ({
  acts: [{ do: "snooze", until: until.toISOString() }],
  will: t`They will be snoozed.`,
  did: (count) => t`${{ those: conversations(count) }} snoozed`,
});

export const reopened: ManyDeed = {
  acts: [{ do: "reopen" }],
  will: t`They will be opened again.`,
  did: (count) => t`${{ those: conversations(count) }} opened again`,
};

export const resolved: ManyDeed = {
  acts: [{ do: "resolve" }],
  will: t`They will be resolved.`,
  did: (count) => t`${{ those: conversations(count) }} resolved`,
};
