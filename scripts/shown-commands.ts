/** What a README shows: files to write, commands to run, and what they print. Read by the test that holds a README to it, and by write-shown-outputs.ts. */
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { root } from "./step.mjs";

export interface ShownFile {
  readonly kind: "file";
  readonly path: string;
  readonly contents: string;
}

export interface ShownCommand {
  readonly kind: "command";
  readonly command: string;
  /** As it stands in the document. */
  readonly output: string;
}

/** Files are blocks under a line that holds nothing but their path in backticks; commands are the `$ ` lines of `console` blocks. */
export function readShown(markdown: string): readonly (ShownFile | ShownCommand)[] {
  const blocks = markdown.matchAll(/(?:^`([^`\n]+)`\n\n)?^```(\w*)\n([\s\S]*?)^```$/gm);
  return [...blocks].flatMap(([, path, language, contents = ""]): readonly (ShownFile | ShownCommand)[] => {
    if (path !== undefined) {
      return [{ kind: "file", path, contents }];
    }
    return language === "console" ? readCommands(contents) : [];
  });
}

function readCommands(block: string): readonly ShownCommand[] {
  const parts = block.split(/^\$ /m).filter((part) => part.trim() !== "");
  return parts.map((part) => {
    const end = part.indexOf("\n");
    return { kind: "command", command: part.slice(0, end), output: part.slice(end + 1) };
  });
}

/** A folder as a reader of the README has it: `./nhip` is there, and nothing else. The caller removes it. */
export function readersFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "nhip-readme-"));
  symlinkSync(join(root, "nhip"), join(folder, "nhip"));
  return folder;
}

export function writeShownFile({ path, contents }: ShownFile, folder: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), contents);
}

/** What the command prints, errors included, on a machine that prefers English and has no colours. */
export function runShownCommand({ command }: ShownCommand, folder: string): Promise<string> {
  return new Promise((resolve) => {
    const env = { ...process.env, LC_ALL: "C.UTF-8", NO_COLOR: "1", FORCE_COLOR: undefined };
    execFile("sh", ["-c", `${command} 2>&1`], { cwd: folder, env, maxBuffer: 1 << 26 }, (_error, output) => {
      resolve(output === "" ? "" : `${output.trimEnd()}\n`);
    });
  });
}

/** Without what differs from run to run: durations. */
export function withoutDurations(output: string): string {
  return output.replace(/\d+[.,]\d+ (s|giây)(?![\p{L}\d])/gu, "0.0 $1");
}
