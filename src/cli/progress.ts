/** One line that says what a long build is doing: after two seconds, on a terminal only, and gone when it is done. */
import { performance } from "node:perf_hooks";
import { terminalWords } from "../language/terminal.ts";
import type { Language } from "../model/text.ts";

type Stage = keyof (typeof terminalWords)["vi"]["stages"];

const quiet = 2000;

export function terminalProgress(language: Language): {
  readonly tell: (stage: Stage, done?: number, of?: number) => void;
  readonly end: () => void;
} {
  const began = performance.now();
  let shown = false;
  const write = (text: string): void => {
    process.stderr.write(`\r\u001b[2K${text}`);
  };
  return {
    tell: (stage, done, of) => {
      if (!process.stderr.isTTY || performance.now() - began < quiet) return;
      shown = true;
      const place = done === undefined || of === undefined ? "" : ` ${String(done + 1)}/${String(of)}`;
      write(`${terminalWords[language].stages[stage]}${place} …`);
    },
    end: () => {
      if (shown) write("");
    },
  };
}
