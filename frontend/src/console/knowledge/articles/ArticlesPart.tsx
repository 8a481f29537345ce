/** The articles with how they fare, searched, narrowed, and opened. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { Link } from "wouter";
import type { ArticleFilter } from "../../api/articles";
import { useMay } from "../../shell/useMay";
import { Bone } from "../../ui/Bone";
import { Empty } from "../../ui/Empty";
import { Failure } from "../../ui/Failure";
import { NEW_ARTICLE } from "../addresses";
import classes from "./Articles.module.css";
import { ArticlesTable } from "./ArticlesTable";
import { Filters } from "./Filters";
import { isEmpty, useArticleFilter } from "./filter";
import { useArticleList, useFacets } from "./useArticles";
import { useListKeys } from "./useListKeys";

export function ArticlesPart() {
  const { filter, change, clear } = useArticleFilter();
  const facets = useFacets().data;
  useListKeys();
  return (
    <>
      <Filters filter={filter} facets={facets} onChange={change} onClear={clear} />
      <Found filter={filter} severalLanguages={(facets?.languages.length ?? 0) > 1} onClear={clear} />
    </>
  );
}

interface FoundProps {
  filter: ArticleFilter;
  severalLanguages: boolean;
  onClear: () => void;
}

function Found({ filter, severalLanguages, onClear }: FoundProps) {
  const list = useArticleList(filter);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage, isPlaceholderData } = list;
  const articles = data?.pages.flatMap((page) => page.data);
  if (error && !articles) {
    return (
      <Failure problem={error} what={t`The articles could not be loaded.`} onRetry={() => void refetch()} />
    );
  }
  if (!articles) return <ListSkeleton />;
  if (articles.length === 0) return <Nothing filter={filter} onClear={onClear} />;
  return (
    <div className={classes.found} aria-busy={isPlaceholderData}>
      <ArticlesTable articles={articles} severalLanguages={severalLanguages} />
      {hasNextPage && (
        <Button
          variant="default"
          size="xs"
          mt="md"
          loading={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          <Trans>Show more</Trans>
        </Button>
      )}
      {error && (
        <Failure
          problem={error}
          what={t`The rest could not be loaded.`}
          onRetry={() => void fetchNextPage()}
        />
      )}
    </div>
  );
}

function Nothing({ filter, onClear }: { filter: ArticleFilter; onClear: () => void }) {
  const mayWrite = useMay("knowledge.write");
  if (!isEmpty(filter)) {
    return (
      <Empty title={filter.state === "removed" ? t`Nothing was removed lately` : t`No article matches`}>
        <p>
          {filter.state === "removed"
            ? t`An article that you remove stays here for 30 days, and can be brought back.`
            : t`Look for other words, or widen the filters.`}
        </p>
        <Button variant="default" size="xs" onClick={onClear}>
          <Trans>Show all articles</Trans>
        </Button>
      </Empty>
    );
  }
  return (
    <Empty title={t`The assistant knows nothing yet`}>
      <p>
        <Trans>
          Until there is an article, every question goes to a person. Begin with the three things that
          customers ask most: a title, a plain answer, and the ways they put the question.
        </Trans>
      </p>
      {mayWrite && (
        <Button component={Link} href={NEW_ARTICLE} size="xs">
          <Trans>Write the first article</Trans>
        </Button>
      )}
    </Empty>
  );
}

const ROWS = ["62%", "48%", "70%", "54%", "66%", "50%", "58%"];

function ListSkeleton() {
  return (
    <div aria-busy="true">
      {ROWS.map((width) => (
        <div key={width} className={classes.bones}>
          <Bone width={width} height={16} />
          <Bone width={72} height={16} />
        </div>
      ))}
    </div>
  );
}
