import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import {
  buildPage,
  cacheControl,
  contentTypeOf,
  deployedFunctions,
  deployedHeaders,
  deployedRouting,
  type Site,
  writeTemplates,
} from "@lectern/infra/deployed";
import { makeCertificate, startLocalAws } from "@lectern/local-aws";
import { demo, root } from "./product.ts";

/** The product as it would be on AWS, as far as one machine goes: bundles for functions, built pages, deployed headers, AWS's host names. */
export interface Deployment {
  speakerUrl: string;
  listenerUrl: string;
  /** What Chromium must be told to find all of it here. */
  switches: readonly string[];
  close(): Promise<void>;
}

const DOMAIN = "lectern.example";
const SITES = ["speaker", "listener"] as const;
const urlOf = (site: Site) => `https://${site}.${DOMAIN}`;

const listening = async (server: Server): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
};

/** Both sites as CloudFront answers for them, by the host that is named. */
function createSites(tls: { key: string; cert: string }, folderOf: (site: Site) => string): Server {
  const headers = { speaker: deployedHeaders("speaker"), listener: deployedHeaders("listener") };
  const routing = deployedRouting();
  return createServer(tls, ({ url = "/", headers: { host } }, response) => {
    const site = SITES.find((name) => host === new URL(urlOf(name)).host);
    const path = routing(new URL(url, "https://any").pathname);
    const key = path === "/" ? "index.html" : path.slice(1);
    try {
      if (site === undefined) throw new Error("no such site");
      const body = readFileSync(join(folderOf(site), key));
      const own = { "content-type": contentTypeOf(key), "cache-control": cacheControl(key) };
      response.writeHead(200, { ...headers[site], ...own }).end(body);
    } catch {
      response.writeHead(403).end();
    }
  });
}

export async function startDeployment(): Promise<Deployment> {
  if (process.env.LECTERN_TEMPLATES !== "written") await writeTemplates();
  const localAws = await startLocalAws({
    port: 0,
    tlsPort: 0,
    hosts: "aws",
    functions: deployedFunctions(),
    listenerUrl: urlOf("listener"),
  });
  const { email, password, env } = demo();
  await localAws.createUser({ email, password });
  const variables: Record<string, string> = {
    ...localAws.env,
    VITE_ENCRYPTION_KEY: env.VITE_ENCRYPTION_KEY ?? "",
    VITE_HTTP_API_URL: "https://localhttp0.execute-api.us-east-1.amazonaws.com",
    VITE_WEBSOCKET_URL: "wss://localws000.execute-api.us-east-1.amazonaws.com/live",
  };
  delete variables.VITE_AWS_ENDPOINT;
  const folderOf = (site: Site) => `${root}test-results/deployed/${site}`;
  for (const site of SITES) buildPage(root, site, variables, folderOf(site));

  const { certificate: cert, key } = await makeCertificate("127.0.0.1");
  const sites = createSites({ key, cert }, folderOf);
  const sitesPort = await listening(sites);
  return {
    speakerUrl: urlOf("speaker"),
    listenerUrl: urlOf("listener"),
    switches: [
      `--host-resolver-rules=MAP *.${DOMAIN} 127.0.0.1:${sitesPort},MAP *.amazonaws.com 127.0.0.1:${localAws.tls?.port}`,
      "--ignore-certificate-errors",
    ],
    async close() {
      sites.closeAllConnections();
      sites.close();
      await localAws.close();
    },
  };
}
