/** Where things of the knowledge are. */

export const KNOWLEDGE = "/console/knowledge";
export const ARTICLES = `${KNOWLEDGE}/articles`;
export const NEW_ARTICLE = `${ARTICLES}/new`;

export const GAPS = `${KNOWLEDGE}/gaps`;
export const PROPOSALS = `${KNOWLEDGE}/proposals`;
export const BENCH = `${KNOWLEDGE}/bench`;

export const gapPath = (id: string): string => `${GAPS}/${id}`;
export const IMPORTS = `${KNOWLEDGE}/imports`;
export const TOPICS = `${KNOWLEDGE}/topics`;
export const OVERLAPS = `${KNOWLEDGE}/overlaps`;

export const articlePath = (id: string): string => `${ARTICLES}/${id}`;
export const importPath = (id: string): string => `${IMPORTS}/${id}`;
