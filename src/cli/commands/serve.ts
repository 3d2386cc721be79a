/** `nhip serve`: the built report on this machine, built first where it is out of date. */
import { terminalWords } from "../../language/terminal.ts";
import { isUpToDate } from "../build-record.ts";
import type { Invocation } from "../invocation.ts";
import { periodOf, printError, printLine, wholeNumber, workspaceFolder } from "../invocation.ts";
import { workspaceLanguage } from "../workspace-language.ts";
import { buildAndTell } from "./build.ts";

const defaultPort = 4646;

export async function run(invocation: Invocation): Promise<number> {
  const root = workspaceFolder(invocation, invocation.arguments[0]);
  const language = workspaceLanguage(invocation, root);
  const words = terminalWords[language];
  const period = periodOf(invocation);
  if (!isUpToDate(root, period)) {
    printError(words.notBuilt);
    if ((await buildAndTell(invocation, root, language, period)) === undefined) return 1;
  }
  const port = wholeNumber(invocation, "port") ?? defaultPort;
  const { serveWorkspace } = await import("../serve-workspace.ts");
  const served = await serveWorkspace(root, port);
  if (!served.ok) {
    printError(words.portTaken(port));
    return 1;
  }
  printLine([...words.serving(served.title[language], served.address), words.stop].join("\n"));
  await served.closed;
  return 0;
}
