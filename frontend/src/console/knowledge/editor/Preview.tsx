/** What customers would see of the article, drawn by the server as it draws the assistant's messages. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type ArticleFields, previewBody } from "../../api/articles";
import { SourceIcon } from "../../shell/icons";
import { FormProblem } from "../../ui/FormProblem";
import { Markup } from "../../ui/Markup";
import classes from "./Preview.module.css";

const TYPING_PAUSE = 250;
const KEPT_FOR = 60_000;

function useHtml(body: string) {
  const [settled] = useDebouncedValue(body, TYPING_PAUSE);
  return useQuery({
    queryKey: ["article preview", settled],
    queryFn: ({ signal }) => previewBody(settled, signal),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: KEPT_FOR,
  });
}

export function Preview({ fields }: { fields: ArticleFields }) {
  const { data, error } = useHtml(fields.body);
  const desk = fields.audience === "desk";
  return (
    <section className={classes.preview} aria-label={desk ? t`What agents see` : t`What customers would see`}>
      <h2>{desk ? t`What agents see` : t`What customers would see`}</h2>
      <FormProblem problem={error} />
      <p className={classes.name}>{desk ? t`For agents only` : t`Assistant · AI`}</p>
      <div className={classes.bubble} data-desk={desk || undefined} lang={fields.language}>
        {fields.body.trim() === "" ? (
          <p className={classes.nothing}>
            <Trans>The text appears here as you write it.</Trans>
          </p>
        ) : (
          <Markup className={classes.html} html={data?.html ?? ""} />
        )}
      </div>
      <p className={classes.source}>
        <SourceIcon size={14} />
        {fields.title || t`Without a title`}
      </p>
    </section>
  );
}
