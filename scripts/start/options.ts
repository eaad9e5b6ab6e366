/** Options of `npm start`. */
export interface StartOptions {
  /** Delete the data of earlier runs. */
  fresh: boolean;
  /** Serve the pages built, as on AWS. */
  built: boolean;
  /** Let other devices on the local network in, by HTTPS on one origin. The pages are built. */
  lan: boolean;
  /** Put AWS's host names behind TLS, for AWS's own clients. */
  tls: boolean;
  /** This machine's address on that network. Default: it is looked up. */
  lanAddress: string | undefined;
  speakerPort: number;
  listenerPort: number;
  awsPort: number;
  tlsPort: number;
  /** Folder of everything that survives a restart. */
  dataDirectory: string;
}

const portVariables = {
  speakerPort: ["LECTERN_SPEAKER_PORT", 5173],
  listenerPort: ["LECTERN_LISTENER_PORT", 5174],
  awsPort: ["LECTERN_AWS_PORT", 9700],
  tlsPort: ["LECTERN_TLS_PORT", 9701],
} as const;

const known = ["--fresh", "--built", "--lan", "--tls"];

/** @throws Error with one line for a person. */
export function parseOptions(args: readonly string[], env: Readonly<Record<string, string | undefined>>): StartOptions {
  const unknown = args.find((arg) => !known.includes(arg));
  if (unknown !== undefined) {
    throw new Error(`"${unknown}" is not an option of npm start. There are: ${known.join(", ")}.`);
  }
  const port = (name: keyof typeof portVariables): number => {
    const [variable, fallback] = portVariables[name];
    const value = env[variable];
    if (value === undefined || value === "") return fallback;
    const number = Number(value);
    if (!Number.isInteger(number) || number < 1 || number > 65_535) {
      throw new Error(`${variable} is "${value}"; it must be a port number from 1 to 65535.`);
    }
    return number;
  };
  const options = {
    fresh: args.includes("--fresh"),
    built: args.includes("--built"),
    lan: args.includes("--lan"),
    tls: args.includes("--tls"),
    lanAddress: env.LECTERN_LAN_ADDRESS || undefined,
    speakerPort: port("speakerPort"),
    listenerPort: port("listenerPort"),
    awsPort: port("awsPort"),
    tlsPort: port("tlsPort"),
    dataDirectory: env.LECTERN_DATA || ".local",
  };
  const { speakerPort, listenerPort, awsPort, tls, tlsPort } = options;
  const ports = [speakerPort, listenerPort, awsPort, ...(tls ? [tlsPort] : [])];
  if (new Set(ports).size < ports.length) {
    throw new Error("The two pages, local-aws and its TLS each need a port of their own.");
  }
  return options;
}

/** The variable that sets a port, for the message that the port is in use. */
export const variableOfPort = (options: StartOptions, port: number): string => {
  const names = ["speakerPort", "listenerPort", "awsPort"] as const;
  return portVariables[names.find((name) => options[name] === port) ?? "tlsPort"][0];
};
