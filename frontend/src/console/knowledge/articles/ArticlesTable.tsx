/** Articles one to a row: what it is about, for whom and until when, and how it fares. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Tooltip } from "@mantine/core";
import { Link } from "wouter";
import type { ArticleRow } from "../../api/articles";
import { useNow } from "../../inbox/useNow";
import { useMay } from "../../shell/useMay";
import { Ago } from "../../ui/Ago";
import { languageName } from "../../ui/languages";
import table from "../../ui/Table.module.css";
import { articlePath } from "../addresses";
import { useIsDrafted } from "../editor/drafted";
import classes from "./Articles.module.css";
import { healthInWords, validityMark } from "./standing";
import { useBringBack } from "./useArticles";
import { ROW } from "./useListKeys";

interface ArticlesTableProps {
  articles: ArticleRow[];
  severalLanguages: boolean;
}

export function ArticlesTable({ articles, severalLanguages }: ArticlesTableProps) {
  return (
    <table className={`${table.table} ${classes.table}`}>
      <thead>
        <tr>
          <th scope="col">
            <Trans>Article</Trans>
          </th>
          {severalLanguages && (
            <th scope="col">
              <Trans>Language</Trans>
            </th>
          )}
          <th scope="col">
            <Trans>Used, 30 days</Trans>
          </th>
          <th scope="col">
            <Trans>Changed</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {articles.map((article) => (
          <Row key={article.id} article={article} severalLanguages={severalLanguages} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ article, severalLanguages }: { article: ArticleRow; severalLanguages: boolean }) {
  const { questions, tags } = article;
  const removed = article.state === "removed";
  return (
    <tr data-state={article.state}>
      <td>
        <div className={classes.what}>
          {removed ? (
            <span className={classes.title}>{article.title}</span>
          ) : (
            <Link href={articlePath(article.id)} className={classes.title} {...{ [ROW]: article.id }}>
              {article.title}
            </Link>
          )}
          <Marks article={article} />
        </div>
        <p className={classes.more}>
          {questions.length > 0 && <span>{questions[0]}</span>}
          {tags.map((tag) => (
            <span key={tag} className={classes.tag}>
              {tag}
            </span>
          ))}
        </p>
      </td>
      {severalLanguages && <td data-label={t`Language`}>{languageName(article.language)}</td>}
      <td data-label={t`Used, 30 days`} className={article.used === 0 ? classes.never : undefined}>
        <Health article={article} />
      </td>
      <td data-label={t`Changed`} className={classes.changed}>
        {removed ? <BringBack article={article} /> : <Ago at={article.updated_at} past />}
      </td>
    </tr>
  );
}

function Marks({ article }: { article: ArticleRow }) {
  const validity = validityMark(article, useNow());
  const drafted = useIsDrafted(article.id);
  return (
    <>
      {drafted && (
        <span className={classes.mark}>
          <Trans>Not saved yet</Trans>
        </span>
      )}
      {article.audience === "desk" && (
        <span className={classes.mark}>
          <Trans>Agents only</Trans>
        </span>
      )}
      {validity && (
        <span className={classes.mark} data-kind={validity.kind}>
          {validity.words}
        </span>
      )}
    </>
  );
}

function Health({ article }: { article: ArticleRow }) {
  const { used, helped } = article;
  const words = healthInWords(article);
  if (used === 0) {
    return (
      <span className={classes.unused} title={words}>
        <span aria-hidden="true">–</span>
        <span className="sr">{words}</span>
      </span>
    );
  }
  return (
    <Tooltip label={words} multiline w={240}>
      <span className={classes.health}>
        <span aria-hidden="true">{used}</span>
        <span className={classes.bar} aria-hidden="true">
          <span style={{ width: `${(100 * helped) / used}%` }} />
        </span>
        <span className="sr">{words}</span>
      </span>
    </Tooltip>
  );
}

function BringBack({ article }: { article: ArticleRow }) {
  const mayWrite = useMay("knowledge.write");
  const bringBack = useBringBack();
  const { title } = article;
  if (!mayWrite) return null;
  return (
    <Button
      variant="default"
      size="xs"
      loading={bringBack.isPending}
      aria-label={t`Bring back ${title}`}
      onClick={() => bringBack.mutate(article)}
    >
      <Trans>Bring back</Trans>
    </Button>
  );
}
