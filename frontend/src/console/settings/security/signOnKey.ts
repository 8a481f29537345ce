/** The name of the single sign-on in the query cache. */

export const signOnKey = ["sso"] as const;
