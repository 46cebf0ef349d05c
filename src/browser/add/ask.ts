/** tmp */
import type { Found } from './read-pasted.ts';
export async function ask(_known: string): Promise<Found> {
  return { refusal: 'x' };
}
