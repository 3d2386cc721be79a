/** `npm start [-- --port 4700]`: compiles the Bắc Ninh example and serves its report until Ctrl-C. */
import { createServer } from "node:net";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { root, runInTerminal } from "./step.mjs";

const { values: options } = parseArgs({ options: { port: { type: "string", default: "4646" } } });
const nhip = join(root, "dist/cli/main.js");
const example = "examples/bac-ninh";

if (await isTaken(Number(options.port))) {
  process.stderr.write(
    `Port ${options.port} is taken by another program. Stop that one, or choose another port: npm start -- --port 4700\n`,
  );
  process.exitCode = 1;
} else {
  const built = await runInTerminal(process.execPath, [nhip, "build", example]);
  process.exitCode =
    built === 0 ? await runInTerminal(process.execPath, [nhip, "serve", example, "--port", options.port]) : built;
}

/** Asked before the work is done, so that nobody waits for a page that cannot be shown. */
function isTaken(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => {
      resolve(true);
    });
    probe.listen(port, "localhost", () => {
      probe.close(() => {
        resolve(false);
      });
    });
  });
}
