/** What would be deployed, for tests of others: functions with their environment, headers and routing of the sites, built pages. */
export { buildPage } from "../deployment/pages.ts";
export { cacheControl, contentTypeOf, type Site } from "../sites/headers.ts";
export { deployedFunctions, deployedHeaders, deployedRouting } from "./deployed.ts";
export { setup as writeTemplates } from "./write-templates.ts";
