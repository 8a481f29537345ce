/** Keep the filter in force under a name, for oneself or for the whole desk. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Checkbox, Modal, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { keepFilter } from "../../api/lists";
import { keys } from "../../desk/keys";
import { useMay } from "../../shell/useMay";
import { FormProblem } from "../../ui/FormProblem";
import { tell } from "../../ui/notices";
import { baseOf, filterOf, type InboxView } from "../address";
import classes from "./FilterMenu.module.css";
import "../../ui/forms.css";

export default function SaveFilter({
  view,
  q,
  onClose,
}: {
  view: InboxView;
  q: string;
  onClose: () => void;
}) {
  const client = useQueryClient();
  const mayShare = useMay("conversations.write");
  const [name, setName] = useState("");
  const [shared, setShared] = useState(false);
  const keep = useMutation({
    mutationFn: () =>
      keepFilter({
        name: name.trim(),
        view: baseOf(view),
        filter: { ...filterOf(view), ...(q.trim() && { q: q.trim() }) },
        shared,
      }),
    onSuccess: (kept) => {
      void client.invalidateQueries({ queryKey: keys.filters });
      tell(t`“${kept.name}” stands below the views now`);
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim()) keep.mutate();
  };
  return (
    <Modal opened onClose={onClose} title={t`Keep this filter`} size={400}>
      <form onSubmit={submit}>
        <TextInput
          data-autofocus
          label={t`Name`}
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {mayShare && (
          <Checkbox
            mt="sm"
            label={t`For everybody at the desk`}
            checked={shared}
            onChange={(event) => setShared(event.currentTarget.checked)}
          />
        )}
        <FormProblem problem={keep.error} />
        <div className={classes.foot}>
          <Button variant="default" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" loading={keep.isPending} disabled={!name.trim()}>
            <Trans>Save</Trans>
          </Button>
        </div>
      </form>
    </Modal>
  );
}
