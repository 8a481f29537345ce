/** Where things of the quality review are. */

export const SCORES = "/console/quality";
export const QUEUE = "/console/quality/assess";
export const AGREEMENT = "/console/quality/agreement";
export const LISTS = "/console/quality/lists";
export const CARDS = "/console/quality/scorecards";
export const MINE = "/console/quality/mine";

export const assessmentPath = (id: string): string => `${QUEUE}/${encodeURIComponent(id)}`;
export const minePath = (id: string): string => `${MINE}/${encodeURIComponent(id)}`;
