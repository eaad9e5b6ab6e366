/** Loaded by Vitest before each `*.fuzz.test.ts`. */
import { beforeEach } from "vitest";
import { watchConsole } from "./console.ts";
import "./judging.ts";

beforeEach(watchConsole);
