/** The help pages: what each command does, with an example. */
import { nearest } from "../diagnostics/nearest.ts";
import { terminalWords } from "../language/terminal.ts";
import type { Language, LocalText } from "../model/text.ts";

interface Help {
  readonly usage: string;
  readonly purpose: LocalText;
  readonly example: string;
  readonly options: readonly (readonly [string, LocalText])[];
}

const pages: Readonly<Record<string, Help>> = {
  new: {
    usage: "nhip new DIR [--example bac-ninh]",
    purpose: {
      vi: "tạo không gian làm việc mới, trống hoặc theo ví dụ",
      en: "start a workspace, empty or from the example",
    },
    example: "nhip new bac-ninh --example bac-ninh",
    options: [["--example NAME", { vi: "chép ví dụ này", en: "copy this example" }]],
  },
  check: {
    usage: "nhip check [DIR]",
    purpose: { vi: "kiểm tra mọi khai báo, chưa đọc số liệu", en: "check every declaration without reading the data" },
    example: "nhip check bac-ninh",
    options: [],
  },
  build: {
    usage: "nhip build [DIR] [--period 2024-09]",
    purpose: {
      vi: "đi trọn đường từ nguồn đến báo cáo trong dist/",
      en: "go the whole way from sources to the report in dist/",
    },
    example: "nhip build bac-ninh --period 2024-09",
    options: [
      [
        "--period YYYY-MM",
        { vi: "kỳ báo cáo khác kỳ trong nhip.yaml", en: "another reference month than nhip.yaml's" },
      ],
      ["--force", { vi: "dựng lại dù không có gì thay đổi", en: "build even where nothing has changed" }],
    ],
  },
  explain: {
    usage: "nhip explain 'FIGURE' [--workspace DIR]",
    purpose: {
      vi: "con số được làm ra thế nào, đến từng dòng nguồn",
      en: "how a figure was made, down to its source rows",
    },
    example: "nhip explain 'iip C26 2024-09 ytd growth'",
    options: [
      [
        "--workspace DIR",
        { vi: "không gian làm việc, mặc định là thư mục này", en: "the workspace; default: this folder" },
      ],
      ["--depth N", { vi: "chỉ đi sâu N bậc", en: "go no deeper than N levels" }],
      [
        "CODE",
        {
          vi: "thay cho con số: giải thích một thông báo, như data/unknown-code",
          en: "instead of a figure: explain a message, like data/unknown-code",
        },
      ],
      [
        "--rows N",
        {
          vi: "in N dòng nguồn đầu tiên ở mỗi chỗ; mặc định 3",
          en: "the first N source rows at each place; default 3",
        },
      ],
    ],
  },
  simulate: {
    usage: "nhip simulate [DIR] [--establishments N --months N --provinces N --out DIR]",
    purpose: {
      vi: "làm số liệu mô phỏng khớp với các con số đã công bố",
      en: "make simulated rows that compile to published figures",
    },
    example: "nhip simulate --establishments 200000 --months 120 --provinces 63 --out /tmp/lon",
    options: [
      ["--out DIR", { vi: "ghi vào thư mục này", en: "write to this folder" }],
      ["--seed N", { vi: "hạt giống khác", en: "another seed" }],
      ["--establishments, --months, --provinces N", { vi: "cỡ lớn, ghi Parquet", en: "large sizes, as Parquet" }],
    ],
  },
  serve: {
    usage: "nhip serve [DIR] [--port 4646]",
    purpose: { vi: "mở báo cáo đã dựng trên máy này", en: "serve the built report on this machine" },
    example: "nhip serve bac-ninh",
    options: [["--port N", { vi: "cổng; mặc định 4646", en: "the port; default 4646" }]],
  },
};

const common: readonly (readonly [string, LocalText])[] = [
  ["--lang vi|en", { vi: "ngôn ngữ; mặc định theo không gian làm việc", en: "language; default: the workspace's" }],
  ["--format text|json", { vi: "json: mỗi dòng một đối tượng", en: "json: one object a line" }],
];

const words = {
  vi: {
    sentence: "Nhịp: từ số liệu nguồn của một tỉnh đến báo cáo kinh tế - xã hội hằng tháng.",
    commands: "Lệnh",
    example: "Ví dụ",
    options: "Tùy chọn",
  },
  en: {
    sentence: "Nhịp: from a province's source data to its monthly socio-economic report.",
    commands: "Commands",
    example: "Example",
    options: "Options",
  },
} as const;

export function generalHelp(language: Language): string {
  const rows = Object.values(pages).map(
    ({ usage, purpose, example }) => `  ${usage}\n      ${purpose[language]}\n      $ ${example}`,
  );
  return `${words[language].sentence}\n\n${words[language].commands}\n${rows.join("\n")}\n\n${optionRows(common, language)}`;
}

export function commandHelp(name: string, language: Language): string {
  const page = pages[name];
  if (page === undefined)
    return `${terminalWords[language].unknownCommand(name, nearest(name, Object.keys(pages)))}\n\n${generalHelp(language)}`;
  return `${page.usage}\n  ${page.purpose[language]}\n\n${words[language].example}\n  $ ${page.example}\n\n${optionRows([...page.options, ...common], language)}`;
}

function optionRows(options: readonly (readonly [string, LocalText])[], language: Language): string {
  const width = Math.max(...options.map(([option]) => option.length));
  return `${words[language].options}\n${options.map(([option, purpose]) => `  ${option.padEnd(width)}  ${purpose[language]}`).join("\n")}`;
}
