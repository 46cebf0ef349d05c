/** Work clock: how long this process has worked, which a busy machine around it does not lengthen. */

/** Milliseconds of processor time since the process began, its own and that of the system for it. */
export function readWorkClock(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
