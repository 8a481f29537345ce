/** Where things of the skills are. */

export const SKILLS = "/console/skills";
export const ALL = `${SKILLS}/all`;

export const skillPath = (name: string): string => `${ALL}/${name}`;
export const LEADS = `${SKILLS}/leads`;
export const GUIDES = `${SKILLS}/guides`;
export const NEW_GUIDE = `${GUIDES}/new`;

export const guidePath = (id: string): string => `${GUIDES}/${id}`;

export const CALENDARS = `${SKILLS}/calendars`;
export const NEW_CALENDAR = `${CALENDARS}/new`;

export const calendarPath = (id: string): string => `${CALENDARS}/${id}`;
