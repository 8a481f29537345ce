/** Whether customers were helped for good, and what it took them. */

import { FiguresPart } from "./FiguresPart";

export default function TrustPart() {
  return <FiguresPart group="trust" />;
}
