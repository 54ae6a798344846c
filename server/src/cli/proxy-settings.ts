type Environment = Readonly<Record<string, string | undefined>>;

export type ProxySetting =
  | { readonly kind: 'direct' }
  | { readonly kind: 'proxy'; readonly url: URL }
  /** `HTTPS_PROXY` is set and is no address of a proxy. */
  | { readonly kind: 'malformed' };

/**
 * How to get to an address by `HTTPS_PROXY` and `NO_PROXY` (either case, lower case first; empty counts as not set).
 * Plain http, which is for this machine alone, and loopback addresses always go directly.
 */
export function proxyFor(target: URL, env: Environment): ProxySetting {
  const proxy = settingOf(env, 'HTTPS_PROXY');
  if (proxy === undefined || target.protocol !== 'https:' || isLoopback(target.hostname)) return { kind: 'direct' };
  if (isExcepted(target, settingOf(env, 'NO_PROXY') ?? '')) return { kind: 'direct' };
  const address = proxy.includes('://') ? proxy : `http://${proxy}`;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') return { kind: 'malformed' };
  return { kind: 'proxy', url };
}

function settingOf(env: Environment, name: string): string | undefined {
  return [env[name.toLowerCase()], env[name]].find((value) => value !== undefined && value !== '');
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

/** An entry is a host, which stands for its sub-domains too, with or without a port; `*` is every host. */
function isExcepted(target: URL, list: string): boolean {
  const port = target.port || '443';
  return list
    .toLowerCase()
    .split(/[\s,]+/)
    .some((entry) => {
      const [, name = '', entryPort = port] = /^\*?\.?([^:]*)(?::(\d+))?$/.exec(entry) ?? [];
      if (entry === '*') return true;
      return name !== '' && entryPort === port && `.${target.hostname}`.endsWith(`.${name}`);
    });
}
