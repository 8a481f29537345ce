/** What happens beyond the bundle: people take over, or more resolutions are bought, up to a limit in money. */

import { plural, t } from "@lingui/core/macro";
import { NumberInput, Radio } from "@mantine/core";
import type { Billing } from "../../api/billing";
import { atField } from "../../api/problems";
import { useMay } from "../../shell/useMay";
import { useDraft } from "../../ui/drafts";
import { tell } from "../../ui/notices";
import { SaveBar } from "../../ui/SaveBar";
import { Section } from "../../ui/Section";
import { separators } from "../../ui/separators";
import classes from "../Billing.module.css";
import { boughtBy, price } from "../money";
import { useChangeLimits } from "../useBilling";
import { isSubscribed } from "../words";
import { type Beyond, FIRST_LIMIT, fieldsOf, type LimitFields, limitsOf } from "./limits";
import own from "./Plan.module.css";

export function OverageSection({ billing }: { billing: Billing }) {
  const { overage, usage, standing, plan } = billing;
  const unit = overage.unit_cents ?? plan.overage_cents;
  const draft = useDraft<LimitFields>("overage", fieldsOf(overage));
  const { mutate, isPending, error, reset } = useChangeLimits();
  const mayManage = useMay("billing.manage");
  const { beyond, limit_cents: limit } = draft.fields;
  if (unit === null || usage.included === null || !isSubscribed(billing)) return null;
  const each = price(unit);
  const hindrance = beyond === "limited" && !limit ? t`Say how much it may cost at most.` : null;
  const choose = (next: Beyond) =>
    draft.change({ beyond: next, limit_cents: next === "limited" ? (limit ?? FIRST_LIMIT) : limit });
  const save = () =>
    mutate(limitsOf(draft.fields), {
      onSuccess: () => {
        draft.reset();
        tell(t`Saved. It holds from now on.`);
      },
    });
  return (
    <Section
      title={t`Beyond the bundle`}
      says={plural(plan.included, {
        one: "# resolution a month is in the price. What happens after it is up to you.",
        other: "# resolutions a month are in the price. What happens after those is up to you.",
      })}
    >
      {standing !== "active" && (
        <p className={classes.quiet}>
          {standing === "trial"
            ? t`More can be bought once your trial is over and the subscription has begun.`
            : t`More can be bought again once the open invoice is paid.`}
        </p>
      )}
      <fieldset className={own.fields} disabled={!mayManage || standing !== "active"}>
        <Radio.Group
          aria-label={t`What happens beyond the bundle`}
          value={beyond}
          onChange={(next) => choose(next as Beyond)}
        >
          <div className={own.choices}>
            <Radio
              value="stop"
              label={t`Stop: your people take over`}
              description={t`The assistant begins no new conversation until the period ends. Customers wait for a person or leave a message, and never hear of money. No bill beyond your seats.`}
            />
            <Radio
              value="limited"
              label={t`Go on at ${each} each, up to a limit`}
              description={t`At the limit it stops as above. You are told at 50, 80 and 100%.`}
            />
            {beyond === "limited" && (
              <NumberInput
                className={own.limit}
                label={t`At most in a month`}
                description={
                  limit
                    ? plural(boughtBy(limit, unit), {
                        one: "# more resolution.",
                        other: "# more resolutions.",
                      })
                    : null
                }
                prefix="€ "
                min={1}
                max={100_000}
                decimalScale={2}
                allowNegative={false}
                {...separators()}
                value={limit === null ? "" : limit / 100}
                error={atField(error, "overage_limit_cents")}
                onChange={(value) =>
                  draft.change({ limit_cents: typeof value === "number" ? Math.round(value * 100) : null })
                }
              />
            )}
            <Radio
              value="open"
              label={t`Go on at ${each} each, without a limit`}
              description={t`No conversation is ever held back. You are told at 50, 80 and 100% of the bundle.`}
            />
          </div>
        </Radio.Group>
      </fieldset>
      <SaveBar
        shown={draft.changed}
        busy={isPending}
        problem={error}
        fields={["overage_limit_cents"]}
        hindrance={hindrance}
        onSave={save}
        onDiscard={() => {
          draft.reset();
          reset();
        }}
      />
    </Section>
  );
}
