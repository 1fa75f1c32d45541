// Reads one case a line from stdin and answers with one line each: yes, or no and why. It knows nothing of this product:
// checkpoints and inclusion proofs are judged by @sigstore/verify, the library that npm checks its packages with.
"use strict";
const path = require("node:path");
const readline = require("node:readline");
const { createPublicKey } = require("node:crypto");

const dist = path.join(process.argv[2], "node_modules/@sigstore/verify/dist/tlog");
const { verifyCheckpoint } = require(path.join(dist, "checkpoint.js"));
const { verifyMerkleInclusion } = require(path.join(dist, "merkle.js"));

const SPKI = Buffer.from("302a300506032b6570032100", "hex"); // an Ed25519 key follows (RFC 8410)

function check(given) {
  if (given.Kind === "checkpoint") {
    const [name, id, encoded] = given.Key.split("+").slice(0, 2).concat(given.Key.split("+").slice(2).join("+"));
    const key = Buffer.concat([SPKI, Buffer.from(encoded, "base64").subarray(1)]);
    const log = { logID: Buffer.from(id, "hex"), baseURL: name, publicKey: createPublicKey({ key, format: "der", type: "spki" }) };
    const head = verifyCheckpoint({ inclusionProof: { checkpoint: { envelope: given.Note } } }, [log]);
    if (head.logSize !== BigInt(given.Size) || head.logHash.toString("base64") !== given.Root) throw new Error("another head");
    return;
  }
  const hashes = given.Proof.map((each) => Buffer.from(each, "base64"));
  const entry = { canonicalizedBody: Buffer.from(given.Entry, "base64"), inclusionProof: { logIndex: given.Index, hashes } };
  verifyMerkleInclusion(entry, { logSize: BigInt(given.Size), logHash: Buffer.from(given.Root, "base64") });
}

readline.createInterface({ input: process.stdin }).on("line", (line) => {
  try {
    check(JSON.parse(line));
    console.log("yes");
  } catch (error) {
    console.log("no", error.message);
  }
});
