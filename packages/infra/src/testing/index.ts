/** What is deployed, for tests that run it: the functions with their environment, the sites' headers and routing, built pages. */
export { buildPage } from "../deployment/pages.ts";
export { cacheControl, contentTypeOf, type Site } from "../sites/headers.ts";
export { deployedFunctions, deployedHeaders, deployedRouting } from "./deployed.ts";
export { setup as writeTemplates } from "./write-templates.ts";
