/** Resident ids (18 or 15 digits) and mobile numbers in a line of log lose their middle: 130302********1234, 138****5678. */
export const maskNumbers = (line: string): string =>
  line
    .replace(/(?<![0-9A-Za-z.])(\d{6})\d{8}(\d{3}[\dXx])(?![0-9A-Za-z])/g, '$1********$2')
    .replace(/(?<![0-9A-Za-z.])(\d{6})\d{6}(\d{3})(?![0-9A-Za-z])/g, '$1******$2')
    .replace(/(?<![0-9A-Za-z.])(1[3-9]\d)\d{4}(\d{4})(?![0-9A-Za-z])/g, '$1****$2')
