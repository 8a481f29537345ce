/** Two texts as one: what went struck through, what came marked. */

import { Trans } from "@lingui/react/macro";
import { compare, type Piece } from "./compare";
import classes from "./Diff.module.css";

interface DiffTextProps {
  before: string;
  after: string;
  /** Long stretches without a change are shortened. */
  shorten?: boolean;
}

export function DiffText({ before, after, shorten = false }: DiffTextProps) {
  const pieces = compare(before, after);
  return (
    <div className={classes.diff}>
      {pieces.map((piece, index) => (
        <Words
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of two fixed texts never change places
          key={index}
          piece={piece}
          text={shorten ? shortened(piece, index, pieces.length) : piece.text}
        />
      ))}
    </div>
  );
}

function Words({ piece, text }: { piece: Piece; text: string }) {
  switch (piece.kind) {
    case "added":
      return (
        <ins className={classes.added}>
          <span className="sr">
            <Trans>Added:</Trans>{" "}
          </span>
          {text}
        </ins>
      );
    case "gone":
      return (
        <del className={classes.gone}>
          <span className="sr">
            <Trans>Taken away:</Trans>{" "}
          </span>
          {text}
        </del>
      );
    default:
      return <span>{text}</span>;
  }
}

const AROUND = 90;

/** The ends of a long unchanged stretch, which stand beside a change. */
function shortened({ kind, text }: Piece, place: number, pieces: number): string {
  if (kind !== "same" || text.length < 2 * AROUND + 40 || pieces === 1) return text;
  const head = place === 0 ? "" : text.slice(0, AROUND).replace(/\S*$/, "");
  const tail = place === pieces - 1 ? "" : text.slice(-AROUND).replace(/^\S*/, "");
  return `${head}…${tail}`;
}
