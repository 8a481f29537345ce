/** A record for the DNS: type, name and value, each to be copied. */

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
      <dt>Type</dt>
      <dd>
        <code>{type}</code>
      </dd>
      <dt>Name</dt>
      <dd>
        <code>{name}</code>
        <CopyButton text={name} what={`the name of the ${type} record`} variant="subtle" />
      </dd>
      <dt>Value</dt>
      <dd>
        <code>{value}</code>
        <CopyButton text={value} what={`the value of the ${type} record`} variant="subtle" />
      </dd>
    </dl>
  );
}
