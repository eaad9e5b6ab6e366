/** What `--help` says of every command of package.json, by its name there. No package is needed to print it. */

const ENV = "the environment: 1 to 16 small letters and digits, like prod";
const YES = "asks nothing";

/** @type {Record<string, { does: string, takes?: string, options?: Record<string, string> }>} */
export const COMMANDS = {
  start: {
    does: "Installs what is missing and runs the product on local-aws, without an AWS account. Ctrl-C ends it.",
    options: {
      "--fresh": "forgets the data of earlier runs",
      "--built": "serves the pages as they are built for AWS",
      "--lan": "lets other devices on the local network in, over HTTPS",
      "--tls": "lets AWS's own clients find AWS's host names here, over TLS, and prints an administrator's key",
    },
  },
  test: {
    does: "Installs what is missing and runs every check and every test; given names, the test files whose path contains one of them.",
    takes: "[NAME …]",
    options: { "--changed": "only what sees what was changed since main" },
  },
  check: { does: "Lint and format: one step of npm test." },
  types: { does: "Type-checks every package: one step of npm test." },
  knip: { does: "Looks for dead code: one step of npm test." },
  unit: { does: "Unit and integration tests; given names, those whose path contains one of them.", takes: "[NAME …]" },
  e2e: { does: "Browser tests; given names, those whose path contains one of them.", takes: "[NAME …]" },
  fix: { does: "Formats, and mends what can be mended by itself." },
  states: { does: "Serves every state of every screen and component, each by itself." },
  bench: {
    does: "Measures something and prints figures. Without NAME it lists what there is.",
    takes: "NAME",
    options: { "--json": "prints one JSON object last" },
  },
  build: {
    does: "Builds both pages from .env, for pools and a session API that exist already, into dist/speaker and dist/listener. Needs no AWS account (docs/configuration.md).",
    options: {
      "--env NAME": "from .env.NAME instead",
      "--out FOLDER": "into FOLDER/speaker and FOLDER/listener instead",
    },
  },
  synth: {
    does: "Writes the CloudFormation templates to packages/infra/cdk.out. Needs no AWS account.",
    options: { "--env NAME": `${ENV}; default prod` },
  },
  deploy: {
    does: "Deploys the stacks and both pages to the AWS account of your credentials, after showing what will change (docs/operations.md).",
    takes: "--env NAME",
    options: {
      "--env NAME": ENV,
      "--yes": YES,
      "--adopt ID": "takes back the User Pool that an earlier environment of this name left",
      "--new-user-pool": "leaves it, and begins with a new one",
    },
  },
  destroy: {
    does: "Deletes an environment's channels and everything that was deployed, except accounts.",
    takes: "--env NAME",
    options: { "--env NAME": ENV, "--yes": YES },
  },
  "emergency-stop": {
    does: "Refuses all guests within seconds, and ends every session.",
    takes: "--env NAME",
    options: { "--env NAME": ENV, "--undo": "lets guests in again" },
  },
  "env:pull": {
    does: "Writes .env.NAME from a deployment. With --user-pool alone it lists the Identity Pools that trust that pool and what they need, and changes nothing.",
    options: { "--env NAME": ENV, "--user-pool ID": "a User Pool you have, like eu-central-1_AbCdEfGhI" },
  },
  doctor: {
    does: "Says what is wrong with the configuration in .env, and what mends it.",
    options: {
      "--env NAME": "looks at .env.NAME instead",
      "--email ADDRESS": "also signs in as this speaker; the password is LECTERN_PASSWORD, or asked for",
      "--json": "prints one JSON object",
    },
  },
};

const HELP = ["--help", "-h"];

/** npm has settings of its own by these names, which people may have set for good. */
const SETTINGS_OF_NPM = ["--email", "--json", "--yes"];

const called = (name) => `npm ${["start", "test"].includes(name) ? "" : "run "}${name}`;

/** @param {string} name */
function helpOf(name) {
  const { does, takes = "", options = {} } = COMMANDS[name] ?? { does: "" };
  const rows = Object.entries({ ...options, "--help": "prints this" });
  const width = Math.max(...rows.map(([option]) => option.length));
  const optional = Object.keys(options).filter((option) => option !== takes);
  const given = [takes, ...optional.map((option) => `[${option}]`)].filter(Boolean);
  const usage = [called(name), ...(given.length ? ["--"] : [])];
  const lines = rows.map(([option, says]) => `  ${option.padEnd(width)}  ${says}`);
  return ["", [...usage, ...given].join(" "), "", does, "", ...lines, ""].join("\n");
}

/**
 * What to say to who left out the "--" before an option: npm takes it for a setting of its own, and the command would run
 * without it. Null where none was left out.
 * @param {string} name
 * @param {Readonly<Record<string, string | undefined>>} env
 */
function keptByNpm(name, env) {
  const kept = Object.keys(COMMANDS[name]?.options ?? {}).find((option) => {
    const [flag = ""] = option.split(" ");
    const setting = env[`npm_config_${flag.slice(2).replaceAll("-", "_")}`] ?? "";
    return !SETTINGS_OF_NPM.includes(flag) && setting !== "" && setting !== "false";
  });
  if (kept === undefined) return null;
  return `npm kept ${kept.split(" ")[0]} for itself: options come after "--", as in: ${called(name)} -- ${kept}`;
}

/**
 * Ends the process with a command's help if that is what was asked for, and with advice if an option did not get here:
 * before anything is installed.
 * @param {string} name
 */
export function offerHelp(name, args = process.argv.slice(2)) {
  if (args.some((arg) => HELP.includes(arg))) {
    console.log(helpOf(name));
    process.exit(0);
  }
  const advice = keptByNpm(name, process.env);
  if (advice === null) return;
  console.error(`\n${advice}\n`);
  process.exit(1);
}
