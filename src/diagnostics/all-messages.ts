/** The wording of every code. Rendering imports this; making a diagnostic does not. */
import type { DiagnosticParams } from "./catalog.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { Language } from "../model/text.ts";
import type { Message, MessagesOf } from "./message.ts";
import { classificationMessages } from "./messages/classification.ts";
import { dataMessages } from "./messages/data.ts";
import { methodMessages } from "./messages/method.ts";
import { reportMessages } from "./messages/report.ts";
import { sourceMessages } from "./messages/source.ts";
import { workbookMessages } from "./messages/workbook.ts";
import { workspaceMessages } from "./messages/workspace.ts";

/** Every code with its wordings; one forgotten in its group does not compile. */
export const allMessages: MessagesOf<DiagnosticParams> = {
  ...workspaceMessages,
  ...classificationMessages,
  ...sourceMessages,
  ...workbookMessages,
  ...methodMessages,
  ...reportMessages,
  ...dataMessages,
};

/** What a diagnostic says in a language. */
export function messageOf({ code, params }: Diagnostic, language: Language): Message {
  // The code and its parameters come from one diagnostic, which the compiler cannot follow through the lookup.
  const wording = allMessages[code][language] as (params: unknown) => Message;
  return wording(params);
}
