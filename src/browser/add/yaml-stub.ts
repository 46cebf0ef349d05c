/** YAML stub: stands for js-yaml, an engine that gray-matter brings along and is never asked to use: `yaml` reads the front-matter. */

export function safeLoad(): never {
  throw new Error('Front-matter is read by another library.');
}

export function safeDump(): never {
  return safeLoad();
}
