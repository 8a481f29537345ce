/** A page of one column before it is there: title, sentence, and sections of fields. */

import { t } from "@lingui/core/macro";
import { Bone } from "./Bone";
import page from "./Page.module.css";
import classes from "./PageSkeleton.module.css";

const SECTIONS = ["first", "second", "third"];

export function PageSkeleton() {
  return (
    <main className={page.page} aria-busy="true" aria-label={t`Loading`}>
      <div className={page.column}>
        <div className={classes.head}>
          <Bone width={160} height={24} />
          <Bone width={360} height={16} />
        </div>
        {SECTIONS.map((section) => (
          <SectionSkeleton key={section} />
        ))}
      </div>
    </main>
  );
}

export function SectionSkeleton({ fields = 2 }: { fields?: number }) {
  return (
    <div className={classes.section}>
      <Bone width={140} height={18} />
      <Bone width={300} height={14} />
      {Array.from({ length: fields }, (_, place) => `field ${place}`).map((field) => (
        <div key={field} className={classes.field}>
          <Bone width={90} height={14} />
          <Bone width="100%" height={36} />
        </div>
      ))}
    </div>
  );
}
