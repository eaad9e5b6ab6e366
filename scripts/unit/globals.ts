/** Test files of one worker share its global objects: what one file leaves changed there, the next one sees. */

type Values = Map<PropertyKey, PropertyDescriptor>;

/** What Vitest, Node, tslib and Hono keep there for themselves, and where reflect-metadata adds its functions. */
const isPrivate = (key: PropertyKey): boolean =>
  typeof key === "symbol" || ["awslambda", "Reflect"].includes(String(key)) || String(key).startsWith("__");

const isObject = (value: unknown): value is object =>
  (typeof value === "object" && value !== null) || typeof value === "function";

/** `globalThis`, what it names, and the prototypes of that. `process` changes by itself; of it, only `env` is compared. */
function sharedObjects(): Map<object, string> {
  const objects = new Map<object, string>([[process.env, "process.env"]]);
  for (const name of Object.getOwnPropertyNames(globalThis)) {
    // Reading it also makes Node put in place what it loads at first use.
    const value: unknown = Reflect.get(globalThis, name);
    if (!isObject(value) || value === process || value === globalThis || isPrivate(name)) continue;
    objects.set(value, name);
    if ("prototype" in value && isObject(value.prototype)) objects.set(value.prototype, `${name}.prototype`);
  }
  return objects.set(globalThis, "globalThis");
}

const valuesOf = (object: object): Values =>
  new Map(
    Reflect.ownKeys(object)
      .filter((key) => !isPrivate(key))
      .map((key) => [key, Reflect.getOwnPropertyDescriptor(object, key) ?? {}]),
  );

const isSame = (a: PropertyDescriptor | undefined, b: PropertyDescriptor | undefined): boolean =>
  a === b || (!!a && !!b && Object.is(a.value, b.value) && a.get === b.get && a.set === b.set);

/**
 * Remembers the global objects, environment variables and working directory as they are.
 * @returns names what has changed since, and puts it back, so that only the file that changed it fails
 */
export function watchGlobals(): () => string[] {
  const objects = sharedObjects();
  const before = new Map([...objects.keys()].map((object) => [object, valuesOf(object)]));
  const directory = process.cwd();
  return () => {
    const changed: string[] = [];
    for (const [object, values] of before) {
      const now = valuesOf(object);
      for (const key of new Set([...values.keys(), ...now.keys()])) {
        const was = values.get(key);
        if (isSame(was, now.get(key))) continue;
        changed.push(`${objects.get(object)}.${String(key)}`);
        if (was === undefined) Reflect.deleteProperty(object, key);
        else Reflect.defineProperty(object, key, was);
      }
    }
    if (process.cwd() !== directory) {
      changed.push("process.cwd()");
      process.chdir(directory);
    }
    return changed;
  };
}
