/** Where the cache keeps the engine. */

export const engineKey = ["assistant", "engine"] as const;
