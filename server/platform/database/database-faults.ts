/** SQLSTATE or system code of an error; empty where it has none. */
export const faultCode = (error: unknown): string => (error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '')

/** The database cannot be reached, or went away in the middle: nothing is wrong with what was asked. */
export const connectionFailed = (error: unknown): boolean =>
  /^(08...|57P..|53300|E(CONN[A-Z]+|PIPE|TIMEDOUT|HOSTUNREACH|NETUNREACH|NOTFOUND|AI_AGAIN))$/.test(faultCode(error)) || connectionBroken(error)

/** The other side hung up, or said nothing: the driver tells so in words alone. */
export const connectionBroken = (error: unknown): boolean =>
  error instanceof Error && /Connection terminated|connection timeout|not queryable/i.test(error.message)

export const diskFull = (error: unknown): boolean => /^(53100|ENOSPC|EDQUOT)$/.test(faultCode(error))
