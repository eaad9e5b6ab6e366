import { createPreSignUp } from "@lectern/session-api/pre-sign-up";
import * as v from "valibot";

const schema = v.pipe(v.string(), v.parseJson(), v.record(v.string(), v.nullable(v.array(v.string()))));

/** The User Pool's trigger, where other providers lead to it. */
export const handler = createPreSignUp(v.parse(schema, process.env.LECTERN_INVITED));
