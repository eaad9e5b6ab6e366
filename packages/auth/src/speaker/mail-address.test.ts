import { fc, text } from "@lectern/fuzz";
import { expect, test } from "vitest";
import { mailAddress, readableAddress } from "./mail-address.ts";

test.each([
  ["ada@müller.example", "ada@xn--mller-kva.example"],
  ["ada@straße.de", "ada@xn--strae-oqa.de"],
  ["ada@faß.example", "ada@xn--fa-hia.example"],
  ["ada@例え.テスト", "ada@xn--r8jz45g.xn--zckzah"],
  ["ada@مثال.إختبار", "ada@xn--mgbh0fb.xn--kgbechtv"],
])("sends to %s as %s, and shows the one as the other", (typed, address) => {
  expect(mailAddress(typed)).toBe(address);
  expect(readableAddress(address)).toBe(typed);
});

test.each([
  [" Ada@Example.org ", "Ada@Example.org"],
  ["<ada@example.org>", "ada@example.org"],
  ["mailto:ada@example.org", "ada@example.org"],
  ["ada\u200b@example.org\u202c\ufeff", "ada@example.org"],
  ["ada＠ｅｘａｍｐｌｅ．ｏｒｇ", "ada@example.org"],
  ["ada@MÜLLER.example", "ada@xn--mller-kva.example"],
])("takes %j for %s", (typed, address) => {
  expect(mailAddress(typed)).toBe(address);
});

test.each(["", "ada", "no address", "ada@ü/example.org", "ada@ü@example.org", "ada@ü:1"])(
  "leaves %j as it is",
  (typed) => {
    expect(mailAddress(typed)).toBe(typed);
  },
);

test("shows as it is what would not lead back to the same address", () => {
  for (const address of [
    "ada@xn--example",
    "ada@xn--99999999999",
    "ada@xn--",
    "ada@xn--strasse-oqa.de",
    "xn--mller-kva",
  ]) {
    expect(mailAddress(readableAddress(address))).toBe(address);
  }
});

test("whatever is typed, what is shown of it is sent to the same address", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        text,
        text.map((domain) => `a@${domain}`),
      ),
      (typed) => {
        const address = mailAddress(typed);
        expect(mailAddress(readableAddress(address))).toBe(mailAddress(address));
      },
    ),
  );
});
