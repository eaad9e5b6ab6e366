import { expect, it } from "vitest";
import { readPhoneNumber } from "./phone-number.ts";

it.each([
  ["+4917012345678", "+4917012345678"],
  [" +49 170 1234-5678 ", "+4917012345678"],
  ["0049 (0)170/1234 5678", "+4917012345678"],
  ["+1 (555) 010-9999", "+15550109999"],
  ["\u200e+٢٠ ١٠٠ ١٢٣ ٤٥٦٧", "+201001234567"],
  ["＋49 170 12345678", "+4917012345678"],
])("reads %s", (typed, number) => {
  expect(readPhoneNumber(typed)).toBe(number);
});

it.each(["", "0170 12345678", "+49", "+0170123456789", "+4917012345678901234", "call me", "+49 170 1234567x"])(
  "takes %s for no number that says its country",
  (typed) => {
    expect(readPhoneNumber(typed)).toBeNull();
  },
);
