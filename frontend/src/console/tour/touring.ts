/** Whether the tour is on: by itself for whoever has not had it, and again whenever somebody asks for it. */

import { Cell } from "../desk/cell";

export const asked = new Cell(false);

export const startTour = (): void => asked.set(true);
