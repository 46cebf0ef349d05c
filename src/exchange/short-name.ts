/** Short name: the name that a paper is known by, if its title begins with it. */

/** `StyleCLIP` of `StyleCLIP: Text-Driven Manipulation`: one word before the first colon; `undefined` for any other title. */
export function toShortName(title: string): string | undefined {
  const name = /^([^\s:$\\]{2,30}): \S/.exec(title)?.[1];
  return name !== undefined && /\p{Letter}/u.test(name) && /[\p{Lu}\d]/u.test(name) ? name : undefined;
}
