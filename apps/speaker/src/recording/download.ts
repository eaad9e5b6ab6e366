/** By then any browser has begun to read. */
const FORGET_AFTER_MS = 60_000;

/** Gives a file to the browser's own downloads. */
export function download(file: File): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), FORGET_AFTER_MS);
}
