/** The middle of the inbox while nothing is open: the few keys that matter. */

import classes from "./Inbox.module.css";

export function NothingOpen() {
  return (
    <section className={classes.nothing} aria-label="No conversation is open">
      <h2>Pick a conversation</h2>
      <p>The assistant clears the routine. What it hands to people is at the left, the urgent first.</p>
      <dl className={classes.keys}>
        <dt>
          <kbd>j</kbd> <kbd>k</kbd>
        </dt>
        <dd>move through the list</dd>
        <dt>
          <kbd>a</kbd>
        </dt>
        <dd>accept</dd>
        <dt>
          <kbd>?</kbd>
        </dt>
        <dd>all keys</dd>
      </dl>
    </section>
  );
}
