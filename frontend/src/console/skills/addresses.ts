/** Where things of the skills are. */

export const SKILLS = "/console/skills";
export const ALL = `${SKILLS}/all`;

export const skillPath = (name: string): string => `${ALL}/${name}`;
