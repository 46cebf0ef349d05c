/** Worker pool: runs many jobs on several threads, and ends a thread that hangs or takes too much memory. */
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { packageFolder } from './package-folder.ts';
import { readWorkClock } from './work-clock.ts';

/** Milliseconds between two looks at a thread. */
const TICK = 100;
/** How many jobs a thread is given at once. */
const BATCH = 16;

/** What ended a thread: it took too long, or too much memory. */
export type Loss = 'time' | 'memory';

export interface PoolOptions {
  /** The file that threads run, from `findProgram`. */
  readonly program: string;
  /** What they do: a role that the program knows. */
  readonly role: string;
  /** Given to each thread when it starts. */
  readonly data: unknown;
  readonly threads: number;
  /** Milliseconds of processor time for one job, and for its second and last attempt. */
  readonly patience: number;
  readonly lastPatience: number;
  /** The largest heap of a thread, in MiB. */
  readonly memory: number;
}

/** A job and its number. */
type Job<Data> = readonly [number: number, data: Data];

/** What a thread is sent, and what it answers for each job, in order. */
export type Batch<Data> = readonly Job<Data>[];
export interface Answer<Result> {
  readonly number: number;
  readonly result: Result;
}

/**
 * How many threads may prepare and print: one core is left for the thread that writes. On two cores that makes one, which
 * is as fast as two and takes less memory.
 */
export function countThreads(): number {
  return Math.max(availableParallelism() - 1, 1);
}

/** The bundled command, which threads run; `undefined` if it has not been made. */
export function findProgram(): string | undefined {
  const program = join(packageFolder(), 'lib', 'papershelf.js');
  return existsSync(program) ? program : undefined;
}

/**
 * Runs all jobs, in any order, and hands each result to `take`, which is awaited for nothing else. A job in which a
 * thread hangs or runs out of memory is tried once more, alone; if that fails too, it goes to `lose`. Rejects if a job
 * throws, or if `take` does; then no thread is left.
 */
export async function runPooled<Data, Result>(
  jobs: readonly Data[],
  options: PoolOptions,
  take: (number: number, result: Result) => Promise<void> | void,
  lose: (number: number, loss: Loss) => void,
): Promise<void> {
  const queue: Job<Data>[] = [...jobs.entries()];
  const suspects: Job<Data>[] = [];
  const threads = Math.min(options.threads, Math.ceil(jobs.length / BATCH));
  const work = async () => {
    let worker = await startThread(options);
    try {
      while (queue.length > 0) {
        const batch = queue.splice(0, Math.min(BATCH, Math.ceil(queue.length / threads)));
        // The clock runs for all threads at once.
        const { loss, left } = await runBatch(worker, batch, options.patience * threads, take);
        if (loss === undefined) continue;
        void worker.terminate();
        suspects.push(...left.slice(0, 1));
        queue.push(...left.slice(1));
        worker = await startThread(options);
      }
    } finally {
      await worker.terminate();
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: threads }, work));
  for (const thread of ended) if (thread.status === 'rejected') throw thread.reason;
  for (const suspect of suspects) {
    const worker = await startThread(options);
    try {
      const { loss } = await runBatch(worker, [suspect], options.lastPatience, take);
      if (loss !== undefined) lose(suspect[0], loss);
    } finally {
      await worker.terminate();
    }
  }
}

/** True for the error of a thread that needed more memory than it may have, even to begin. */
export function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

/** A thread that has loaded the program. */
function startThread({ program, role, data, memory }: PoolOptions): Promise<Worker> {
  const worker = new Worker(program, {
    workerData: { role, data },
    resourceLimits: { maxOldGenerationSizeMb: memory },
  });
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', () => {
      worker.off('error', reject);
      resolve(worker);
    });
  });
}

/** Resolves when all jobs are answered, or with those that are left when the thread was lost in the first of them. */
function runBatch<Data, Result>(
  worker: Worker,
  batch: Batch<Data>,
  patience: number,
  take: (number: number, result: Result) => Promise<void> | void,
): Promise<{ readonly loss?: Loss; readonly left: Batch<Data> }> {
  return new Promise((resolve, reject) => {
    let answered = 0;
    // Processor time, since a thread on a busy machine may get none of it for a while.
    let since = readWorkClock();
    const end = () => {
      clearInterval(timer);
      worker.off('message', onMessage).off('error', onError);
    };
    const lose = (loss: Loss) => {
      end();
      // While it is being ended, it may still fail.
      worker.on('error', () => {});
      resolve({ loss, left: batch.slice(answered) });
    };
    const timer = setInterval(() => {
      if (readWorkClock() - since > patience) lose('time');
    }, TICK);
    const onMessage = async ({ number, result }: Answer<Result>) => {
      since = readWorkClock();
      answered += 1;
      const isLast = answered === batch.length;
      if (isLast) end();
      try {
        await take(number, result);
        if (isLast) resolve({ left: [] });
      } catch (error) {
        end();
        reject(error);
      }
    };
    const onError = (error: Error) => {
      if (isOutOfMemory(error)) return lose('memory');
      end();
      reject(error);
    };
    worker.on('message', onMessage).on('error', onError);
    worker.postMessage(batch);
  });
}
