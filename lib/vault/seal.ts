import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import { derivedKey, keyRing } from "./key-ring";

/** Where a sealed value lies. It opens nowhere else: not in another row, column or tenant. */
export interface Place {
  readonly resellerId: string;
  readonly table: "licences" | "systems" | "import_chunks";
  readonly id: string;
  readonly column: "licence_key" | "server_key" | "sealed";
}

/** A licence key as the database keeps it. */
export interface SealedKey {
  readonly sealed: string;
  /** What people see without asking for the key. */
  readonly mask: string;
  /** The same for the same key of the same reseller, and worth nothing without the secret. */
  readonly digest: string;
}

const CIPHER = "aes-256-gcm";
/** A shorter tag can be forged by trying, and Node takes four bytes where no length is said. */
const TAG_BYTES = 16;
const NONCE_BYTES = 12;

const placeText = ({ resellerId, table, id, column }: Place) => Buffer.from(`${resellerId}|${table}|${id}|${column}`);

export function sealKey(plain: string, place: Place): SealedKey {
  return {
    sealed: sealBytes(Buffer.from(plain, "utf8"), place),
    mask: maskOf(plain),
    digest: digestOf(plain, place.resellerId),
  };
}

/** Throws where the text was altered, lies in another place than it was sealed for, or its secret is not on the ring. */
export function openKey(sealed: string, place: Place): string {
  return openBytes(sealed, place).toString("utf8");
}

/** AES-256-GCM with a key of the reseller's own, a fresh nonce, and the place as additional data: `v1.<key id>.<nonce>.<text>.<tag>`. */
export function sealBytes(plain: Uint8Array, place: Place): string {
  const { current, secrets } = keyRing();
  const secret = secrets.get(current) ?? "";
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, derivedKey(secret, place.resellerId, "seal"), nonce, {
    authTagLength: TAG_BYTES,
  });
  cipher.setAAD(placeText(place));
  const text = Buffer.concat([cipher.update(plain), cipher.final()]);
  const parts = [nonce, text, cipher.getAuthTag()].map((part) => part.toString("base64url"));
  return ["v1", current, ...parts].join(".");
}

export function openBytes(sealed: string, place: Place): Buffer {
  const [version, keyId = "", nonce = "", text = "", tag = "", ...more] = sealed.split(".");
  if (version !== "v1" || more.length > 0) throw new Error("A sealed key in a form that is not known.");
  const secret = keyRing().secrets.get(keyId);
  if (secret === undefined)
    throw new Error(`LICENCE_KEY_SECRETS lacks "${keyId}", which a licence key was sealed with.`);
  const tagBytes = Buffer.from(tag, "base64url");
  if (tagBytes.length !== TAG_BYTES) throw new Error("A sealed key with a tag that is too short.");
  const key = derivedKey(secret, place.resellerId, "seal");
  const decipher = createDecipheriv(CIPHER, key, Buffer.from(nonce, "base64url"), { authTagLength: TAG_BYTES });
  decipher.setAAD(placeText(place));
  decipher.setAuthTag(tagBytes);
  return Buffer.concat([decipher.update(Buffer.from(text, "base64url")), decipher.final()]);
}

/** Tells whether two keys of a reseller are the same without opening them; the secret's id stands before it. */
export function digestOf(plain: string, resellerId: string): string {
  const { current, secrets } = keyRing();
  const key = derivedKey(secrets.get(current) ?? "", resellerId, "digest");
  return `${current}:${createHmac("sha256", key).update(plain).digest("base64url")}`;
}

/** Whether a key was sealed with another secret than the one that seals now. */
export function isOutdated(sealed: string): boolean {
  return sealed.split(".")[1] !== keyRing().current;
}

/** The last four characters of a key that is long enough to be told by them, of a shorter one nothing. */
export function maskOf(plain: string): string {
  return plain.length >= 12 ? `•••• ${plain.slice(-4)}` : "••••";
}
