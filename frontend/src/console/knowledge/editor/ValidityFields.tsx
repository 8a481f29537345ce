/** From when until when the assistant may quote the article, in the reader's own time. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { TextInput } from "@mantine/core";
import type { ArticleFields } from "../../api/articles";
import classes from "./Editor.module.css";
import { fromLocal, toLocal } from "./localTime";

interface ValidityFieldsProps {
  fields: Pick<ArticleFields, "valid_from" | "valid_until">;
  error: string | null;
  onChange: (fields: Partial<ArticleFields>) => void;
}

export function ValidityFields({ fields, error, onChange }: ValidityFieldsProps) {
  const { valid_from, valid_until } = fields;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone.replaceAll("_", " ");
  return (
    <div className={classes.field}>
      <div className={classes.row}>
        <TextInput
          type="datetime-local"
          label={t`Valid from`}
          value={toLocal(valid_from)}
          onChange={(event) => onChange({ valid_from: fromLocal(event.currentTarget.value) })}
        />
        <TextInput
          type="datetime-local"
          label={t`Valid until`}
          value={toLocal(valid_until)}
          error={error}
          onChange={(event) => onChange({ valid_until: fromLocal(event.currentTarget.value) })}
        />
      </div>
      <p className={classes.hint}>
        <Trans>
          Empty means always. Outside of this time the assistant does not quote it. Times are in {zone}.
        </Trans>
      </p>
    </div>
  );
}
