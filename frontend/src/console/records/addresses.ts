/** Where records and imports are. */

import type { RecordKind } from "../api/records";

export const RECORDS = "/console/records";
export const IMPORTS = `${RECORDS}/imports`;

export const kindPath = (kind: RecordKind): string => `${RECORDS}/${kind}`;
export const newPath = (kind: RecordKind): string => `${RECORDS}/${kind}/new`;
export const recordPath = (kind: RecordKind, id: string): string => `${RECORDS}/${kind}/${id}`;
/** Where a file of this kind is chosen. */
export const newImportPath = (kind: RecordKind): string => `${IMPORTS}?kind=${kind}`;
export const importPath = (id: string): string => `${IMPORTS}/${id}`;
