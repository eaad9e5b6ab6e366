/** The options of each command. `--help` explains them in scripts/lib/help.mjs; a test compares. */
const env = { type: "string" } as const;
const yes = { type: "boolean", default: false } as const;

export const OPTIONS = {
  build: { env, out: { type: "string", default: "dist" } },
  synth: { env: { type: "string", default: "prod" } },
  deploy: { env, yes, adopt: { type: "string" }, "new-user-pool": { type: "boolean", default: false } },
  destroy: { env, yes },
  "emergency-stop": { env, undo: { type: "boolean", default: false } },
  "env:pull": { env, "user-pool": { type: "string" } },
  doctor: { env, email: { type: "string" }, json: { type: "boolean", default: false } },
} as const;
