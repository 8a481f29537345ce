/** Write a topic: its name, how the assistant acts in it, and examples, some of them what customers really wrote. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Modal, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { type FormEvent, useState } from "react";
import { atField } from "../../api/problems";
import type { Topic } from "../../api/topics";
import { MODES } from "../../settings/assistant/modeList";
import { useMay } from "../../shell/useMay";
import { FormProblem } from "../../ui/FormProblem";
import { Suggestions } from "./Suggestions";
import classes from "./Topics.module.css";
import { draftOf, examplesOf, fieldsOf, hindrance, standing, type TopicDraft, withLine } from "./topicForm";
import { useRemoveTopic, useSaveTopic } from "./useTopics";

const FIELDS = ["name", "description", "examples", "mode", "tag", "team"];
const AS_ELSEWHERE = { value: "", label: t`As everywhere else` };

interface TopicDialogProps {
  topic: Topic | null;
  opened: boolean;
  onClose: () => void;
}

export function TopicDialog({ topic, opened, onClose }: TopicDialogProps) {
  const name = topic?.name;
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      closeOnClickOutside={false}
      title={name ? t`Topic ${name}` : t`A new topic`}
      size={620}
    >
      <TopicForm topic={topic} onClose={onClose} />
    </Modal>
  );
}

function TopicForm({ topic, onClose }: Omit<TopicDialogProps, "opened">) {
  const [draft, setDraft] = useState<TopicDraft>(() => draftOf(topic));
  const change = (part: Partial<TopicDraft>) => setDraft((before) => ({ ...before, ...part }));
  const maySetModes = useMay("settings.manage");
  const save = useSaveTopic(topic);
  const remove = useRemoveTopic();
  const wrong = hindrance(draft);
  const examples = examplesOf(draft.lines);
  const store = () => {
    if (draft.name.trim() && !wrong && !save.isPending) save.mutate(fieldsOf(draft), { onSuccess: onClose });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    store();
  };
  useHotkeys([["mod+S", store]], []);
  return (
    <form className={classes.form} onSubmit={submit}>
      <TextInput
        data-autofocus
        label={t`Name`}
        placeholder={t`Refunds`}
        required
        maxLength={80}
        value={draft.name}
        error={atField(save.error, "name")}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <TextInput
        label={t`What it is about`}
        placeholder={t`Customers who want their money back`}
        maxLength={300}
        value={draft.description}
        error={atField(save.error, "description")}
        onChange={(event) => change({ description: event.currentTarget.value })}
      />
      <NativeSelect
        label={t`How the assistant acts in it`}
        data={[AS_ELSEWHERE, ...MODES.map(({ value, name }) => ({ value, label: name }))]}
        description={maySetModes ? undefined : t`Admins choose it.`}
        disabled={!maySetModes}
        value={draft.mode}
        onChange={(event) => change({ mode: event.currentTarget.value as TopicDraft["mode"] })}
      />
      <div className={classes.pair}>
        <TextInput
          label={t`Tag`}
          description={t`Put on its conversations by itself.`}
          placeholder={t`refund`}
          maxLength={40}
          value={draft.tag}
          error={atField(save.error, "tag")}
          onChange={(event) => change({ tag: event.currentTarget.value })}
        />
        <TextInput
          label={t`Team`}
          description={t`Gets it where no rule names a team.`}
          placeholder={t`Customer care`}
          maxLength={80}
          value={draft.team}
          error={atField(save.error, "team")}
          onChange={(event) => change({ team: event.currentTarget.value })}
        />
      </div>
      <Textarea
        label={t`Examples`}
        description={`${t`What customers write, a line each.`} ${standing(examples.length)}.`}
        placeholder={t`I want my money back
Can I get a refund?
Please refund my order`}
        rows={7}
        autosize
        minRows={5}
        maxRows={12}
        value={draft.lines}
        error={wrong ?? atField(save.error, "examples")}
        onChange={(event) => change({ lines: event.currentTarget.value })}
      />
      {topic && (
        <Suggestions
          topic={topic}
          taken={examples}
          onTake={(line) => change({ lines: withLine(draft.lines, line) })}
        />
      )}
      <FormProblem problem={save.error} fields={FIELDS} />
      <div className={classes.foot}>
        <Button type="submit" loading={save.isPending} disabled={wrong !== null}>
          {topic ? t`Save` : t`Add the topic`}
        </Button>
        <Button variant="default" onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
        {topic && (maySetModes || topic.mode === "") && (
          <Button
            variant="subtle"
            color="red"
            className={classes.remove}
            loading={remove.isPending}
            onClick={() => remove.mutate(topic, { onSuccess: onClose })}
          >
            <Trans>Remove</Trans>
          </Button>
        )}
      </div>
    </form>
  );
}
