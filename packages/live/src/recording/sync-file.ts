/** What TypeScript's library knows of in workers only. */
export interface SyncFile {
  write(bytes: BufferSource, options: { at: number }): number;
  truncate(size: number): void;
  flush(): void;
  close(): void;
}

/** An empty file that this worker alone has open. @throws DOMException, or TypeError where browsers lack it. */
export async function openSyncFile(folder: FileSystemDirectoryHandle, name: string): Promise<SyncFile> {
  const handle = (await folder.getFileHandle(name, { create: true })) as FileSystemFileHandle & {
    createSyncAccessHandle(): Promise<SyncFile>;
  };
  const file = await handle.createSyncAccessHandle();
  file.truncate(0);
  return file;
}

/** @throws DOMException QuotaExceededError, also where the browser only returns another number: less, or in a private window of Chromium an error as 2³² − 7. */
export function writeAll(file: SyncFile, bytes: Uint8Array<ArrayBuffer>, at: number): void {
  if (file.write(bytes, { at }) !== bytes.byteLength) throw new DOMException("the disk is full", "QuotaExceededError");
}
