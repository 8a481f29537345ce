/** Where the language model is; its key is written and never read back. */

import { t } from "@lingui/core/macro";
import { PasswordInput, TextInput } from "@mantine/core";
import { atField } from "../../../api/problems";
import type { Typed } from "./typed";

interface ModelFieldsProps {
  typed: Typed;
  hasKey: boolean;
  problem: unknown;
  onChange: (change: Partial<Typed>) => void;
}

export function ModelFields({ typed, hasKey, problem, onChange }: ModelFieldsProps) {
  return (
    <>
      <TextInput
        label={t`Address`}
        description={t`The base address of any OpenAI-compatible API; it often ends in /v1.`}
        placeholder={"https://api.example.com/v1"}
        inputMode="url"
        spellCheck={false}
        autoComplete="off"
        value={typed.model_address}
        error={atField(problem, "model_address")}
        onChange={(event) => onChange({ model_address: event.currentTarget.value })}
      />
      <TextInput
        label={t`Model`}
        description={t`Its name, as the API calls it.`}
        spellCheck={false}
        autoComplete="off"
        value={typed.model_name}
        error={atField(problem, "model_name")}
        onChange={(event) => onChange({ model_name: event.currentTarget.value })}
      />
      <PasswordInput
        label={t`Key`}
        description={
          hasKey
            ? t`One is stored. Leave this empty to keep it.`
            : t`Stored encrypted, and never shown again.`
        }
        autoComplete="new-password"
        value={typed.model_key}
        error={atField(problem, "model_key")}
        onChange={(event) => onChange({ model_key: event.currentTarget.value })}
      />
    </>
  );
}
