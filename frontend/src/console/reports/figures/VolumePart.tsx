/** How much there was to do, how soon, and what it cost. */

import { FiguresPart } from "./FiguresPart";

export default function VolumePart() {
  return <FiguresPart group="volume" />;
}
