/** The words of the command line in both languages: stages, summaries, help. Faults have their own words in diagnostics/messages. */
import type { Language } from "../model/text.ts";

interface TerminalWords {
  readonly stages: { readonly [S in "read" | "check" | "load" | "compute" | "compose" | "publish"]: string };
  readonly nothingChanged: (seconds: string) => string;
  readonly summary: (counts: {
    readonly files: string;
    readonly sources: string;
    readonly indicators: string;
    readonly classifications: string;
    readonly reports: string;
    readonly steps: string;
    readonly rows: string;
    readonly observations: string;
    readonly tables: string;
    readonly charts: string;
    readonly figures: string;
    readonly published: string;
  }) => readonly (readonly [string, string])[];
  readonly built: (seconds: string, warnings: number) => string;
  readonly next: (folder: string) => string;
  readonly noErrors: string;
  readonly nothingWritten: string;
  readonly checked: (sources: number, indicators: number) => string;
  readonly noWorkspace: (folder: string) => string;
  readonly folderExists: (folder: string) => string;
  readonly unknownExample: (name: string, known: string) => string;
  readonly created: (folder: string) => readonly string[];
  readonly noFigure: (figure: string) => string;
  readonly notBuilt: string;
  readonly builtFor: (period: string) => string;
  readonly rows: (count: string, source: string, simulated: boolean, confidential: boolean) => string;
  readonly moreRows: (count: string) => string;
  readonly weight: (weight: string) => string;
  readonly expansion: (factor: string) => string;
  readonly imputed: (share: string) => string;
  readonly serving: (title: string, address: string) => readonly string[];
  readonly portTaken: (port: number) => string;
  readonly stop: string;
  readonly outOfRange: (option: string, value: string, least: string, most: string) => string;
  readonly noPage: (code: string) => string;
  readonly noSimulation: (file: string) => string;
  readonly reached: (figure: string, published: string, reached: string) => string;
  readonly simulated: (rows: string, folder: string, seconds: string, rate: string) => string;
  readonly missingArgument: (command: string, argument: string) => string;
  readonly unknownCommand: (name: string, nearest: string | undefined) => string;
  readonly unknownOption: (option: string, nearest: string | undefined) => string;
  readonly optionValue: (option: string) => string;
  readonly badPeriod: (text: string) => string;
  readonly badNumber: (option: string, text: string) => string;
  readonly seeHelp: string;
  readonly oldNode: (needed: string, running: string) => string;
  readonly ourFault: string;
  readonly machineFault: (message: string) => string;
}

