/** The User Pool's trigger; needs nothing of its surroundings, and is imported alone so that its bundle holds nothing else. */
export { preTokenGeneration as handler } from "@lectern/session-api/pre-token-generation";
