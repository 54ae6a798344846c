/** The key of a setting that the manifest declares (held to it by a test): `'targetgroup.…' satisfies SettingKey`. */
export type SettingKey = `targetgroup.${string}`;
