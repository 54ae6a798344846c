import type { UnusableCredential } from './authentication';
import type { UnusableAddress } from './endpoint';
import { inEnglish, type Translate } from './wording';

/**
 * Why an address is refused and what is expected, in English, or as `t` translates it; the address itself, which may
 * hold a secret, is not in it.
 */
export function describeUnusableAddress(reason: UnusableAddress, t: Translate = inEnglish): string {
  switch (reason) {
    case 'empty':
      return t('The address is empty; expected is https://HOST.');
    case 'forbidden-character':
      return t('The address has a blank, control character or backslash, or is too long; expected is https://HOST.');
    case 'user-info':
      return t('The address holds a user or password; expected is https://HOST.');
    case 'fragment':
      return t('The address has a "#" part; expected is https://HOST.');
    case 'query':
      return t('The address has a "?" part; expected is https://HOST.');
    case 'path':
      return t('The address has a path; expected is https://HOST alone.');
    case 'not-https':
      return t('The address is not https; plain http is for this machine alone (localhost, 127.0.0.1).');
    case 'ip-address':
      return t('The address is an IP address; expected is the name of the host.');
    case 'blocked-port':
      return t(
        'The port belongs to another service, and programs that send requests refuse to open it; another one is expected.',
      );
    case 'malformed':
      return t('The address is not one that every program reads alike; expected is https://HOST or https://HOST:PORT.');
  }
}

/** Why a credential is refused, in English, or as `t` translates it, without the credential. */
export function describeUnusableCredential(reason: UnusableCredential, t: Translate = inEnglish): string {
  switch (reason) {
    case 'user-empty':
      return t('The user is empty.');
    case 'user-control-character':
      return t('The user holds a line end or another control character.');
    case 'user-not-latin-1':
      return t('The user holds a character that a header cannot carry.');
    case 'user-colon':
      return t('The user holds a colon, which Basic authentication cannot carry.');
    case 'password-empty':
      return t('The password is empty.');
    case 'password-control-character':
      return t('The password holds a line end or another control character.');
    case 'digest-malformed':
      return t('The password digest is not 32 hexadecimal digits in lower case.');
    case 'key-unusable':
      return t('The key is empty, or holds a blank, a line end or another control character.');
    case 'secret-unusable':
      return t('The secret is empty, or holds a line end or another control character.');
  }
}