export const terminalWords: { readonly [L in Language]: TerminalWords } = {
  vi: {
    stages: {
      read: "đọc khai báo",
      check: "kiểm tra",
      load: "nạp nguồn",
      compute: "tính toán",
      compose: "soạn báo cáo",
      publish: "xuất bản",
    },
    nothingChanged: (seconds) => `Không có gì thay đổi kể từ lần dựng trước (${seconds} giây).`,
    summary: (counts) => [
      [
        "đọc",
        `${counts.files} tệp: ${counts.sources} nguồn, ${counts.indicators} chỉ tiêu, ${counts.classifications} bảng phân loại, ${counts.reports} báo cáo`,
      ],
      ["tính", `${counts.steps} bước, ${counts.rows} dòng số liệu, ${counts.observations} quan sát`],
      ["soạn", `${counts.reports} báo cáo: ${counts.tables} bảng, ${counts.charts} biểu đồ, ${counts.figures} con số`],
      ["xuất", `${counts.published} tệp trong dist/`],
    ],
    built: (seconds, warnings) => `Xong sau ${seconds} giây${warnings === 0 ? "" : `, ${String(warnings)} cảnh báo`}.`,
    next: (folder) => `Tiếp theo: nhip serve${folder}, hoặc mở dist/index.html`,
    noErrors: "Không có lỗi.",
    nothingWritten: "Chưa ghi gì ra dist/: sửa các lỗi trên rồi chạy lại.",
    checked: (sources, indicators) => `${String(sources)} nguồn, ${String(indicators)} chỉ tiêu: khai báo hợp lệ.`,
    noWorkspace: (folder) =>
      `${folder} không có tệp nhip.yaml. Tạo không gian làm việc mới: nhip new ${folder === "." ? "TEN-THU-MUC" : folder}`,
    folderExists: (folder) => `${folder} đã có và không trống; chọn thư mục khác để không ghi đè lên tệp nào.`,
    unknownExample: (name, known) => `không có ví dụ "${name}"; có: ${known}`,
    created: (folder) => [
      `Đã tạo ${folder}.`,
      `Tiếp theo: sửa ${folder}/nhip.yaml, rồi nhip check ${folder} và nhip build ${folder}`,
    ],
    noFigure: (figure) => `bản dựng này không có con số "${figure}"`,
    builtFor: (period) => `Bản dựng gần nhất có kỳ báo cáo ${period} (--period); dựng lại để hỏi kỳ khác.`,
    notBuilt: "Chưa có bản dựng mới nhất; đang dựng lại …",
    rows: (count, source, simulated, confidential) =>
      `${count} dòng của nguồn ${source}${simulated ? " (mô phỏng)" : ""}${confidential ? " (nội bộ)" : ""}`,
    moreRows: (count) => `… và ${count} dòng nữa`,
    weight: (weight) => `quyền số ${weight}`,
    expansion: (factor) => `nhân ${factor}`,
    imputed: (share) => `bổ khuyết ${share}%`,
    serving: (title, address) => [title, `Đang mở tại ${address}`],
    portTaken: (port) =>
      `cổng ${String(port)} đang có chương trình khác dùng; chọn cổng khác: nhip serve --port ${String(port + 1)}`,
    stop: "Dừng: Ctrl+C",
    reached: (figure, published, reached) => `${figure}: đã in ${published}, số mô phỏng cho ${reached}`,
    outOfRange: (option, value, least, most) => `${option} nhận từ ${least} đến ${most}, không nhận ${value}`,
    noPage: (code) => `không có thông báo mang mã ${code}`,
    noSimulation: (file) => `không có tệp ${file}: lệnh này cần các con số đã công bố để làm số liệu khớp với chúng`,
    simulated: (rows, folder, seconds, rate) =>
      `${rows} dòng mô phỏng trong ${folder}, ${seconds} giây (${rate} dòng mỗi giây).`,
    missingArgument: (command, argument) => `nhip ${command} còn thiếu ${argument}`,
    unknownCommand: (name, nearest) =>
      `không có lệnh "${name}"${nearest === undefined ? "" : `; có phải "${nearest}"?`}`,
    unknownOption: (option, nearest) =>
      `không có tùy chọn ${option}${nearest === undefined ? "" : `; có phải ${nearest}?`}`,
    optionValue: (option) => `tùy chọn ${option} thiếu giá trị, hoặc có giá trị mà nó không nhận`,
    badPeriod: (text) => `"${text}" không phải là tháng; viết dạng 2024-09`,
    badNumber: (option, text) => `${option} nhận số nguyên dương, không nhận "${text}"`,
    seeHelp: "Cách dùng: nhip help, hoặc nhip help LỆNH",
    oldNode: (needed, running) => `Nhịp cần Node ${needed} trở lên; máy này đang chạy Node ${running}.`,
    ourFault: "Lỗi của chương trình, không phải của số liệu. Xin gửi nguyên văn phần dưới cho nhóm phát triển:",
    machineFault: (message) => `máy không cho phép: ${message}`,
  },
  en: {
    stages: {
      read: "reading declarations",
      check: "checking",
      load: "loading sources",
      compute: "computing",
      compose: "composing reports",
      publish: "publishing",
    },
    nothingChanged: (seconds) => `Nothing has changed since the last build (${seconds} s).`,
    summary: (counts) => [
      [
        "read",
        `${many(counts.files, "file")}: ${many(counts.sources, "source")}, ${many(counts.indicators, "indicator")}, ${many(counts.classifications, "classification")}, ${many(counts.reports, "report")}`,
      ],
      [
        "compute",
        `${many(counts.steps, "step")}, ${many(counts.rows, "source row")}, ${many(counts.observations, "observation")}`,
      ],
      [
        "compose",
        `${many(counts.reports, "report")}: ${many(counts.tables, "table")}, ${many(counts.charts, "chart")}, ${many(counts.figures, "figure")}`,
      ],
      ["publish", `${many(counts.published, "file")} in dist/`],
    ],
    built: (seconds, warnings) =>
      `Built in ${seconds} s${warnings === 0 ? "" : ` with ${String(warnings)} ${warnings === 1 ? "warning" : "warnings"}`}.`,
    next: (folder) => `Next: nhip serve${folder}, or open dist/index.html`,
    noErrors: "No errors.",
    nothingWritten: "Nothing was written to dist/: mend the errors above and run again.",
    checked: (sources, indicators) =>
      `${many(String(sources), "source")}, ${many(String(indicators), "indicator")}: the declarations hold.`,
    noWorkspace: (folder) =>
      `${folder} has no nhip.yaml. To start a workspace: nhip new ${folder === "." ? "FOLDER" : folder}`,
    folderExists: (folder) =>
      `${folder} exists and is not empty; choose another folder, so that nothing is overwritten.`,
    unknownExample: (name, known) => `there is no example "${name}"; there is: ${known}`,
    created: (folder) => [
      `Created ${folder}.`,
      `Next: edit ${folder}/nhip.yaml, then nhip check ${folder} and nhip build ${folder}`,
    ],
    noFigure: (figure) => `this build has no figure "${figure}"`,
    builtFor: (period) => `The last build was for ${period} (--period); build again to ask about another month.`,
    notBuilt: "There is no up-to-date build yet; building …",
    rows: (count, source, simulated, confidential) =>
      `${many(count, "row")} of ${source}${simulated ? " (simulated)" : ""}${confidential ? " (internal)" : ""}`,
    moreRows: (count) => `… and ${count} more`,
    weight: (weight) => `weight ${weight}`,
    expansion: (factor) => `times ${factor}`,
    imputed: (share) => `${share}% imputed`,
    serving: (title, address) => [title, `Serving on ${address}`],
    portTaken: (port) =>
      `another programme is using port ${String(port)}; choose one: nhip serve --port ${String(port + 1)}`,
    stop: "Stop: Ctrl+C",
    reached: (figure, published, reached) => `${figure}: ${published} in print, ${reached} from the simulated rows`,
    outOfRange: (option, value, least, most) => `${option} takes ${least} to ${most}, not ${value}`,
    noPage: (code) => `there is no message of the code ${code}`,
    noSimulation: (file) =>
      `there is no ${file}: this command needs the published figures that its rows shall compile to`,
    simulated: (rows, folder, seconds, rate) =>
      `${rows} simulated rows in ${folder}, ${seconds} s (${rate} rows a second).`,
    missingArgument: (command, argument) => `nhip ${command} needs ${argument}`,
    unknownCommand: (name, nearest) =>
      `there is no command "${name}"${nearest === undefined ? "" : `; did you mean "${nearest}"?`}`,
    unknownOption: (option, nearest) =>
      `there is no option ${option}${nearest === undefined ? "" : `; did you mean ${nearest}?`}`,
    optionValue: (option) => `the option ${option} lacks a value, or has one that it does not take`,
    badPeriod: (text) => `"${text}" is not a month; write it like 2024-09`,
    badNumber: (option, text) => `${option} takes a positive whole number, not "${text}"`,
    seeHelp: "How to use it: nhip help, or nhip help COMMAND",
    oldNode: (needed, running) => `Nhịp needs Node ${needed} or later; this is Node ${running}.`,
    ourFault: "This is a fault of the programme, not of the data. Send the following to its developers as it is:",
    machineFault: (message) => `the machine does not allow it: ${message}`,
  },
};

/** English counts: `1 source`, `12 sources`. */
function many(count: string, noun: string): string {
  return `${count} ${noun}${count === "1" ? "" : "s"}`;
}
