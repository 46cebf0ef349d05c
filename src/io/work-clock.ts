/** Work clock: how long this process has worked, which does not grow if other processes keep the machine busy. */

/** Milliseconds of processor time since the process started, its own and the system's on its behalf. */
export function readWorkClock(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
