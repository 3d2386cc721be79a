/** How the repository's own commands speak: one line a step, and everything a failed step printed. Plain JavaScript for any Node from 18 on, no packages. */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The repository's folder. */
export const root = fileURLToPath(new URL("..", import.meta.url)).replace(/[\\/]$/, "");

/** A step that failed: its output has been printed, or is in the message. */
export class StepFailed extends Error {}

/** What is shown of a failure has the terminal's colours only where there is a terminal. */
const colour = process.stdout.isTTY && process.env.NO_COLOR === undefined ? { FORCE_COLOR: "1" } : { NO_COLOR: "1" };

/**
 * Runs a command quietly and gives what it printed.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, shell?: boolean }} [options]
 * @returns {Promise<{ status: number, output: string }>}
 */
export function runQuietly(command, args, { env = process.env, shell = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...env, ...colour },
      shell,
    });
    /** @type {Buffer[]} */
    const output = [];
    child.stdout.on("data", (/** @type {Buffer} */ chunk) => output.push(chunk));
    child.stderr.on("data", (/** @type {Buffer} */ chunk) => output.push(chunk));
    child.on("error", (error) => resolve({ status: 127, output: `${command}: ${error.message}` }));
    child.on("close", (status) => resolve({ status: status ?? 1, output: Buffer.concat(output).toString() }));
  });
}

/**
 * Does one step, on one line: its name at once, its outcome and time when it is done.
 * @param {string} name
 * @param {() => Promise<string>} work gives a few words on what was done
 */
export async function step(name, work) {
  const begun = performance.now();
  process.stdout.write(`  ${name.padEnd(10)}`);
  try {
    process.stdout.write(`${(await work()).padEnd(44)} ${secondsSince(begun)}\n`);
  } catch (error) {
    process.stdout.write(`failed\n`);
    throw error;
  }
}

/** @param {number} begun */
export function secondsSince(begun) {
  return `${((performance.now() - begun) / 1000).toFixed(1)} s`;
}

/**
 * Runs a script on a Node, with this terminal, and gives its exit status.
 * @param {string} node @param {readonly string[]} args @returns {Promise<number>}
 */
export function runInTerminal(node, args) {
  return new Promise((resolve) => {
    const child = spawn(node, args, { cwd: root, stdio: "inherit" });
    // Ctrl-C reaches the child by itself, which then ends in its own time; other signals are passed on.
    process.on("SIGINT", () => undefined);
    for (const signal of /** @type {const} */ (["SIGTERM", "SIGHUP"])) {
      process.on(signal, () => child.kill(signal));
    }
    child.on("close", (status, signal) => resolve(status ?? (signal === "SIGINT" ? 130 : 143)));
  });
}
