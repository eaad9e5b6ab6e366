import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:https";
import { type AddressInfo, connect, type Server as NetServer } from "node:net";
import { join } from "node:path";
import { createServer as createTlsServer } from "node:tls";
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
import { type LocalAws, startLocalAws } from "@lectern/local-aws";
import { generate } from "selfsigned";
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

const listening = async (server: NetServer | Server): Promise<number> => {
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

/** Takes TLS off what was meant for AWS; the hosts it names tell local-aws what is meant. */
const createAws = (tls: { key: string; cert: string }, { url }: LocalAws): NetServer =>
  createTlsServer(tls, (socket) => {
    const inner = connect(Number(new URL(url).port), "127.0.0.1");
    for (const [from, to] of [
      [socket, inner],
      [inner, socket],
    ] as const) {
      from.pipe(to);
      from.on("error", () => to.destroy());
    }
  });

export async function startDeployment(): Promise<Deployment> {
  if (process.env.LECTERN_TEMPLATES !== "written") await writeTemplates();
  const localAws = await startLocalAws({
    port: 0,
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

  const { private: key, cert } = await generate([{ name: "commonName", value: DOMAIN }], { keySize: 2048 });
  const [sites, aws] = [createSites({ key, cert }, folderOf), createAws({ key, cert }, localAws)];
  const [sitesPort, awsPort] = [await listening(sites), await listening(aws)];
  return {
    speakerUrl: urlOf("speaker"),
    listenerUrl: urlOf("listener"),
    switches: [
      `--host-resolver-rules=MAP *.${DOMAIN} 127.0.0.1:${sitesPort},MAP *.amazonaws.com 127.0.0.1:${awsPort}`,
      "--ignore-certificate-errors",
    ],
    async close() {
      sites.closeAllConnections();
      sites.close();
      aws.close();
      await localAws.close();
    },
  };
}
