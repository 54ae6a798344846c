import { type Event, l10n, window } from 'vscode';
import { createTokenCache } from '../../../../../server/src/api/index';
import type { RegisterCommand } from '../../infrastructure/commands';
import type { Disposes } from '../../infrastructure/disposables';
import { type Environment, isSameEnvironment, readEnvironments, type SignIn } from '../../infrastructure/environment';
import { chooseEnvironment, type EnvironmentChoice } from '../../infrastructure/environment-choice';
import type { CreateHttp } from '../../infrastructure/http';
import type { Log } from '../../infrastructure/log';
import type { Credentials } from '../../infrastructure/secrets';
import {
  addEnvironmentSetting,
  environmentSetting,
  environmentsSetting,
  onDidChangeEnvironmentSettings,
  storeEnvironmentSetting,
} from '../../infrastructure/settings';
import { askForEnvironment } from './add-environment';
import { createEnvironmentStatus } from './environment-status';
import { describeFault } from './environment-texts';
import { pickEnvironment } from './pick-environment';
import { signIn, type SignInPorts, storedSignIn } from './sign-in';
import { signOut } from './sign-out';

/** The environments as other features see them. */
export interface Environments extends Disposes {
  /** The active environment, or the one the user picks now; `undefined` when the question was dismissed. */
  choose(): Promise<Environment | undefined>;
  /** What a submit of this window goes to as of now, without asking. */
  choice(): EnvironmentChoice;
  readonly onDidChangeChoice: Event<void>;
  /** Whether the environment is still defined as it is here and still the active one of this window. */
  isActive(environment: Environment): boolean;
  /** Every environment that is defined now. */
  defined(): readonly Environment[];
  /** The stored sign-in, without asking the user. */
  storedSignIn(environment: Environment): Promise<SignIn>;
  /** The API refused it: a token that is kept is worth nothing. */
  refused(environment: Environment): void;
  /** The stored sign-in, or one that the user enters now. */
  signIn(environment: Environment): Promise<SignIn>;
}

interface EnvironmentsFeature {
  readonly credentials: Credentials;
  readonly http: CreateHttp;
  readonly log: Log;
  readonly register: RegisterCommand;
}

/** The commands that choose an environment, sign in and sign out, and the environment in the status bar. */
export function activateEnvironments({ credentials, http, log, register }: EnvironmentsFeature): Environments {
  let picked: Environment | undefined;
  const defined = (): readonly Environment[] => readEnvironments(environmentsSetting()).environments;
  const choice = (): EnvironmentChoice => chooseEnvironment(defined(), environmentSetting(), picked);
  const status = createEnvironmentStatus(choice);

  const pick = async (): Promise<Environment | undefined> => {
    const { environments, faults } = readEnvironments(environmentsSetting());
    const environment = await pickEnvironment(environments, l10n.t('Choose the environment for this window'), faults);
    if (environment) {
      picked = environment;
      status.update();
    }
    return environment;
  };
  const choose = async (): Promise<Environment | undefined> => {
    const now = choice();
    return now.kind === 'active' ? now.environment : pick();
  };
  const ports: SignInPorts = { credentials, http, tokens: createTokenCache(() => Date.now()) };
  const stored = (environment: Environment) => storedSignIn(environment, ports);

  const disposables = [
    status,
    onDidChangeEnvironmentSettings(({ isNameChanged }) => {
      if (isNameChanged && environmentSetting() !== picked?.name) picked = undefined;
      logFaults(log);
      status.update();
    }),
    register('targetgroup.selectEnvironment', async () => {
      const environment = await pick();
      if (environment) await storeEnvironmentSetting(environment.name);
    }),
    register('targetgroup.addEnvironment', () => addCommand(defined())),
    register('targetgroup.signIn', () => signInCommand(defined(), ports)),
    register('targetgroup.signOut', () => signOut(defined(), ports)),
  ];
  logFaults(log);
  return {
    choice,
    onDidChangeChoice: status.onDidUpdate,
    choose,
    isActive: (environment) => {
      const now = choice();
      return now.kind === 'active' && isSameEnvironment(now.environment, environment);
    },
    defined,
    storedSignIn: stored,
    refused: forgetTokens(ports),
    signIn: async (environment) => {
      const known = await stored(environment);
      if (known.kind !== 'none') return known;
      return (await signIn(environment, ports)) ? stored(environment) : known;
    },
    dispose: () => {
      for (const disposable of disposables) disposable.dispose();
    },
  };
}

const forgetTokens =
  ({ tokens }: SignInPorts) =>
  ({ endpoint }: Environment): void => {
    tokens.forget(endpoint.origin);
  };

function logFaults(log: Log): void {
  for (const fault of readEnvironments(environmentsSetting()).faults) log.warn(describeFault(fault));
}

async function addCommand(defined: readonly Environment[]): Promise<void> {
  const entry = await askForEnvironment(defined);
  if (!entry) return;
  await addEnvironmentSetting(entry);
  void window.showInformationMessage(l10n.t('{0} is in your settings now: choose it to submit there.', entry.name));
}

async function signInCommand(defined: readonly Environment[], ports: SignInPorts): Promise<void> {
  const environment = await pickEnvironment(
    defined.filter(({ isBuiltIn }) => !isBuiltIn),
    l10n.t('Sign in to which environment?'),
  );
  if (environment && (await signIn(environment, ports))) {
    void window.showInformationMessage(l10n.t('Signed in to {0} ({1}).', environment.name, environment.endpoint.host));
  }
}
