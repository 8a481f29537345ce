/** Who the customer is. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { moment } from "../../../shared/time";
import type { ConversationDetail } from "../../desk/wire";
import { initials } from "../../shell/AccountMenu";
import { Spoken } from "../translating/Languages";
import section from "./Context.module.css";
import classes from "./Customer.module.css";

/** The address on record, else the one that the customer gave in the thread. */
function addressOf(detail: ConversationDetail): string | null {
  const said = detail.handover?.facts.find((fact) => fact.name === "email");
  return detail.customer.email ?? said?.value ?? null;
}

const HOW = { identity: t`Verified by your own server`, code: t`Verified by a code that was mailed` };

type Identity = ConversationDetail["identity"];

/** Which address is proven, and how; unproven ones may be anybody's. */
function Proven({ identity }: { identity: Identity }) {
  const [newest] = identity?.proven ?? [];
  if (!newest)
    return (
      <p className={section.quiet}>
        <Trans>Has not proven who they are</Trans>
      </p>
    );
  return (
    <p
      className={classes.proven}
      title={t`${{ address: newest.email }}, until ${{ when: moment(newest.until) }}`}
    >
      {HOW[newest.how]}
    </p>
  );
}

function SaidByPage({ identity }: { identity: Identity }) {
  const said = Object.entries(identity?.page_attributes ?? {});
  if (said.length === 0) return null;
  return (
    <dl className={classes.said} title={t`As the page around the chat says; nobody has proven it.`}>
      {said.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{String(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What they filled in before the chat, less what stands above already. */
function FilledIn({ identity, above }: { identity: Identity; above: readonly (string | null)[] }) {
  const known: Record<string, string> = { name: t`Name`, email: t`E-mail`, phone: t`Phone` };
  const answers = (identity?.form_answers ?? []).filter((one) => !above.includes(one.value));
  if (answers.length === 0) return null;
  return (
    <dl className={classes.said} title={t`Filled in before the chat; nobody has proven it.`}>
      {answers.map((one) => (
        <div key={one.name}>
          <dt>{one.label || known[one.name]}</dt>
          <dd dir="auto">{one.value}</dd>
        </div>
      ))}
    </dl>
  );
}

export function Customer({ detail }: { detail: ConversationDetail }) {
  const { name } = detail.customer;
  const email = addressOf(detail);
  return (
    <section className={section.section} aria-label={t`Customer`}>
      <h3 className={section.title}>
        <Trans>Customer</Trans>
      </h3>
      <div className={classes.customer}>
        <span className={classes.avatar} aria-hidden="true">
          {initials(name)}
        </span>
        <div>
          <div className={classes.name}>{name}</div>
          {email ? (
            <a className={classes.mail} href={`mailto:${email}`}>
              {email}
            </a>
          ) : (
            <p className={section.quiet}>
              <Trans>No e-mail address yet</Trans>
            </p>
          )}
          <Proven identity={detail.identity} />
          <p className={section.quiet}>
            <Spoken row={detail} />
          </p>
        </div>
      </div>
      <FilledIn identity={detail.identity} above={[name, email]} />
      <SaidByPage identity={detail.identity} />
    </section>
  );
}
