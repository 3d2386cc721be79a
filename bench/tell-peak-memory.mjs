/** Loaded into a measured process: on its end it writes its peak resident memory, in KiB, to descriptor 3. */
import { readFileSync, writeSync } from "node:fs";

process.on("exit", () => {
  writeSync(3, String(peakFromKernel() ?? process.resourceUsage().maxRSS));
});

/** Linux counts by address space here; resourceUsage() would also count the parent's memory at the fork. */
function peakFromKernel() {
  try {
    return /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1];
  } catch {
    return undefined;
  }
}
