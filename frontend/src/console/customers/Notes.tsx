/** What colleagues note about a person, for each other. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { ActionIcon, Button, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { Person } from "../api/customers";
import { CloseIcon } from "../shell/icons";
import { Ago } from "../ui/Ago";
import { FormProblem } from "../ui/FormProblem";
import classes from "./Person.module.css";
import { useNotes } from "./usePerson";

export function Notes({ id, person, mayChange }: { id: string; person: Person; mayChange: boolean }) {
  const { add, remove } = useNotes(id, person);
  const [typed, setTyped] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim()) add.mutate(typed.trim(), { onSuccess: () => setTyped("") });
  };
  return (
    <>
      {person.notes.length > 0 && (
        <ul className={classes.notes} aria-label={t`Notes about the customer`}>
          {person.notes.map((note) => {
            const title = note.text.slice(0, 40);
            return (
              <li key={note.id} className={classes.note}>
                <p>{note.text}</p>
                <small>
                  {note.author?.name ?? t`Somebody`} · <Ago at={note.created_at} past />
                </small>
                {mayChange && (
                  <ActionIcon
                    className={classes.gone}
                    variant="transparent"
                    color="gray"
                    size="sm"
                    aria-label={t`Remove the note “${title}”`}
                    onClick={() => remove.mutate(note)}
                  >
                    <CloseIcon size={10} />
                  </ActionIcon>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {mayChange && (
        <form className={classes.addNote} onSubmit={submit}>
          <Textarea
            aria-label={t`Note about the customer`}
            placeholder={t`Note something that stays true, such as “prefers calls”`}
            autosize
            minRows={1}
            maxRows={6}
            maxLength={2000}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          {typed.trim() && (
            <Button type="submit" size="xs" loading={add.isPending}>
              <Trans>Keep the note</Trans>
            </Button>
          )}
          <FormProblem problem={add.error} />
        </form>
      )}
    </>
  );
}
