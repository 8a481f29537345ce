/** To whom invoices go: name, address of mail, address. */

import { t } from "@lingui/core/macro";
import { Select, TextInput } from "@mantine/core";
import type { Address, Details } from "../../api/billing";
import { atField } from "../../api/problems";
import { useMay } from "../../shell/useMay";
import { useDraft } from "../../ui/drafts";
import { Failure } from "../../ui/Failure";
import { tell } from "../../ui/notices";
import { SectionSkeleton } from "../../ui/PageSkeleton";
import { SaveBar } from "../../ui/SaveBar";
import { Section } from "../../ui/Section";
import plan from "../plan/Plan.module.css";
import { useChangeDetails, useDetails } from "../useBilling";
import { countries } from "./countries";
import own from "./Invoices.module.css";

const FIELDS = ["name", "email", "line1", "line2", "postal_code", "city", "country"] as const;

const addressOf = ({ tax_ids: _, ...address }: Details): Address => address;

export function DetailsSection() {
  const { data: details, error, refetch } = useDetails();
  if (error && !details) {
    return (
      <Failure problem={error} what={t`The address could not be loaded.`} onRetry={() => void refetch()} />
    );
  }
  if (!details) return <SectionSkeleton fields={3} />;
  return (
    <Section
      title={t`Billing details`}
      says={t`As they stand on the next invoice; those that are made stay as they are.`}
    >
      <DetailsForm details={addressOf(details)} />
    </Section>
  );
}

function DetailsForm({ details }: { details: Address }) {
  const draft = useDraft<Address>("billing-details", details);
  const { mutate, isPending, error, reset } = useChangeDetails();
  const mayManage = useMay("billing.manage");
  const { fields } = draft;
  const bind = (name: (typeof FIELDS)[number]) => ({
    value: fields[name] ?? "",
    error: atField(error, name),
    onChange: (event: { currentTarget: HTMLInputElement }) =>
      draft.change({ [name]: event.currentTarget.value }),
  });
  const hindrance = fields.name.trim() === "" ? t`An invoice needs a name.` : null;
  return (
    <>
      <fieldset className={`${plan.fields} ${own.narrow}`} disabled={!mayManage}>
        <div className={own.two}>
          <TextInput label={t`Company`} autoComplete="organization" maxLength={150} {...bind("name")} />
          <TextInput label={t`Invoices by mail to`} type="email" autoComplete="email" {...bind("email")} />
        </div>
        <TextInput
          label={t`Street and number`}
          autoComplete="address-line1"
          maxLength={200}
          {...bind("line1")}
        />
        <TextInput label={t`Address, more`} autoComplete="address-line2" maxLength={200} {...bind("line2")} />
        <div className={own.city}>
          <TextInput
            label={t`Postal code`}
            autoComplete="postal-code"
            maxLength={20}
            {...bind("postal_code")}
          />
          <TextInput label={t`City`} autoComplete="address-level2" maxLength={100} {...bind("city")} />
        </div>
        <Select
          label={t`Country`}
          searchable
          clearable
          data={countries(fields.country)}
          value={fields.country || null}
          error={atField(error, "country")}
          onChange={(country) => draft.change({ country: country ?? "" })}
        />
      </fieldset>
      <SaveBar
        shown={draft.changed}
        busy={isPending}
        problem={error}
        fields={FIELDS}
        hindrance={hindrance}
        onSave={() =>
          mutate(draft.changes, {
            onSuccess: () => {
              draft.reset();
              tell(t`Billing details saved`);
            },
          })
        }
        onDiscard={() => {
          draft.reset();
          reset();
        }}
      />
    </>
  );
}
