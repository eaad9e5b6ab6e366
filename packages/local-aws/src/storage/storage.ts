import { accessSync, constants, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type BaseIssue, type BaseSchema, type InferOutput, safeParse } from "valibot";
import { LocalAwsError } from "../errors.ts";

/** One JSON document. It is read from memory, and written to disk as a whole at every change. */
interface Document<T> {
  get(): T;
  /** Replaces the document; it is on disk when this returns. */
  set(value: T): void;
}

type Schema = BaseSchema<unknown, unknown, BaseIssue<unknown>>;

export interface Storage {
  /** Whether there is a data directory. */
  isKept: boolean;
  /**
   * Opens `<name>.json`, or creates it from `initial` when there is none. Open each name once.
   * @throws LocalAwsError "corrupt-data" naming the file, when it is not JSON or not of this schema.
   */
  document<S extends Schema>(name: string, schema: S, initial: () => InferOutput<S>): Document<InferOutput<S>>;
}

const corrupt = (file: string, problem: string, cause?: unknown) =>
  new LocalAwsError("corrupt-data", `${file} cannot be read: ${problem}. Remove it, or start with fresh data.`, {
    cause,
  });

function readJson(file: string): { found: false } | { found: true; value: unknown } {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return { found: false };
    throw corrupt(file, "it cannot be opened", cause);
  }
  try {
    return { found: true, value: JSON.parse(text) };
  } catch (cause) {
    throw corrupt(file, "it is not JSON", cause);
  }
}

function makeDirectory(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true });
    accessSync(directory, constants.W_OK);
  } catch (cause) {
    const message = `${directory} is no folder that can be written to. Name another one, or make it one.`;
    throw new LocalAwsError("corrupt-data", message, { cause });
  }
}

/**
 * Keeps documents under `dataDirectory`; without one, in memory only.
 * @throws LocalAwsError "corrupt-data" when the directory cannot be made or written to
 */
export function createStorage(dataDirectory?: string): Storage {
  if (dataDirectory !== undefined) makeDirectory(dataDirectory);

  // To another file, which is then renamed: a process that dies while writing leaves the old document whole.
  const write = (file: string, value: unknown) => {
    const draft = `${file}.${process.pid}.tmp`;
    writeFileSync(draft, JSON.stringify(value), { mode: 0o600 });
    renameSync(draft, file);
  };

  return {
    isKept: dataDirectory !== undefined,
    document(name, schema, initial) {
      const file = dataDirectory === undefined ? undefined : join(dataDirectory, `${name}.json`);
      const stored = file === undefined ? ({ found: false } as const) : readJson(file);
      let value: InferOutput<typeof schema>;
      if (stored.found) {
        const parsed = safeParse(schema, stored.value);
        // Not in valibot's words: they quote what was found, which may be a secret.
        if (!parsed.success) throw corrupt(String(file), "it does not hold what it should");
        value = parsed.output;
      } else {
        value = initial();
        if (file !== undefined) write(file, value);
      }
      return {
        get: () => value,
        set(next) {
          value = next;
          if (file !== undefined) write(file, value);
        },
      };
    },
  };
}
