/** Where things of the quality are. */

import { QUALITY } from "../addresses";

export const REVIEW = `${QUALITY}/review`;
