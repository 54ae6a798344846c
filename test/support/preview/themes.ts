/** What VS Code gives a webview for each kind of theme: classes of the body, and variables (without `--vscode-`). */
export interface Theme {
  readonly bodyClass: string;
  readonly variables: Readonly<Record<string, string>>;
}

const fonts = {
  'font-family': 'system-ui, "Ubuntu", "Droid Sans", sans-serif',
  'font-size': '13px',
  'editor-font-family': '"Droid Sans Mono", monospace',
};

export const themes = {
  light: {
    bodyClass: 'vscode-light',
    variables: {
      ...fonts,
      'editor-foreground': '#3b3b3b',
      'editor-background': '#ffffff',
      descriptionForeground: '#3b3b3b',
      'editorWidget-background': '#f8f8f8',
      'charts-blue': '#1a85ff',
      'charts-purple': '#652d90',
      'charts-green': '#388a34',
      'editorError-foreground': '#e51400',
      'editorWarning-foreground': '#bf8803',
      'editorInfo-foreground': '#1a85ff',
      'inputValidation-warningBorder': '#b89500',
      'inputValidation-warningBackground': '#f6f5d2',
      focusBorder: '#005fb8',
      'list-hoverBackground': '#f2f2f2',
    },
  },
  dark: {
    bodyClass: 'vscode-dark',
    variables: {
      ...fonts,
      'editor-foreground': '#cccccc',
      'editor-background': '#1f1f1f',
      descriptionForeground: '#9d9d9d',
      'editorWidget-background': '#202020',
      'charts-blue': '#3794ff',
      'charts-purple': '#b180d7',
      'charts-green': '#89d185',
      'editorError-foreground': '#f14c4c',
      'editorWarning-foreground': '#cca700',
      'editorInfo-foreground': '#3794ff',
      'inputValidation-warningBorder': '#b89500',
      'inputValidation-warningBackground': '#352a05',
      focusBorder: '#0078d4',
      'list-hoverBackground': '#2a2d2e',
    },
  },
  'high-contrast': {
    bodyClass: 'vscode-high-contrast',
    variables: {
      ...fonts,
      'editor-foreground': '#ffffff',
      'editor-background': '#000000',
      descriptionForeground: '#ffffff',
      'editorWidget-background': '#0c141f',
      'charts-blue': '#3794ff',
      'charts-purple': '#b180d7',
      'charts-green': '#89d185',
      'editorError-foreground': '#f48771',
      'editorWarning-foreground': '#ffd370',
      'editorInfo-foreground': '#3794ff',
      'inputValidation-warningBorder': '#6fc3df',
      'inputValidation-warningBackground': '#000000',
      focusBorder: '#f38518',
      contrastBorder: '#6fc3df',
      contrastActiveBorder: '#f38518',
    },
  },
  'high-contrast-light': {
    bodyClass: 'vscode-high-contrast-light vscode-high-contrast',
    variables: {
      ...fonts,
      'editor-foreground': '#292929',
      'editor-background': '#ffffff',
      descriptionForeground: '#292929',
      'editorWidget-background': '#ffffff',
      'charts-blue': '#1a85ff',
      'charts-purple': '#652d90',
      'charts-green': '#374e06',
      'editorError-foreground': '#b5200d',
      'editorWarning-foreground': '#895503',
      'editorInfo-foreground': '#1a85ff',
      'inputValidation-warningBorder': '#0f4a85',
      'inputValidation-warningBackground': '#ffffff',
      focusBorder: '#006bbd',
      contrastBorder: '#0f4a85',
      contrastActiveBorder: '#006bbd',
    },
  },
} as const satisfies Record<string, Theme>;

export type ThemeName = keyof typeof themes;
