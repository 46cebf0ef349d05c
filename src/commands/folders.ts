/** Folders: the arguments that name folders, shared by every verb that reads a list. */

export const papersArg = {
  type: 'string',
  description: 'The folder with the papers',
  valueHint: 'DIR',
  default: 'papers',
} as const;

export const templatesArg = {
  type: 'string',
  description: 'Your own templates and assets, which replace the built-in ones file by file',
  valueHint: 'DIR',
  default: 'templates',
} as const;
