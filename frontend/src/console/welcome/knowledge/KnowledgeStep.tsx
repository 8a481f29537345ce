/** Bringing in knowledge, and what came of it; on the first way through the guide it goes without a review. */

import { useGuide } from "../useGuide";
import { BringIn } from "./BringIn";
import { FoundArticles } from "./FoundArticles";
import { ImportList } from "./ImportList";
import classes from "./Knowledge.module.css";
import { useArticles } from "./useImports";

export function KnowledgeStep() {
  const { data } = useArticles();
  const { data: guide } = useGuide();
  return (
    <div className={classes.knowledge}>
      <BringIn atOnce={data?.data.length === 0 || guide?.left === false} />
      <ImportList />
      <FoundArticles />
    </div>
  );
}
