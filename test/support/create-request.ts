import assert from 'node:assert/strict';
import {
  buildCreateRequest,
  createBasicAuthentication,
  parseEndpoint,
  type Authentication,
  type CreateRequest,
  type Endpoint,
} from '../../server/src/api/index';

/** The endpoint at an address that must be a good one. */
export function endpointAt(address: string): Endpoint {
  const parsed = parseEndpoint(address);
  if (parsed.kind === 'invalid') assert.fail(`${address}: ${parsed.reason}`);
  return parsed.endpoint;
}

/** Basic authentication from credentials that must be good ones. */
export function authenticationOf(user: string, password: string): Authentication {
  const parsed = createBasicAuthentication({ user, password });
  if (parsed.kind === 'invalid') assert.fail(parsed.reason);
  return parsed.authentication;
}

/** The request that creates `text` at an address, by a till with a password. */
export function createRequestTo(
  address: string,
  text = '{"name":"Spring"}',
  rest: { user?: string; password?: string; environment?: string; documentVersion?: number } = {},
): CreateRequest {
  const { user = 'till.1', password = 'password', environment = 'Test', ...more } = rest;
  const endpoint = endpointAt(address);
  return buildCreateRequest({ environment, endpoint, authentication: authenticationOf(user, password), text, ...more });
}
