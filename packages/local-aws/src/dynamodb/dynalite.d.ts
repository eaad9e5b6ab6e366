declare module "dynalite" {
  import type { Server } from "node:http";

  function dynalite(options?: {
    /** LevelDB directory; absent = in memory. */
    path?: string;
    createTableMs?: number;
    deleteTableMs?: number;
    updateTableMs?: number;
  }): Server;
  export = dynalite;
}
