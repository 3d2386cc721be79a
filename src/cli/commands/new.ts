/** `nhip new`: an empty, commented workspace, or a copy of an example. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { workspacePaths } from "../../io/fingerprint.ts";
import { terminalWords } from "../../language/terminal.ts";
import type { Invocation } from "../invocation.ts";
import { isJson, printLine, UsageError } from "../invocation.ts";
import { packageFolder } from "../programme.ts";

/** Examples that need nothing from outside their own folder. */
const examples = ["bac-ninh"];

export function run(invocation: Invocation): Promise<number> {
  const language = invocation.chosenLanguage ?? invocation.machineLanguage;
  const words = terminalWords[language];
  const [given] = invocation.arguments;
  if (given === undefined) throw new UsageError(words.missingArgument("new", "DIR"));
  const example = invocation.options["example"];
  if (typeof example === "string" && !examples.includes(example))
    throw new UsageError(words.unknownExample(example, examples.join(", ")));
  const target = resolve(given);
  if (existsSync(target) && readdirSync(target).length > 0) throw new UsageError(words.folderExists(given));
  const origin =
    typeof example === "string"
      ? join(packageFolder, "examples", example)
      : join(packageFolder, "templates", "workspace");
  mkdirSync(target, { recursive: true });
  for (const path of workspacePaths(origin)) {
    mkdirSync(resolve(target, path, ".."), { recursive: true });
    cpSync(join(origin, path), join(target, path));
    if (/\.yaml(\.example)?$/.test(path)) pointAtSchemas(join(target, path), target);
  }
  cpSync(join(packageFolder, "schemas"), join(target, "schemas"), { recursive: true });
  writeFileSync(join(target, ".gitignore"), "dist/\n.nhip/\n");
  printLine(isJson(invocation) ? JSON.stringify({ ok: true, folder: given }) : words.created(given).join("\n"));
  return Promise.resolve(0);
}

/** The editor's schema line of a YAML file, made to point at the schemas in the new workspace. */
function pointAtSchemas(file: string, root: string): void {
  const text = readFileSync(file, "utf8");
  const folder = relative(resolve(file, ".."), join(root, "schemas")).split(sep).join("/");
  const pointed = text.replace(
    /^(# yaml-language-server: \$schema=).*?([a-z-]+\.schema\.json)$/m,
    `$1${folder.startsWith(".") ? folder : `./${folder}`}/$2`,
  );
  if (pointed !== text) writeFileSync(file, pointed);
}
