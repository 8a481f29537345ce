/** Name and languages; the address and the role are changed by others. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type Account, changeAccount } from "../api/account";
import { atField } from "../api/problems";
import { useDesk } from "../desk/DeskContext";
import { ROLE_MEANS, ROLE_NAMES } from "../team/roles";
import { useDraft } from "../ui/drafts";
import { LanguageChoice } from "../ui/LanguageChoice";
import { tell } from "../ui/notices";
import { SaveBar } from "../ui/SaveBar";
import { Section } from "../ui/Section";
import classes from "./Account.module.css";
import { useReadAccountAgain, useStoreAccount } from "./useAccount";

const FIELDS = ["name", "languages"];

export function Profile({ account }: { account: Account }) {
  const { name, languages } = account;
  const draft = useDraft("account", { name, languages });
  const desk = useDesk();
  const store = useStoreAccount();
  const readAgain = useReadAccountAgain();
  const save = useMutation({
    mutationFn: changeAccount,
    onSuccess: (saved) => {
      store(saved);
      draft.reset();
      desk.me.change((me) => ({ ...me, name: saved.name }));
      tell(t`Saved`);
      readAgain();
    },
  });
  return (
    <Section title={t`Profile`}>
      <TextInput
        label={t`Name`}
        description={t`Your team sees all of it, customers the first part.`}
        required
        maxLength={80}
        autoComplete="name"
        value={draft.fields.name}
        error={atField(save.error, "name")}
        onChange={(event) => draft.change({ name: event.currentTarget.value })}
      />
      <LanguageChoice
        label={t`Languages`}
        description={t`Conversations in these are offered to you first.`}
        value={draft.fields.languages}
        error={atField(save.error, "languages")}
        onChange={(chosen) => draft.change({ languages: chosen })}
      />
      <dl className={classes.facts}>
        <dt>
          <Trans>E-mail</Trans>
        </dt>
        <dd>{account.email}</dd>
        <dt>
          <Trans>Role</Trans>
        </dt>
        <dd>
          {ROLE_NAMES[account.role]}
          <span>{ROLE_MEANS[account.role]}</span>
        </dd>
      </dl>
      <SaveBar
        shown={draft.changed}
        busy={save.isPending}
        problem={save.error}
        fields={FIELDS}
        hindrance={draft.fields.name.trim() ? null : t`Write your name first.`}
        onSave={() => save.mutate(draft.changes)}
        onDiscard={() => {
          draft.reset();
          save.reset();
        }}
      />
    </Section>
  );
}
