/** One domain: whether it is live, the record that proves it, a check at once, and the way to drop it. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Badge, Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { checkDomain, type DomainEntry, removeDomain } from "../../api/domains";
import { useMay } from "../../shell/useMay";
import { Ago } from "../../ui/Ago";
import { Confirm } from "../../ui/Confirm";
import { FormProblem } from "../../ui/FormProblem";
import { DnsRecord } from "./DnsRecord";
import classes from "./Domains.module.css";
import { useDomainList } from "./domainList";

export function DomainCard({ entry }: { entry: DomainEntry }) {
  const { domain, state, record, points_to, problem, checked_at } = entry;
  const live = state === "live";
  const mayManage = useMay("settings.manage");
  const { replaced } = useDomainList();
  const check = useMutation({ mutationFn: () => checkDomain(entry.id), onSuccess: replaced });
  return (
    <article className={classes.card} aria-label={domain}>
      <div className={classes.head}>
        <h3>{domain}</h3>
        <Badge className={classes.state} data-state={state} variant="light" tt="none">
          {live ? t`Live` : t`Waiting for the record`}
        </Badge>
        {entry.primary && (
          <span className={classes.primary}>
            <Trans>Used in links and letters</Trans>
          </span>
        )}
      </div>
      {live ? (
        <p>
          <Trans>
            It leads to your workspace. Keep both records: they prove that the domain is yours, and lead here.
          </Trans>
        </p>
      ) : (
        <p>
          <Trans>
            Add these records where your domain’s DNS is kept. They are often found within minutes, at most
            within a day.
          </Trans>
        </p>
      )}
      <DnsRecord says={t`Proves that it is yours`} {...record} />
      {points_to && <DnsRecord says={t`Leads visitors here`} type="CNAME" name={domain} value={points_to} />}
      <p role="status" className={classes.checked}>
        {checked_at ? (
          <Trans>
            Last checked: <Ago at={checked_at} />.
          </Trans>
        ) : (
          t`Not checked yet.`
        )}{" "}
        {problem}
      </p>
      <FormProblem problem={check.error} />
      {mayManage && (
        <div className={classes.acts}>
          <Button variant="default" size="xs" loading={check.isPending} onClick={() => check.mutate()}>
            <Trans>Check now</Trans>
          </Button>
          <RemoveButton entry={entry} />
        </div>
      )}
    </article>
  );
}

function RemoveButton({ entry }: { entry: DomainEntry }) {
  const [asking, setAsking] = useState(false);
  const { removed } = useDomainList();
  const remove = useMutation({
    mutationFn: () => removeDomain(entry.id),
    onSuccess: () => removed(entry.id),
  });
  const { domain } = entry;
  return (
    <>
      <Button variant="subtle" color="gray" size="xs" onClick={() => setAsking(true)}>
        <Trans>Remove</Trans>
      </Button>
      <Confirm
        opened={asking}
        title={t`Remove ${domain}?`}
        does={t`Remove the domain`}
        busy={remove.isPending}
        problem={remove.error}
        onClose={() => {
          setAsking(false);
          remove.reset();
        }}
        onConfirm={() => remove.mutate()}
      >
        {entry.state === "live" ? (
          <p>
            <Trans>
              From then on nobody reaches your workspace under this name: links in letters and bookmarks with
              it stop working. Your workspace’s own address goes on working.
            </Trans>
          </p>
        ) : (
          <p>
            <Trans>
              It is not live yet, so nobody will notice. You can add it again at any time, with a new record.
            </Trans>
          </p>
        )}
      </Confirm>
    </>
  );
}
