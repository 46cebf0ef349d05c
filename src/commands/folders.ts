/** The arguments that name folders, shared by every verb that reads a list. */

export const papersArg = {
  type: 'string',
  description: 'The folder of the papers',
  valueHint: 'DIR',
  default: 'papers',
} as const;

export const templatesArg = {
  type: 'string',
  description: 'Templates and assets of your own, which replace ours file by file',
  valueHint: 'DIR',
  default: 'templates',
} as const;
