import type { ConfigResponse } from "@lectern/session-api/contract";
import { createContext } from "react";

/** What `GET /config` told; null until it has. */
export const DeploymentContext = createContext<ConfigResponse | null>(null);
