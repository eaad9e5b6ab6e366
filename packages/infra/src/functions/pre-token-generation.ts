/** The User Pool's trigger; needs nothing of its surroundings. */
export { preTokenGeneration as handler } from "@lectern/session-api/handlers";
