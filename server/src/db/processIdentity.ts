import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

/** Which process holds a lock. A pid alone does not tell: pids are used again, after a restart even at once. */
export interface ProcessIdentity {
  readonly host: string;
  readonly pid: number;
  /** When the process started, where the system tells; else `null`. */
  readonly startTime: string | null;
}

/** This process. */
export function thisProcess(): ProcessIdentity {
  return processIdentity(process.pid);
}

/** A process of this host. */
export function processIdentity(pid: number): ProcessIdentity {
  return { host: hostname(), pid, startTime: startTimeOf(pid) };
}

/** Whether that process of this host runs still. */
export function isRunning({ pid, startTime }: ProcessIdentity): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it runs, as another user.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return startTimeOf(pid) === startTime;
}

/** Linux: boot id and the start time in clock ticks since boot, field 22 of /proc/<pid>/stat (see proc(5)). */
function startTimeOf(pid: number): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the command in parentheses, which may hold spaces.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return `${boot}/${fields[19]}`;
  } catch {
    return null;
  }
}
