import { md5 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** SHA-256 in lower-case hex: the `hash` of a submit is that of the bytes sent. */
export function sha256Hex(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}

/** MD5 of the text's UTF-8 in lower-case hex: what the API takes instead of a password (FACTS e). */
export function md5Hex(text: string): string {
  return bytesToHex(md5(utf8(text)));
}

/** Base64 (with padding) of the text's UTF-8; `btoa` alone throws on anything beyond latin-1. */
export function base64(text: string): string {
  return btoa(Array.from(utf8(text), (byte) => String.fromCharCode(byte)).join(''));
}

/** The text as UTF-8; half a surrogate pair becomes U+FFFD. */
export function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
