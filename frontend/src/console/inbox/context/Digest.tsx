/** Tags, which the topic may have put on, and a summary on demand, each point with the way to its message. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { fetchSummary, setTags } from "../../api/desk";
import { keys } from "../../desk/keys";
import type { ConversationDetail } from "../../desk/wire";
import { CloseIcon } from "../../shell/icons";
import { useMay } from "../../shell/useMay";
import { FormProblem } from "../../ui/FormProblem";
import { offerUndo, tellFailure } from "../../ui/notices";
import section from "./Context.module.css";
import classes from "./Digest.module.css";

interface DigestProps {
  detail: ConversationDetail;
  onJump: (seq: number) => void;
}

const MOST = 20;
const LONGEST = 40;

export default function Digest({ detail, onJump }: DigestProps) {
  return (
    <section className={section.section} aria-label={t`Tags and summary`}>
      <Tags detail={detail} />
      <Summed key={`${detail.id} ${detail.seq}`} detail={detail} onJump={onJump} />
    </section>
  );
}

function Tags({ detail }: { detail: ConversationDetail }) {
  const mayWrite = useMay("conversations.write");
  const [typed, setTyped] = useState("");
  const client = useQueryClient();
  const show = (tags: string[]) =>
    client.setQueryData<ConversationDetail>(
      keys.conversation(detail.id),
      (known) => known && { ...known, tags },
    );
  const keep = useMutation({
    mutationFn: (tags: string[]) => setTags(detail.id, tags),
    onMutate: show,
    onSuccess: (row) => show(row.tags),
    onError: (problem) => {
      tellFailure(problem);
      return client.invalidateQueries({ queryKey: keys.conversation(detail.id) });
    },
  });
  const change = (tags: string[]) => {
    const before = detail.tags;
    const [gone] = before.filter((tag) => !tags.includes(tag));
    keep.mutate(tags);
    if (gone) {
      offerUndo({
        id: `tags-${detail.id}`,
        says: t`The tag ${gone} was taken off. It does not come back by itself.`,
        undo: () => keep.mutate(before),
      });
    }
  };
  const add = (event: FormEvent) => {
    event.preventDefault();
    const tag = typed.trim().replace(/\s+/g, " ");
    if (tag && !detail.tags.includes(tag)) change([...detail.tags, tag]);
    setTyped("");
  };
  return (
    <form className={classes.tags} onSubmit={add}>
      <ul aria-label={t`Tags`}>
        {detail.tags.map((tag) => (
          <li key={tag}>
            {tag}
            {mayWrite && (
              <button
                type="button"
                aria-label={t`Take off the tag ${tag}`}
                onClick={() => change(detail.tags.filter((one) => one !== tag))}
              >
                <CloseIcon size={10} />
              </button>
            )}
          </li>
        ))}
      </ul>
      {mayWrite && detail.tags.length < MOST && (
        <input
          aria-label={t`Add a tag`}
          placeholder={t`Add a tag`}
          maxLength={LONGEST}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
    </form>
  );
}

function Summed({ detail, onJump }: DigestProps) {
  const ask = useMutation({ mutationFn: () => fetchSummary(detail.id) });
  const points = ask.data?.points;
  return (
    <div className={classes.summary}>
      {points ? (
        points.length === 0 ? (
          <p className={section.quiet}>
            <Trans>Nothing was said yet that could be summed up.</Trans>
          </p>
        ) : (
          <dl aria-label={t`Summary`}>
            {points.map((point) => (
              <div key={`${point.label} ${point.seq} ${point.text}`}>
                <dt>{point.label}</dt>
                <dd>
                  {point.seq > 0 ? (
                    <button type="button" onClick={() => onJump(point.seq)}>
                      {point.text}
                    </button>
                  ) : (
                    point.text
                  )}
                </dd>
              </div>
            ))}
          </dl>
        )
      ) : (
        <Button
          variant="subtle"
          size="compact-xs"
          className={classes.ask}
          loading={ask.isPending}
          onClick={() => ask.mutate()}
        >
          <Trans>Sum it up</Trans>
        </Button>
      )}
      <FormProblem problem={ask.error} />
    </div>
  );
}
