/** Text to be carried elsewhere, as it is, with a button that copies it. */

import classes from "./CopyBox.module.css";
import { CopyButton } from "./CopyButton";

interface CopyBoxProps {
  text: string;
  /** What it is, as "the snippet". */
  what: string;
}

export function CopyBox({ text, what }: CopyBoxProps) {
  return (
    <div className={classes.box}>
      <pre>
        <code>{text}</code>
      </pre>
      <CopyButton text={text} what={what} />
    </div>
  );
}
