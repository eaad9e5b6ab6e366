import { expect, it } from "vitest";
import { planUpload } from "./upload.ts";

it("uploads HTML last, and lets only files with a hash in their names be cached", () => {
  const plan = planUpload(["index.html", "assets/index-B3x.js", "assets/newsreader-a.woff2", "icon.svg"]);
  expect(plan.at(-1)).toEqual({ key: "index.html", contentType: "text/html; charset=utf-8", cacheControl: "no-cache" });
  expect(plan[0]).toEqual({
    key: "assets/index-B3x.js",
    contentType: "text/javascript; charset=utf-8",
    cacheControl: "public, max-age=31536000, immutable",
  });
  expect(plan.map(({ contentType }) => contentType)).toContain("font/woff2");
  expect(plan.find(({ key }) => key === "icon.svg")?.cacheControl).toBe("no-cache");
});
