// Checks proofs and checkpoints in the reader's browser: RFC 6962 trees, C2SP notes, checkpoints, tiles and proof files.
// It asks this site for files and nobody else. Texts for people are in the page, as data-* of the form.
"use strict";

const utf8 = new TextEncoder();
const form = document.querySelector("form");
const answer = document.querySelector("output");
const words = JSON.parse(form.dataset.words);
const base = form.dataset.base;

class Unsound extends Error {}

function bytes(text) {
  const binary = atob(text.trim());
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}

function joined(...parts) {
  const all = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) { all.set(part, at); at += part.length; }
  return all;
}

function same(one, other) {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

async function sha256(...parts) {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", joined(...parts)));
}

const leafHash = (entry) => sha256(Uint8Array.of(0), entry);
const nodeHash = (left, right) => sha256(Uint8Array.of(1), left, right);

// ── c2sp.org/signed-note, tlog-checkpoint ─────────────────────────────────────────────────────────────────────────

async function verifier(text) {
  const [name, id, ...rest] = text.trim().split("+");
  const content = bytes(rest.join("+"));
  if (content.length !== 33 || content[0] !== 1) throw new Unsound("the key is no Ed25519 key of a log");
  const hashed = await sha256(utf8.encode(name + "\n"), content);
  const known = [...hashed.slice(0, 4)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  if (known !== id) throw new Unsound("the key is not the one that its own hash names");
  let key;
  try {
    key = await crypto.subtle.importKey("raw", content.slice(1), { name: "Ed25519" }, false, ["verify"]);
  } catch (error) {
    throw new Unsound(words.no_ed25519);
  }
  return { name, id: hashed.slice(0, 4), key };
}

async function opened(note, believed) {
  const end = note.lastIndexOf("\n\n");
  if (end < 0) throw new Unsound("the checkpoint has no signatures");
  const text = note.slice(0, end + 1);
  for (const line of note.slice(end + 2).split("\n")) {
    const [mark, name, encoded] = line.split(" ");
    if (mark !== "—" || name !== believed.name) continue;
    const signed = bytes(encoded);
    if (!same(signed.slice(0, 4), believed.id)) continue;
    const holds = await crypto.subtle.verify({ name: "Ed25519" }, believed.key, signed.slice(4), utf8.encode(text));
    if (!holds) throw new Unsound("the signature of the checkpoint is not its own");
    const [origin, size, root] = text.split("\n");
    if (origin !== believed.name || !/^(0|[1-9][0-9]{0,14})$/.test(size)) throw new Unsound("it is no checkpoint of that log");
    return { origin, size: Number(size), root: bytes(root) };
  }
  throw new Unsound("the key did not sign the checkpoint");
}

// ── RFC 9162, 2.1.3.2; sizes are below 2**53, so that no operator on 32 bits may be used ──────────────────────────

async function checkInclusion(leaf, index, size, proof, root) {
  if (!(index >= 0 && index < size)) throw new Unsound("the entry is not in a tree of that size");
  let at = index, last = size - 1, found = leaf;
  for (const beside of proof) {
    if (last === 0) throw new Unsound("the proof has hashes left over");
    if (at % 2 === 1 || at === last) {
      found = await nodeHash(beside, found);
      while (at % 2 === 0 && at !== 0) { at /= 2; last = Math.floor(last / 2); }
    } else {
      found = await nodeHash(found, beside);
    }
    at = Math.floor(at / 2); last = Math.floor(last / 2);
  }
  if (last !== 0) throw new Unsound("the proof lacks hashes");
  if (!same(found, root)) throw new Unsound("the proof leads to another root");
}

// ── c2sp.org/tlog-tiles: the root over the first entries, from the tiles of this site ─────────────────────────────

function tilePath(level, index, width) {
  const digits = String(index).padStart(Math.ceil(String(index).length / 3) * 3, "0").match(/.{3}/g);
  const last = digits.pop();
  return ["tile", level, ...digits.map((part) => "x" + part), last + (width < 256 ? ".p/" + width : "")].join("/");
}

async function fetched(path) {
  const response = await fetch(base + path, { cache: "no-store" });
  if (!response.ok) throw new Unsound(path + " is not there");
  return response;
}

function tileReader(size) {
  const known = new Map();
  return async (level, index) => {
    const name = level + "/" + index;
    if (!known.has(name)) {
      const width = Math.min(256, Math.floor(size / 256 ** level) - index * 256);
      const content = new Uint8Array(await (await fetched("log/" + tilePath(level, index, width))).arrayBuffer());
      if (content.length !== width * 32) throw new Unsound("a tile is not of its size");
      known.set(name, content);
    }
    return known.get(name);
  };
}

async function perfect(tiles, start, height) {
  const level = Math.floor(height / 8), first = start / 256 ** level, index = Math.floor(first / 256);
  const tile = await tiles(level, index), count = 2 ** (height % 8), offset = first % 256;
  let row = Array.from({ length: count }, (_, at) => tile.slice((offset + at) * 32, (offset + at + 1) * 32));
  while (row.length > 1) {
    row = await Promise.all(Array.from({ length: row.length / 2 }, (_, at) => nodeHash(row[2 * at], row[2 * at + 1])));
  }
  return row[0];
}

async function rootOver(tiles, size) {
  if (size === 0) return sha256(new Uint8Array());
  const parts = [];
  let start = 0;
  while (start < size) {
    const height = Math.floor(Math.log2(size - start));
    parts.push(await perfect(tiles, start, height));
    start += 2 ** height;
  }
  let root = parts.pop();
  while (parts.length) root = await nodeHash(parts.pop(), root);
  return root;
}

// ── The two questions ─────────────────────────────────────────────────────────────────────────────────────────────

async function figure(believed, written) {
  const split = written.indexOf("\n\n");
  const lines = written.slice(0, split).split("\n");
  if (split < 0 || lines[0] !== "c2sp.org/tlog-proof@v1") throw new Unsound("it is no proof file");
  if (!/^extra /.test(lines[1] || "") || !/^index (0|[1-9][0-9]{0,14})$/.test(lines[2] || "")) throw new Unsound("it lacks the entry");
  const told = JSON.parse(new TextDecoder().decode(bytes(lines[1].slice(6))));
  const index = Number(lines[2].slice(6));
  const head = await opened(written.slice(split + 2), believed);
  const entry = utf8.encode(told.entry);
  await checkInclusion(await leafHash(entry), index, head.size, lines.slice(3).map(bytes), head.root);
  const envelope = JSON.parse(told.entry);
  if (envelope.index !== index) throw new Unsound("the entry says another index of itself");
  let said = envelope;
  if (told.payload !== undefined) {
    const hashed = [...await sha256(utf8.encode(told.payload))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    if (hashed !== envelope.payload) throw new Unsound("the payload is not the one that was recorded");
    said = { kind: envelope.kind, stream: envelope.stream, hour: envelope.hour, ...JSON.parse(told.payload) };
  }
  return [words.holds.replace("{index}", index + 1).replace("{origin}", head.origin).replace("{size}", head.size), said];
}

async function growth(believed, kept) {
  const old = await opened(kept, believed);
  const now = await opened(await (await fetched("log/checkpoint")).text(), believed);
  if (old.size > now.size) throw new Unsound("the log has " + now.size + " entries, and you kept a checkpoint of " + old.size);
  const tiles = tileReader(now.size);
  if (!same(await rootOver(tiles, now.size), now.root)) throw new Unsound("the tiles are not those of the checkpoint");
  if (!same(await rootOver(tiles, old.size), old.root)) throw new Unsound("the log does not begin with what you kept");
  return [words.grown.replace("{origin}", now.origin).replace("{size}", now.size).replace("{old}", old.size)];
}

function show(verdict, text, said) {
  answer.dataset.verdict = verdict;
  answer.replaceChildren();
  const first = document.createElement("p");
  const strong = document.createElement("strong");
  if (verdict !== "waiting") strong.textContent = words[verdict] + " ";
  first.append(strong, text);
  answer.append(first);
  if (said !== undefined) {
    const listing = document.createElement("pre");
    listing.textContent = JSON.stringify(said, null, 2);
    answer.append(listing);
  }
}

async function ask(question, given) {
  show("waiting", words.waiting);
  try {
    const [text, said] = await question(await verifier(form.elements.key.value), given);
    show("yes", text, said);
  } catch (error) {
    show("no", error instanceof Unsound ? error.message : String(error));
  }
}

form.addEventListener("submit", (event) => event.preventDefault());
form.elements.run_proof.addEventListener("click", () => ask(figure, form.elements.proof.value));
form.elements.run_growth.addEventListener("click", () => ask(growth, form.elements.old.value));

(async () => {
  form.elements.key.value = await (await fetched("log/log.pub")).text();
  const wanted = new URLSearchParams(location.search).get("proof");
  if (wanted && /^T-[0-9a-z]{10}$/.test(wanted)) {
    form.elements.proof.value = await (await fetched("toll/" + wanted + ".tlog-proof")).text();
    await ask(figure, form.elements.proof.value);
  }
  document.body.dataset.ready = "yes";
})().catch((error) => show("no", String(error)));
