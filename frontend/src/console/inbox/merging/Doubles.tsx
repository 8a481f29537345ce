/** Records that may be the same person, with what speaks for each; and those that were merged already. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type Double, notDoubles, type Person, undoMerge } from "../../api/customers";
import classes from "../../customers/Person.module.css";
import { personKey, useDoubles, useReadPersonAgain } from "../../customers/usePerson";
import { Ago } from "../../ui/Ago";
import { tell, tellFailure } from "../../ui/notices";
import { MergeDialog } from "./MergeDialog";

interface DoublesProps {
  /** The record that the reader came from. */
  id: string;
  person: Person;
  mayChange: boolean;
}

export function Doubles({ id, person, mayChange }: DoublesProps) {
  const { data } = useDoubles(person.id, mayChange);
  const [merging, setMerging] = useState<Double | null>(null);
  const readAgain = useReadPersonAgain();
  const refuse = useMutation({
    mutationFn: (other: Double) => notDoubles(person.id, other.id),
    onSuccess: () => {
      tell(t`They are two people, then. Neither is suggested for the other any more.`);
      void readAgain();
    },
    onError: tellFailure,
  });
  const found = data?.data ?? [];
  return (
    <>
      {person.merges.map((merge) => (
        <Merged key={merge.id} id={id} person={person} merge={merge} mayChange={mayChange} />
      ))}
      {found.map((double) => (
        <div key={double.id} className={classes.double}>
          <strong>
            {double.name}
            {double.email && ` · ${double.email}`}
          </strong>
          <p>{double.reasons.join(". ")}.</p>
          <div className={classes.acts}>
            <Button variant="default" size="xs" onClick={() => setMerging(double)}>
              <Trans>Same person?</Trans>
            </Button>
            <Button
              variant="subtle"
              color="gray"
              size="xs"
              loading={refuse.isPending}
              onClick={() => refuse.mutate(double)}
            >
              <Trans>Two people</Trans>
            </Button>
          </div>
        </div>
      ))}
      <MergeDialog id={id} person={person} other={merging} onClose={() => setMerging(null)} />
    </>
  );
}

interface MergedProps extends DoublesProps {
  merge: Person["merges"][number];
}

function Merged({ id, person, merge, mayChange }: MergedProps) {
  const client = useQueryClient();
  const readAgain = useReadPersonAgain();
  const undo = useMutation({
    mutationFn: () => undoMerge(person.id, merge.id),
    onSuccess: (stored) => {
      client.setQueryData(personKey(id), stored);
      tell(t`They are two people again, each with what was theirs.`);
      void readAgain();
    },
    onError: tellFailure,
  });
  return (
    <p className={classes.merged}>
      <Trans>
        Also {{ name: merge.taken.name }}, says {{ who: merge.by?.name ?? t`somebody` }},{" "}
        <Ago at={merge.at} past />. What each record proved counts for itself alone.
      </Trans>{" "}
      {mayChange && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          loading={undo.isPending}
          onClick={() => undo.mutate()}
        >
          <Trans>Take it back</Trans>
        </Button>
      )}
    </p>
  );
}
