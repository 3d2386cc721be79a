/** `npm run check`: format, lint, types, layers, dead code. */
import { runChecks } from "./checks.ts";

const { passed, failed } = await runChecks();
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
