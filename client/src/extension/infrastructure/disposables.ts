/** What has to be put away at the end; VS Code's own `Disposable` is a class, ours are often plain objects. */
export interface Disposes {
  dispose(): unknown;
}
