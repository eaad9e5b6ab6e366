/** An address or a number, which would turn around between Arabic words. */
export const leftToRight = (text: string): string => `\u2066${text}\u2069`;
