/** The names of the connector's things in the query cache. */

export const connectorKey = ["connector"] as const;
export const callsKey = [...connectorKey, "calls"] as const;
export const actionsKey = [...connectorKey, "actions"] as const;
