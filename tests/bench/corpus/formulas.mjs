// @ts-check
/** The formulas of the corpus: shapes that occur in papers on machine learning, filled with letters and numbers. */

/** @typedef {import('./random.mjs').Random} Random */
/** @typedef {(a: string, b: string, n: number) => string} Shape two letters and a number become TeX */

const R = String.raw;
/** @type {readonly Shape[]} */
const INLINE = [
  (a, _b, n) => R`${a}_{${n}}`,
  (a, _b, n) => R`${a} \in \mathbb{R}^{${n}}`,
  (a, b, n) => R`p_\theta(${a} \mid ${b}_{${n}})`,
  (a, _b, n) => R`\mathbf{${a}}_{${n}}`,
  (a, b, n) => R`\|${a} - ${b}_{${n}}\|_2`,
  (_a, _b, n) => R`\alpha = 0.${n}`,
  (_a, _b, n) => R`\mathcal{L}_{${n}}`,
  (a, b, n) => R`f_{${n}}(${a}) \approx ${b}`,
  (a, _b, n) => R`O(${n} \log ${a})`,
  (a, _b, n) => R`\hat{${a}}_{${n}}`,
  (a, b, n) => R`${a}^{${n}} \to ${b}`,
  (_a, _b, n) => R`\mathcal{N}(0, \sigma_{${n}}^2)`,
];
/** @type {readonly Shape[]} */
const DISPLAYED = [
  (a, b, n) =>
    R`\mathcal{L} = \mathbb{E}_{${a} \sim p(${b})} \left[ \log D(${a}) \right] + \lambda_{${n}} \| ${a} - G(${b}) \|_1`,
  (a, _b, n) => R`\mathrm{softmax}\left( \frac{Q_{${n}} K^\top}{\sqrt{d_{${a}}}} \right) V`,
  (a, b, n) => R`\nabla_\theta J = \sum_{t=0}^{${n}} \nabla_\theta \log \pi_\theta(${a}_t \mid ${b}_t) \, \hat{R}_t`,
  (a, _b, n) =>
    R`${a}_{t-1} = \frac{1}{\sqrt{\alpha_t}} \left( ${a}_t - \frac{1 - \alpha_t}{\sqrt{1 - \bar{\alpha}_{${n}}}} \, \epsilon_\theta(${a}_t, t) \right)`,
  (_a, _b, n) =>
    R`C(\mathbf{r}) = \int_{t_0}^{t_{${n}}} T(t) \, \sigma(\mathbf{r}(t)) \, \mathbf{c}(\mathbf{r}(t), \mathbf{d}) \, dt`,
  (a, b, n) =>
    R`\begin{aligned} ${a} &= \sum_{i=1}^{${n}} w_i ${b}_i \\ w_i &= \frac{\exp(s_i / \tau)}{\sum_j \exp(s_j / \tau)} \end{aligned}`,
];
const LETTERS = ['x', 'y', 'z', 'u', 'v', 'w', 'h', 'q'];

/**
 * A source of formulas. About half of what it gives stands in other papers too.
 * @param {Random} random
 */
export function createFormulas(random) {
  /**
   * @param {readonly Shape[]} shapes
   * @param {number} limit of the number: a small one makes formulas repeat, a large one makes nearly every formula new
   */
  const fill = (shapes, limit) =>
    random.pick(shapes)(random.pick(LETTERS), random.pick(LETTERS), random.between(1, limit));
  const source = (/** @type {readonly Shape[]} */ shapes, /** @type {number} */ count) => {
    const known = Array.from({ length: count }, () => fill(shapes, 9));
    return () => (random.isLucky(0.5) ? random.pick(known) : fill(shapes, 1_000_000));
  };
  return { inline: source(INLINE, 100), displayed: source(DISPLAYED, 20) };
}
