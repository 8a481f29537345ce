/** Name, languages, and the language of the console; the address and the role are changed by others. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { NativeSelect, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useEffect } from "react";
import type { AccountForm } from "../../shared/api";
import { type Account, changeAccount } from "../api/account";
import { atField } from "../api/problems";
import { useDesk } from "../desk/DeskContext";
import { SPOKEN } from "../shell/language";
import { ROLE_MEANS, ROLE_NAMES } from "../team/roles";
import { carryDrafts, useDraft } from "../ui/drafts";
import { LanguageChoice } from "../ui/LanguageChoice";
import { languageName } from "../ui/languages";
import { tell } from "../ui/notices";
import { SaveBar } from "../ui/SaveBar";
import { Section } from "../ui/Section";
import classes from "./Account.module.css";
import { useReadAccountAgain, useStoreAccount } from "./useAccount";

const FIELDS = ["name", "languages", "language"];

/** Each by the name that its speakers give it: whoever cannot read the console finds their own. */
const CONSOLE_LANGUAGES = [
  { value: "", label: t`As your browser wishes` },
  ...SPOKEN.map((code) => ({ value: code, label: languageName(code, code) })),
];

export function Profile({ account }: { account: Account }) {
  const { name, languages } = account;
  const language = account.language as NonNullable<AccountForm["language"]>;
  const draft = useDraft("account", { name, languages, language });
  const desk = useDesk();
  const store = useStoreAccount();
  const readAgain = useReadAccountAgain();
  const save = useMutation({
    mutationFn: changeAccount,
    onSuccess: (saved) => {
      store(saved);
      draft.reset();
      desk.me.change((me) => ({ ...me, name: saved.name }));
      if (saved.language !== language) return speakAnew();
      tell(t`Saved`);
      readAgain();
    },
  });
  useEffect(() => {
    if (window.location.hash === "#language") document.getElementById("language")?.focus();
  }, []);
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
        label={t`Languages for customers`}
        description={t`Conversations in these are offered to you first.`}
        value={draft.fields.languages}
        error={atField(save.error, "languages")}
        onChange={(chosen) => draft.change({ languages: chosen })}
      />
      <NativeSelect
        id="language"
        label={t`Language of the console`}
        description={t`Also of the letters that Baton writes to you. The page loads anew in it.`}
        data={CONSOLE_LANGUAGES}
        value={draft.fields.language}
        error={atField(save.error, "language")}
        onChange={(event) => draft.change({ language: event.currentTarget.value as typeof language })}
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

/** One language a load; what was typed in other forms comes along. */
function speakAnew(): void {
  carryDrafts();
  window.location.reload();
}
