/** Host names of the company's own: added, proven by a record in the DNS, checked, removed. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, TextInput } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { addDomain, listDomains } from "../../api/domains";
import { atField } from "../../api/problems";
import type { Workspace } from "../../api/workspace";
import { Bone } from "../../ui/Bone";
import { Empty } from "../../ui/Empty";
import { Failure } from "../../ui/Failure";
import { FormProblem } from "../../ui/FormProblem";
import { Section } from "../../ui/Section";
import { Fields } from "../Fields";
import { DomainCard } from "./DomainCard";
import classes from "./Domains.module.css";
import { domainsKey, useDomainList } from "./domainList";

const LOOK_EVERY = 15_000;

export function Domains({ workspace }: { workspace: Workspace }) {
  const { data, error, refetch } = useQuery({
    queryKey: domainsKey,
    queryFn: ({ signal }) => listDomains(signal),
    // One that waits may come alive while it is looked at.
    refetchInterval: (query) =>
      query.state.data?.data.some(({ state }) => state === "waiting") ? LOOK_EVERY : false,
  });
  const domains = data?.data;
  return (
    <>
      <Section
        title={t`Address of your workspace`}
        says={
          <>
            <Trans>Always there, whatever happens to the others:</Trans> <strong>{workspace.host}</strong>
          </>
        }
      />
      <Section title={t`Your own domains`}>
        {error && (
          <Failure
            problem={error}
            what={t`The domains could not be loaded.`}
            onRetry={() => void refetch()}
          />
        )}
        {!error && !domains && <Bone width="100%" height={120} />}
        {domains?.length === 0 && (
          <Empty title={t`No domain of your own yet`}>
            <p>
              <Trans>
                Add one such as help.example.com. You get a record for your DNS that proves it is yours; once
                it is found, the domain works.
              </Trans>
            </p>
          </Empty>
        )}
        {domains?.map((domain) => (
          <DomainCard key={domain.id} entry={domain} />
        ))}
        <Fields legend={t`Add a domain`}>
          <NewDomain />
        </Fields>
      </Section>
    </>
  );
}

function NewDomain() {
  const [domain, setDomain] = useState("");
  const { added } = useDomainList();
  const { mutate, isPending, error, reset } = useMutation({ mutationFn: addDomain });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const typed = domain.trim().toLowerCase();
    if (!typed) return;
    mutate(typed, {
      onSuccess: (entry) => {
        added(entry);
        setDomain("");
      },
    });
  };
  return (
    <form className={classes.add} onSubmit={submit} noValidate>
      <TextInput
        label={t`Add a domain`}
        placeholder={"help.example.com"}
        inputMode="url"
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
        value={domain}
        error={atField(error, "domain")}
        onChange={(event) => {
          setDomain(event.currentTarget.value);
          reset();
        }}
      />
      <Button type="submit" variant="default" loading={isPending} disabled={!domain.trim()}>
        <Trans>Add</Trans>
      </Button>
      <FormProblem problem={error} fields={["domain"]} />
    </form>
  );
}
