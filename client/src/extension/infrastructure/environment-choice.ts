import { type Environment, environmentNamed, isSameEnvironment } from './environment';

/** Which environment a submit of this window goes to. */
export type EnvironmentChoice =
  | { readonly kind: 'none' }
  | { readonly kind: 'active'; readonly environment: Environment }
  /** Named by the settings, but not to be used until the user picks it in this window: production, or no such name. */
  | { readonly kind: 'inactive'; readonly name: string; readonly environment: Environment | undefined };

/**
 * `named` is the setting `targetgroup.environment`, which a workspace may write; `picked` is what the user picked in this
 * window. A pick holds only as long as its environment is still defined as it was.
 */
export function chooseEnvironment(
  environments: readonly Environment[],
  named: string,
  picked: Environment | undefined,
): EnvironmentChoice {
  if (picked && environments.some((environment) => isSameEnvironment(environment, picked))) {
    return { kind: 'active', environment: picked };
  }
  if (named === '') return { kind: 'none' };
  const environment = environmentNamed(named, environments);
  if (!environment || environment.kind === 'production') return { kind: 'inactive', name: named, environment };
  return { kind: 'active', environment };
}
