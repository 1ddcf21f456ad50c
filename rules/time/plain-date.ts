declare const plainDate: unique symbol

/** A calendar day in Asia/Shanghai, `YYYY-MM-DD`. Not a Date: a day has no hour and no zone, and strings of this shape sort by time. */
export type PlainDate = string & { readonly [plainDate]: 'PlainDate' }
