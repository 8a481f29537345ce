/** How well white words can be read on the colour, and what is used in its place when they cannot. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { contrast, WHITE } from "../../../shared/contrast";
import { number } from "../../shell/locale";
import classes from "./Appearance.module.css";

interface ContrastNoteProps {
  given: string;
  /** Of the given colour with white, 1 to 21. */
  ratio: number;
  /** The colour as the widget wears it. */
  used: string;
}

const figure = (ratio: number): string =>
  number(Math.floor(ratio * 10) / 10, { minimumFractionDigits: 1, maximumFractionDigits: 1 });

export function ContrastNote({ given, ratio, used }: ContrastNoteProps) {
  const kept = used.toLowerCase() === given.toLowerCase();
  return (
    <div className={classes.contrast} data-kept={kept || undefined} role="status">
      <p className={classes.ratio}>
        <strong>{figure(ratio)} : 1</strong> {kept ? t`Easy to read` : t`Too pale for white words`}
      </p>
      {kept ? (
        <p>
          <Trans>
            White words on this colour have the contrast that people with weak sight need (4.5 : 1).
          </Trans>
        </p>
      ) : (
        <>
          <p>
            <Trans>
              White words need at least 4.5 : 1. Wherever words stand on it, the widget uses this darker
              shade:
            </Trans>
          </p>
          <p className={classes.swaps}>
            <Swatch colour={given} /> <span aria-hidden="true">→</span>
            <span className="sr">
              <Trans>becomes</Trans>
            </span>{" "}
            <Swatch colour={used} />
            <span>{figure(contrast(used, WHITE))} : 1</span>
          </p>
        </>
      )}
    </div>
  );
}

function Swatch({ colour }: { colour: string }) {
  return (
    <span className={classes.swatch}>
      <span style={{ background: colour }} />
      <code>{colour}</code>
    </span>
  );
}
