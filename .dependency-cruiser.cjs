// Wall 3: what neither the compiler nor the lint table sees, cycles above all.
const layer = (name) => `^server/src/${name}/`;
module.exports = {
  forbidden: [
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'core-is-pure',
      severity: 'error',
      from: { path: layer('core') },
      to: {
        dependencyTypesNot: ['local', 'type-only', 'type-import'],
        pathNot:
          'node_modules/(jsonc-parser|vscode-languageserver-types|vscode-languageserver-textdocument|picomatch)/',
      },
    },
    {
      name: 'core-knows-no-other-layer',
      severity: 'error',
      from: { path: layer('core') },
      to: { path: '^(server|client)/src/', pathNot: '^server/src/(core|generated|json-string)/' },
    },
    {
      name: 'sandbox-stands-alone',
      severity: 'error',
      from: { path: layer('sandbox') },
      to: { path: '^(server|client)/src/', pathNot: layer('sandbox') },
    },
    {
      name: 'client-sees-only-protocol-api-and-json-strings',
      severity: 'error',
      from: { path: '^client/src/' },
      to: { path: '^server/src/', pathNot: '^server/src/(api|protocol|json-string)/|^server/src/state/' },
    },
    {
      name: 'features-do-not-import-siblings',
      severity: 'error',
      from: { path: '^client/src/extension/features/([^/]+)/' },
      to: { path: '^client/src/extension/features/', pathNot: '^client/src/extension/features/$1/' },
    },
    {
      name: 'infrastructure-knows-no-feature',
      severity: 'error',
      from: { path: '^client/src/extension/infrastructure/' },
      to: { path: '^client/src/extension/features/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
      mainFields: ['module', 'main'],
    },
  },
};
