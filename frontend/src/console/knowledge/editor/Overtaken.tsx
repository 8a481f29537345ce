/** Somebody else saved the article while it was being written here: what they changed, and how to go on. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import type { Article, ArticleFields } from "../../api/articles";
import { listed } from "../../shell/locale";
import { ChangesView } from "../diff/ChangesView";
import { nameOf } from "../diff/fields";
import classes from "./Editor.module.css";
import { changedFields } from "./useEditor";

interface OvertakenProps {
  before: Article;
  now: Article;
  typed: Partial<ArticleFields>;
  /** What a save that was refused said about it; it names who it was. */
  said: string | null;
  onGoOn: () => void;
  onDrop: () => void;
}

export function Overtaken({ before, now, typed, said, onGoOn, onDrop }: OvertakenProps) {
  const both = changedFields(before, now).filter((name) => name in typed);
  const fields = listed(both.map(nameOf));
  return (
    <section className={classes.overtaken} role="alert" aria-label={t`Somebody else changed this article`}>
      <h2>{said ?? t`Somebody else changed this article while you were writing.`}</h2>
      <p>
        {both.length > 0
          ? t`What you wrote is still here. You both changed: ${fields}. If you go on and save, yours stands in their place.`
          : t`What you wrote is still here, and touches none of what they changed: both can stand.`}
      </p>
      <ChangesView before={before} after={now} />
      <div className={classes.acts}>
        <Button size="xs" onClick={onGoOn}>
          <Trans>Go on with mine</Trans>
        </Button>
        <Button size="xs" variant="default" onClick={onDrop}>
          <Trans>Drop my changes</Trans>
        </Button>
      </div>
    </section>
  );
}
