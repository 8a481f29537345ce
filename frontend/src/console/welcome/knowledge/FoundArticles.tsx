/** What the assistant knows now, by the titles of its articles. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Failure } from "../../ui/Failure";
import classes from "./Knowledge.module.css";
import { useArticles } from "./useImports";

const SHOWN = 12;

export function FoundArticles() {
  const { data, error, refetch } = useArticles();
  if (error) {
    return (
      <Failure problem={error} what={t`The articles could not be loaded.`} onRetry={() => void refetch()} />
    );
  }
  if (!data || data.data.length === 0) return null;
  const { data: articles, has_more } = data;
  const more = articles.length > SHOWN || has_more;
  return (
    <section aria-label={t`Articles`}>
      <h3 className={classes.title}>
        <Trans>What the assistant knows now</Trans>
      </h3>
      <ul className={classes.articles}>
        {articles.slice(0, SHOWN).map((article) => (
          <li key={article.id}>{article.title}</li>
        ))}
        {more && (
          <li className={classes.more}>
            <Trans>and more</Trans>
          </li>
        )}
      </ul>
    </section>
  );
}
