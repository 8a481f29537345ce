/** Name, address, language and attributes of a person, each put right in place. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Modal, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { Person, PersonChange } from "../api/customers";
import { atField } from "../api/problems";
import { listed } from "../shell/locale";
import confirm from "../ui/Confirm.module.css";
import { FormProblem } from "../ui/FormProblem";
import { languageName } from "../ui/languages";
import { changeOf, type Pair, pairsOf } from "./attributes";
import classes from "./Person.module.css";
import { useChangePerson } from "./usePerson";

export function Attributes({ id, person, mayChange }: { id: string; person: Person; mayChange: boolean }) {
  const [editing, setEditing] = useState(false);
  const said = Object.entries(person.attributes);
  const language = languageName(person.language);
  const { name: called } = person;
  return (
    <>
      <dl className={classes.facts}>
        <div>
          <dt>
            <Trans>Language</Trans>
          </dt>
          <dd>{language}</dd>
        </div>
        {said.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {String(value)}
              <Others person={person} name={name} />
            </dd>
          </div>
        ))}
      </dl>
      {mayChange && (
        <Button variant="default" size="xs" className={classes.edit} onClick={() => setEditing(true)}>
          <Trans>Edit</Trans>
        </Button>
      )}
      <Modal opened={editing} onClose={() => setEditing(false)} title={t`Edit ${called}`} size={460}>
        <EditForm id={id} person={person} onClose={() => setEditing(false)} />
      </Modal>
    </>
  );
}

/** The values that other records of the person have for the same. */
function Others({ person, name }: { person: Person; name: string }) {
  const [kept, ...others] = person.records;
  const differ = others.filter(
    (one) => name in one.attributes && one.attributes[name] !== kept?.attributes[name],
  );
  if (differ.length === 0) return null;
  const values = listed([...new Set(differ.map((one) => String(one.attributes[name])))]);
  return (
    <span className={classes.other}>
      <Trans>also {values}</Trans>
    </span>
  );
}

function EditForm({ id, person, onClose }: { id: string; person: Person; onClose: () => void }) {
  const change = useChangePerson(id, person);
  const [name, setName] = useState(person.name);
  const [email, setEmail] = useState(person.email ?? "");
  const [language, setLanguage] = useState(person.language);
  const [pairs, setPairs] = useState<Pair[]>(() => [...pairsOf(person.attributes), { name: "", value: "" }]);
  const set = (at: number, part: Partial<Pair>) => {
    const next = pairs.map((pair, number) => (number === at ? { ...pair, ...part } : pair));
    const last = next.at(-1);
    setPairs(last?.name || last?.value ? [...next, { name: "", value: "" }] : next);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const attributes = changeOf(person.attributes, pairs);
    const fields: PersonChange = { name, email, language, attributes };
    const back: PersonChange = {
      name: person.name,
      email: person.email ?? "",
      language: person.language,
      attributes: {
        ...Object.fromEntries(Object.keys(attributes).map((key) => [key, null])),
        ...person.attributes,
      },
    };
    change.mutate({ change: fields, back, says: t`${name} was changed.` }, { onSuccess: onClose });
  };
  const problem = (field: string) => atField(change.error, field);
  return (
    <form onSubmit={submit} className={classes.form} noValidate>
      <TextInput
        data-autofocus
        label={t`Name`}
        value={name}
        error={problem("name")}
        onChange={(e) => setName(e.currentTarget.value)}
      />
      <TextInput
        type="email"
        label={t`E-mail address`}
        description={
          person.external_id
            ? t`Your own server says which one it is.`
            : t`Replies by mail go there. It proves nothing: orders stay closed until they prove it.`
        }
        disabled={person.external_id !== null}
        value={email}
        error={problem("email")}
        onChange={(e) => setEmail(e.currentTarget.value)}
      />
      <TextInput
        label={t`Language`}
        description={t`Like en or de`}
        value={language}
        error={problem("language")}
        onChange={(e) => setLanguage(e.currentTarget.value)}
      />
      <fieldset className={classes.pairs}>
        <legend>
          <Trans>Attributes</Trans>
        </legend>
        {pairs.map((pair, at) => {
          const number = at + 1;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a pair has no other name while it is typed
            <div key={at}>
              <TextInput
                aria-label={t`Name of attribute ${number}`}
                placeholder={t({ message: "plan", context: "an attribute" })}
                value={pair.name}
                onChange={(e) => set(at, { name: e.currentTarget.value })}
              />
              <TextInput
                aria-label={t`Value of attribute ${number}`}
                placeholder={t`Empty forgets it`}
                value={pair.value}
                onChange={(e) => set(at, { value: e.currentTarget.value })}
              />
            </div>
          );
        })}
      </fieldset>
      <FormProblem problem={change.error} fields={["name", "email", "language"]} />
      <div className={confirm.foot}>
        <Button variant="default" onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
        <Button type="submit" loading={change.isPending}>
          <Trans>Save</Trans>
        </Button>
      </div>
    </form>
  );
}
