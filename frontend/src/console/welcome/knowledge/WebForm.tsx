/** Knowledge from the pages of a site. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, NativeSelect, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { importPages } from "../../api/imports";
import { atField } from "../../api/problems";
import { FormProblem } from "../../ui/FormProblem";
import classes from "./Knowledge.module.css";
import { useBegin } from "./useImports";

const PAGES = [
  { value: "1", label: t`Only this page` },
  ...[10, 25, 50].map((most) => ({ value: String(most), label: t`Up to ${most} pages` })),
];

/** "example.com/help" as people type it. */
const complete = (typed: string): string => (/^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`);

export function WebForm({ atOnce = false }: { atOnce?: boolean }) {
  const [url, setUrl] = useState("");
  const [pages, setPages] = useState("10");
  const begin = useBegin((asked: { url: string; pages: number }) =>
    importPages(asked.url, asked.pages, atOnce),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    begin.mutate({ url: complete(url.trim()), pages: Number(pages) }, { onSuccess: () => setUrl("") });
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <TextInput
        label={t`Web address`}
        description={t`Your help pages, say. Links that lead further on the same site are followed.`}
        placeholder={t`https://www.example.com/help`}
        inputMode="url"
        autoComplete="url"
        required
        maxLength={500}
        value={url}
        error={atField(begin.error, "url")}
        onChange={(event) => setUrl(event.currentTarget.value)}
      />
      <NativeSelect
        label={t`How many`}
        data={PAGES}
        value={pages}
        error={atField(begin.error, "pages")}
        onChange={(event) => setPages(event.currentTarget.value)}
      />
      <FormProblem problem={begin.error} fields={["url", "pages"]} />
      <div className={classes.foot}>
        <Button type="submit" loading={begin.isPending}>
          <Trans>Import pages</Trans>
        </Button>
      </div>
    </form>
  );
}
