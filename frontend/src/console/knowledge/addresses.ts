/** Where things of the knowledge are. */

export const KNOWLEDGE = "/console/knowledge";
export const ARTICLES = `${KNOWLEDGE}/articles`;
export const NEW_ARTICLE = `${ARTICLES}/new`;

export const articlePath = (id: string): string => `${ARTICLES}/${id}`;
