/** The User Pool's trigger. Imported from its own entry point, to keep the session API out of the bundle. */
export { preTokenGeneration as handler } from "@lectern/session-api/pre-token-generation";
