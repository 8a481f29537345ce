/** Where things of the skills are. */

export const SKILLS = "/console/skills";
export const ALL = `${SKILLS}/all`;

export const skillPath = (name: string): string => `${ALL}/${name}`;
export const GUIDES = `${SKILLS}/guides`;
export const NEW_GUIDE = `${GUIDES}/new`;

export const guidePath = (id: string): string => `${GUIDES}/${id}`;
