/** Where things of the rules are. */

export const RULES = "/console/rules";
export const BOOK = `${RULES}/book`;
export const VERSIONS = `${RULES}/versions`;
export const REPLAY = `${RULES}/replay`;
export const QUALITY = `${RULES}/quality`;

export const replayPath = (id: string): string => `${REPLAY}/${id}`;
export const versionPath = (number: number): string => `${VERSIONS}/${number}`;
