/** Time and peak memory of one whole process, as the machine counts them. */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

export interface Measurement {
  readonly seconds: number;
  /** Peak resident memory, in MiB. */
  readonly mebibytes: number;
}

const tellPeakMemory = new URL("tell-peak-memory.mjs", import.meta.url);

/** Runs `node ARGS` in a folder, from start to end; throws with what it printed where it fails. */
export function measureProcess(args: readonly string[], folder: string): Promise<Measurement> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const child = spawn(process.execPath, ["--import", tellPeakMemory.href, ...args], {
      cwd: folder,
      stdio: ["ignore", "pipe", "pipe", "pipe"],
    });
    const printed: string[] = [];
    let peak = "";
    const [, out, err, memory] = child.stdio;
    out?.on("data", (chunk) => printed.push(String(chunk)));
    err?.on("data", (chunk) => printed.push(String(chunk)));
    memory?.on("data", (chunk) => (peak += String(chunk)));
    child.on("error", reject);
    child.on("close", (status) => {
      const seconds = (performance.now() - begun) / 1000;
      if (status === 0) {
        resolve({ seconds, mebibytes: Number(peak) / 1024 });
      } else {
        const command = args.map((arg) => arg.replace(fileURLToPath(new URL("..", import.meta.url)), "")).join(" ");
        reject(new Error(`node ${command} ended with status ${String(status)}:\n${printed.join("")}`));
      }
    });
  });
}

/** The smallest: what the work costs when nothing else disturbs it. */
export function minimum(values: readonly number[]): number {
  return Math.min(...values);
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low = NaN, high = NaN] = [
    sorted[Math.floor((sorted.length - 1) / 2)],
    sorted[Math.ceil((sorted.length - 1) / 2)],
  ];
  return (low + high) / 2;
}
