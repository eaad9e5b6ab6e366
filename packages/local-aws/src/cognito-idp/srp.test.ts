import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import {
  claimSignature,
  computeVerifier,
  hexToBigInt,
  isUsablePublicValue,
  newServerKeys,
  pad,
  sessionKey,
} from "./srp.ts";

/** Computed from the client's side, S = (B - k·g^x)^(a + u·x), by a program of its own that derives the group from RFC 3526's formula. */
const vectors = [
  {
    salt: "8f0e1d2c3b4a59687766554433221100",
    verifier: "1e19a31b40daa1eced2149044408ade9cb8fd02f53f9193c43e33b23dba23c4b",
    B: "7013c1fc539aff5dd4c819fafa4280de82abc1cf96ee95c3bb454cd955e3a13e",
    key: "2e04ebfcae31915a81be1a5b5c54cf51",
    signature: "jvNJIpMsJ1NHGePAiJbkEQpcGmEULyue+LKa095VClU=",
  },
  {
    salt: "0f0e1d2c3b4a59687766554433221100",
    verifier: "69b1b20bb098cff5512221c4dc315394969eee069c87acd23563a02fa055f129",
    B: "c9d1d690cad93ba55c18066cf8b2cdc48fc70eb17b05bbbaf8a2e8aa41dfaac2",
    key: "1dd82ba3cd5cf87a91f39af53ac69d03",
    signature: "SiynXFqPsE1AUunCq86hhfWb4VacZi2KmkrJs97l+NY=",
  },
];

const identity = { poolName: "Lectern01", userId: "b4a0c9d2-0f6e-4c1a-9d3b-1f2e3d4c5b6a" };
/** g^a for a = a1…a1, 32 bytes. */
const A = hexToBigInt(
  "78604b754341df90d89b6b6f863685f06670aa11b23e06bd273c7d699d8589b9217b0bd9c6779c5bf67889259965c46f" +
    "9e1d688ee977d8606ddc9ffe5ce6403c8d9598e8e9dc3bfc9e12e19b586dbc85f4ecce8211f350f2364d0fd24c3c0dee" +
    "d7783d90f121c7c6f2ee7064e63d88d8fd1b0a7b3dfbe9bcd92db247c7c76b2a50d49ab4f6a68165f0192a088475da95" +
    "3aefeb4ee1fedc8f5488e01e89bfc8b3a2d0f1fd1f28829422c6999579ac84ec676994449cca9ba82311b40894153a00" +
    "c8ba843bfb528e18d9cc6b0a532f305b5d250469983c989c2a332f7ae252845fb7d4188656f1c87ed94115108304dc5a" +
    "2926fa7bd95d0e6a074cb9f3bc120275bef33f509482a5a9854935c830f6753e6d5d38be77d24819a1eb4286d228c127" +
    "0d68e7aa5db7d33acc638600bfba76af6f6293c055ababd1b8f57b6e72b67f6c3253cd0053c37dda63d7bb0a1267397d" +
    "78413e0c272f2789ddc707116ad8e2fa198848aacba9111264499e264060cbb03c3b25f4c3bf323a8128a67cc4688292",
);
const b = hexToBigInt("b2".repeat(32));
const block = Buffer.from(Array.from({ length: 64 }, (_, index) => index));
const hash = (value: bigint): string => createHash("sha256").update(pad(value)).digest("hex");

describe("SRP-6a as Cognito speaks it", () => {
  it.each(vectors)("agrees with a client computed elsewhere, salt $salt", (vector) => {
    const { verifier } = computeVerifier(identity, "Correct-Horse-1", vector.salt);
    expect(hash(hexToBigInt(verifier))).toBe(vector.verifier);
    const keys = newServerKeys(verifier, b);
    expect(hash(keys.B)).toBe(vector.B);
    const key = sessionKey(A, keys, verifier);
    expect(key.toString("hex")).toBe(vector.key);
    const signature = claimSignature(key, identity, block, "Sun Nov 22 09:05:03 UTC 2026");
    expect(signature.toString("base64")).toBe(vector.signature);
  });

  it("knows a public value of zero modulo N, by which no password would be needed", () => {
    const N = hexToBigInt(
      "ffffffffffffffffc90fdaa22168c234c4c6628b80dc1cd129024e088a67cc74020bbea63b139b22514a08798e3404dd" +
        "ef9519b3cd3a431b302b0a6df25f14374fe1356d6d51c245e485b576625e7ec6f44c42e9a637ed6b0bff5cb6f406b7ed" +
        "ee386bfb5a899fa5ae9f24117c4b1fe649286651ece45b3dc2007cb8a163bf0598da48361c55d39a69163fa8fd24cf5f" +
        "83655d23dca3ad961c62f356208552bb9ed529077096966d670c354e4abc9804f1746c08ca18217c32905e462e36ce3b" +
        "e39e772c180e86039b2783a2ec07a28fb5c55df06f4c52c9de2bcbf6955817183995497cea956ae515d2261898fa0510" +
        "15728e5a8aaac42dad33170d04507a33a85521abdf1cba64ecfb850458dbef0a8aea71575d060c7db3970f85a6e1e4c7" +
        "abf5ae8cdb0933d71e8c94e04a25619dcee3d2261ad2ee6bf12ffa06d98a0864d87602733ec86a64521f2b18177b200c" +
        "bbe117577a615d6c770988c0bad946e208e24fa074e5ab3143db5bfce0fd108e4b82d120a93ad2caffffffffffffffff",
    );
    expect([0n, N, 2n * N].map(isUsablePublicValue)).toEqual([false, false, false]);
    expect([1n, N + 1n, A].map(isUsablePublicValue)).toEqual([true, true, true]);
  });
});
