/** Text as it went over the wire. */

import classes from "./Webhooks.module.css";

export function Block({ title, children }: { title: string; children: string }) {
  return (
    <figure className={classes.block}>
      <figcaption>{title}</figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by keyboard */}
      <section tabIndex={0} aria-label={title}>
        <pre>{children}</pre>
      </section>
    </figure>
  );
}
