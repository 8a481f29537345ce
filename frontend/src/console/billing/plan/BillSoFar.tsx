/** The running bill: what the next invoice would say if it were made now. */

import { t } from "@lingui/core/macro";
import { Plural, Trans } from "@lingui/react/macro";
import type { Billing } from "../../api/billing";
import { Section } from "../../ui/Section";
import classes from "../Billing.module.css";
import { isEmpty, money, price } from "../money";
import { count, dayOf, given, spanOf, withoutWords } from "../words";

export function BillSoFar({ billing }: { billing: Billing }) {
  const { bill, usage } = billing;
  const { currency } = bill;
  return (
    <Section title={t`Bill so far`} says={whenOf(billing)}>
      {isEmpty(bill) ? (
        <p className={classes.says}>
          <Trans>Nothing so far.</Trans>
        </p>
      ) : (
        <table className={classes.sums} aria-label={t`Bill so far`}>
          <tbody>
            {bill.lines.map((line) => (
              <tr key={line.words}>
                <th scope="row">
                  {line.words}
                  {line.quantity > 1 && (
                    <small>
                      {count(line.quantity)} × {price(line.unit_cents, currency)}
                    </small>
                  )}
                </th>
                <td>{given(line.cents, currency)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">
                <Trans>So far</Trans>
                <small>{withoutWords(billing)}</small>
              </th>
              <td>{money(bill.total_cents, currency)}</td>
            </tr>
          </tfoot>
        </table>
      )}
      {usage.not_charged > 0 && (
        <p className={classes.quiet}>
          <Plural
            value={usage.not_charged}
            one="# resolution came above your limit and is never charged."
            other="# resolutions came above your limit and are never charged."
          />
        </p>
      )}
    </Section>
  );
}

/** For which time it is, and when it becomes an invoice; seats that are paid by the year often have none in a month. */
function whenOf({ bill: { next_at }, period: { start, end } }: Billing): string {
  const span = spanOf(start, end);
  if (!next_at) return t`For ${span}.`;
  const day = dayOf(next_at);
  return Date.parse(next_at) > Date.parse(end)
    ? t`Nothing is due for ${span}. The next invoice is made on ${day}.`
    : t`For ${span}; the invoice is made on ${day}.`;
}
