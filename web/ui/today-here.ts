/** Today in China, wherever the screen stands. Only a proposal for a date box: the server's clock decides. */
export const todayHere = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date())
