import type { UnusableCredential } from './authentication.js';
import type { UnusableAddress } from './endpoint.js';

/** Why an address is refused and what is expected, in English; the address itself, which may hold a secret, is not in it. */
export function describeUnusableAddress(reason: UnusableAddress): string {
  return addresses[reason];
}

/** Why a credential is refused, in English, without the credential. */
export function describeUnusableCredential(reason: UnusableCredential): string {
  return credentials[reason];
}

const addresses: Readonly<Record<UnusableAddress, string>> = {
  empty: 'The address is empty; expected is https://HOST.',
  'forbidden-character':
    'The address has a blank, control character or backslash, or is too long; expected is https://HOST.',
  'user-info': 'The address holds a user or password; expected is https://HOST.',
  fragment: 'The address has a "#" part; expected is https://HOST.',
  query: 'The address has a "?" part; expected is https://HOST.',
  path: 'The address has a path; expected is https://HOST alone.',
  'not-https': 'The address is not https; plain http is for this machine alone (localhost, 127.0.0.1).',
  'ip-address': 'The address is an IP address; expected is the name of the host.',
  malformed: 'The address is not one that every program reads alike; expected is https://HOST or https://HOST:PORT.',
};

const credentials: Readonly<Record<UnusableCredential, string>> = {
  'user-empty': 'The user is empty.',
  'user-control-character': 'The user holds a line end or another control character.',
  'user-not-latin-1': 'The user holds a character that a header cannot carry.',
  'user-colon': 'The user holds a colon, which Basic authentication cannot carry.',
  'password-empty': 'The password is empty.',
  'password-control-character': 'The password holds a line end or another control character.',
  'digest-malformed': 'The password digest is not 32 hexadecimal digits in lower case.',
};
