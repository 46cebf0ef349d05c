/** Thread: what a thread of the command does: the jobs of its role, one after the other. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Answer, Batch } from '../io/worker-pool.ts';
import type { ThreadData } from '../pipeline/thread-roles.ts';

/** Says that it is ready, then answers each job of each batch; a job that throws ends the thread. */
export async function runThread(): Promise<void> {
  const { createRole } = await import('../pipeline/thread-roles.ts');
  const work = createRole(workerData as ThreadData);
  parentPort?.on('message', (batch: Batch<never>) => {
    for (const [number, data] of batch)
      parentPort?.postMessage({ number, result: work(data) } satisfies Answer<unknown>);
  });
  parentPort?.postMessage('ready');
}
