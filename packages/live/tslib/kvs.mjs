/**
 * Of tslib, only what the KVS SDK takes: it asks for all of it at once (CommonJS), so that nothing could be left out of
 * the listener's page. An update of the SDK that needs another is found by any test in which sound is heard.
 */
export { __assign, __awaiter, __extends, __generator, __importDefault, __spreadArray } from "tslib/tslib.es6.mjs";
