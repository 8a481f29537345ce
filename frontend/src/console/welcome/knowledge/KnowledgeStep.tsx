/** Bringing in knowledge, and what came of it; into an empty knowledge it goes without a review. */

import { BringIn } from "./BringIn";
import { FoundArticles } from "./FoundArticles";
import { ImportList } from "./ImportList";
import classes from "./Knowledge.module.css";
import { useArticles } from "./useImports";

export function KnowledgeStep() {
  const { data } = useArticles();
  return (
    <div className={classes.knowledge}>
      <BringIn atOnce={data?.data.length === 0} />
      <ImportList />
      <FoundArticles />
    </div>
  );
}
