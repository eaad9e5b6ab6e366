/** Rejects where the browser refuses, or has no clipboard for pages, as outside https. */
export const copyText = async (text: string): Promise<void> => navigator.clipboard.writeText(text);
