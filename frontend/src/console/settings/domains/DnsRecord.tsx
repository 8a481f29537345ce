/** A record for the DNS: type, name and value, each to be copied. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { CopyButton } from "../../ui/CopyButton";
import classes from "./Domains.module.css";

interface DnsRecordProps {
  /** What the record is for. */
  says: string;
  type: string;
  name: string;
  value: string;
}

export function DnsRecord({ says, type, name, value }: DnsRecordProps) {
  return (
    <dl className={classes.record} aria-label={says}>
      <dt className={classes.means}>{says}</dt>
      <dt>
        <Trans>Type</Trans>
      </dt>
      <dd>
        <code>{type}</code>
      </dd>
      <dt>
        <Trans>Name</Trans>
      </dt>
      <dd>
        <code>{name}</code>
        <CopyButton text={name} what={t`the name of the ${type} record`} variant="subtle" />
      </dd>
      <dt>
        <Trans>Value</Trans>
      </dt>
      <dd>
        <code>{value}</code>
        <CopyButton text={value} what={t`the value of the ${type} record`} variant="subtle" />
      </dd>
    </dl>
  );
}
