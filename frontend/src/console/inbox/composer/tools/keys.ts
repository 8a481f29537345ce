/** Names of what the tools keep in the query cache. */

export const cannedKey = ["canned"] as const;
export const macrosKey = ["macros"] as const;
