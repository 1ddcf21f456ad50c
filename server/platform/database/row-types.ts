/** Numbers of the types that lists of rows use, as PostgreSQL has fixed them. */
export const typeNumbers = { bool: 16, int8: 20, int4: 23, text: 25, json: 114, textList: 1009, date: 1082, timestamptz: 1184, jsonb: 3802 } as const
