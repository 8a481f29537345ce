/** Before two records become one person: what comes together, what differs, and what to think of first. */

import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Modal } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type MergePreview, mergeCustomers, type Person, previewMerge, undoMerge } from "../../api/customers";
import classes from "../../customers/Person.module.css";
import { personKey, useReadPersonAgain } from "../../customers/usePerson";
import { Bone } from "../../ui/Bone";
import confirm from "../../ui/Confirm.module.css";
import { Failure } from "../../ui/Failure";
import { FormProblem } from "../../ui/FormProblem";
import { offerUndo, tellFailure } from "../../ui/notices";

interface MergeDialogProps {
  id: string;
  person: Person;
  other: { id: string; name: string } | null;
  onClose: () => void;
}

export function MergeDialog({ id, person, other, onClose }: MergeDialogProps) {
  return (
    <Modal opened={other !== null} onClose={onClose} title={t`Is this ${person.name}, too?`} size={520}>
      {other && <Body id={id} person={person} other={other} onClose={onClose} />}
    </Modal>
  );
}

function Body({ id, person, other, onClose }: MergeDialogProps & { other: { id: string; name: string } }) {
  const client = useQueryClient();
  const readAgain = useReadPersonAgain();
  const { data, error, refetch } = useQuery({
    queryKey: ["customer", person.id, "merge", other.id],
    queryFn: ({ signal }) => previewMerge(person.id, other.id, signal),
    staleTime: 0,
  });
  const merge = useMutation({
    mutationFn: () => mergeCustomers(person.id, other.id),
    onSuccess: (stored) => {
      client.setQueryData(personKey(id), stored);
      void readAgain();
      onClose();
      const made = stored.merges.find(({ taken }) => taken.id === other.id);
      const undo = () => made && void undoMerge(stored.id, made.id).then(readAgain, tellFailure);
      offerUndo({
        id: `merge-${other.id}`,
        says: t`${{ one: other.name }} is ${{ kept: stored.name }}, too.`,
        undo,
      });
    },
  });
  if (error)
    return (
      <Failure problem={error} what={t`The preview could not be loaded.`} onRetry={() => void refetch()} />
    );
  if (!data) return <Bone width="100%" height={160} />;
  return (
    <>
      <Preview preview={data} />
      <FormProblem problem={merge.error} />
      <div className={confirm.foot}>
        <Button variant="default" onClick={onClose} data-autofocus>
          <Trans>Cancel</Trans>
        </Button>
        <Button disabled={data.refused !== null} loading={merge.isPending} onClick={() => merge.mutate()}>
          <Trans>Yes, one person</Trans>
        </Button>
      </div>
    </>
  );
}

function broughtInWords({ conversations: count, live }: MergePreview["brings"]): string {
  const conversations = plural(count, { one: "# conversation", other: "# conversations" });
  return live > 0 ? t`${conversations} (${live} open)` : conversations;
}

function Preview({ preview }: { preview: MergePreview }) {
  const { brings, kept, taken } = preview;
  return (
    <div className={classes.compare}>
      {preview.refused && (
        <p className={classes.warning} role="alert">
          {preview.refused}
        </p>
      )}
      {preview.warnings.map((warning) => (
        <p key={warning} className={classes.warning}>
          {warning}
        </p>
      ))}
      <p>
        <Trans>
          The desk sees {{ taken: taken.name }} under {{ kept: kept.name }}, with{" "}
          {{ conversations: broughtInWords(brings) }} and{" "}
          {{ orders: plural(brings.orders, { one: "# order", other: "# orders" }) }}. Each record keeps what
          is its own, so this gives nobody a right, and you can take it back at any time.
        </Trans>
      </p>
      {preview.reasons.length > 0 && (
        <ul>
          {preview.reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      {preview.attributes.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Differs</Trans>
              </th>
              <th scope="col">{kept.name}</th>
              <th scope="col">{taken.name}</th>
            </tr>
          </thead>
          <tbody>
            {preview.attributes.map((one) => (
              <tr key={one.name}>
                <th scope="row">{one.name}</th>
                <td>{one.kept === null ? "" : String(one.kept)}</td>
                <td>{one.taken === null ? "" : String(one.taken)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
