#!/usr/bin/env node
/** `nhip`: reads the command line, hands over to one command, and turns what comes back into an exit status. */
import { parseArgs } from "node:util";
import { nearest } from "../diagnostics/nearest.ts";
import { terminalWords } from "../language/terminal.ts";
import type { Language } from "../model/text.ts";
import { commandHelp, generalHelp } from "./help.ts";
import { languageOfMachine } from "./language-of-machine.ts";
import type { Invocation } from "./invocation.ts";
import { printError, UsageError } from "./invocation.ts";
import { isSupportedNode, oldestNode } from "./supported-node.ts";

/** Exit statuses: 1 errors in the workspace, 2 the command line, 70 our own fault. */
const exitStatus = { usage: 2, fault: 70 } as const;

const options = {
  lang: { type: "string" },
  format: { type: "string", default: "text" },
  help: { type: "boolean", short: "h", default: false },
  version: { type: "boolean", default: false },
  period: { type: "string" },
  example: { type: "string" },
  workspace: { type: "string" },
  rows: { type: "string" },
  depth: { type: "string" },
  port: { type: "string" },
  out: { type: "string" },
  seed: { type: "string" },
  establishments: { type: "string" },
  months: { type: "string" },
  provinces: { type: "string" },
  force: { type: "boolean", default: false },
} as const;

/** Each command is loaded when it is run: help and an unchanged build need no database. */
const commands: Readonly<Record<string, () => Promise<{ readonly run: (invocation: Invocation) => Promise<number> }>>> =
  {
    new: () => import("./commands/new.ts"),
    check: () => import("./commands/check.ts"),
    build: () => import("./commands/build.ts"),
    explain: () => import("./commands/explain.ts"),
    simulate: () => import("./commands/simulate.ts"),
    serve: () => import("./commands/serve.ts"),
  };

process.exitCode = await main(process.argv.slice(2));

async function main(argv: readonly string[]): Promise<number> {
  let language: Language = languageOfMachine(process.env);
  if (!isSupportedNode(process.versions.node)) {
    printError(terminalWords[language].oldNode(oldestNode, process.versions.node));
    return 1;
  }
  try {
    const { values, positionals } = parse(argv);
    const chosen = languageFrom(values.lang);
    language = chosen ?? language;
    const [name, ...rest] = positionals;
    if (values.version) return print(await versionText());
    if (name === undefined || name === "help")
      return print(rest[0] === undefined ? generalHelp(language) : commandHelp(rest[0], language));
    const load = commands[name];
    if (load === undefined)
      throw new UsageError(terminalWords[language].unknownCommand(name, nearest(name, Object.keys(commands))));
    if (values.help) return print(commandHelp(name, language));
    const command = await load();
    return await command.run({ arguments: rest, options: values, chosenLanguage: chosen, machineLanguage: language });
  } catch (error) {
    return failed(error, language);
  }
}

function parse(argv: readonly string[]) {
  return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
}

function languageFrom(text: string | undefined): Language | undefined {
  if (text === undefined || text === "vi" || text === "en") return text;
  throw new UsageError("--lang vi | en");
}

function print(text: string): number {
  process.stdout.write(`${text.trimEnd()}\n`);
  return 0;
}

async function versionText(): Promise<string> {
  const { programmeVersion } = await import("./programme.ts");
  return `nhip ${programmeVersion()}`;
}

function failed(error: unknown, language: Language): number {
  const words = terminalWords[language];
  if (error instanceof UsageError) {
    printError(`${error.message}
${words.seeHelp}`);
    return exitStatus.usage;
  }
  if (error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS")) {
    const given = /'(--?[^\s'=]+)/.exec(error.message)?.[1];
    const known = Object.keys(options).map((name) => `--${name}`);
    const told =
      given === undefined || known.includes(given)
        ? words.optionValue(given ?? "")
        : words.unknownOption(given, nearest(given, known));
    printError(`${told}\n${words.seeHelp}`);
    return exitStatus.usage;
  }
  // The engine names what the machine refused in the first words of its message.
  if (error instanceof Error && ("syscall" in error || /^(?:IO|Out of Memory) Error/.test(error.message))) {
    printError(words.machineFault(error.message));
    return 1;
  }
  printError(`${words.ourFault}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return exitStatus.fault;
}
