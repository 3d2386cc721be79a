/** Records of CSV files as they arrive: where each begins, what its fields are, and whether the engine can count its lines. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvRecords, isPlain, isWellQuoted, splitRecord } from "../../src/compute/csv-lines.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test.each([
  { what: "LF", text: "a,b\n1,2\n", plain: true },
  { what: "CR LF", text: "a,b\r\n1,2\r\n", plain: true },
  { what: "CR", text: "a,b\r1,2\r", plain: true },
  { what: "no line end at the end", text: "a,b\n1,2", plain: true },
  { what: "a byte order mark", text: "\uFEFFa,b\n1,2\n", plain: true },
  { what: "quotes within a line", text: 'a,b\n"1,5",2\n', plain: true },
  { what: "both kinds of line end", text: "a,b\r\n1,2\n", plain: false },
  { what: "a blank line", text: "a,b\n\n1,2\n", plain: false },
  { what: "a blank line first", text: "\na,b\n1,2\n", plain: false },
  { what: "a blank line last", text: "a,b\n1,2\n\n", plain: false },
  { what: "a blank line of CR LF", text: "a,b\r\n\r\n1,2\r\n", plain: false },
  { what: "a quoted line end", text: 'a,b\n"1\n",2\n', plain: false },
  { what: "a quote that stays open", text: 'a,b\n"1,2\n', plain: false },
])("$what: the engine can count lines: $plain", ({ text, plain }) => {
  expect(isPlain(bytes(text))).toBe(plain);
});

describe("records", () => {
  test.each([
    {
      what: "blank lines are counted and left out",
      text: "a\n\n\nb\n",
      records: [
        [1, "a"],
        [4, "b"],
      ],
    },
    {
      what: "a quoted line end belongs to its record",
      text: 'a\n"1\n2",3\nb',
      records: [
        [1, "a"],
        [2, '"1\n2",3'],
        [4, "b"],
      ],
    },
    {
      what: "CR LF is one line end",
      text: "a\r\nb\r\n",
      records: [
        [1, "a"],
        [2, "b"],
      ],
    },
    {
      what: "a quote inside a cell opens nothing",
      text: 'a\n5" pipe,1\nb',
      records: [
        [1, "a"],
        [2, '5" pipe,1'],
        [3, "b"],
      ],
    },
    {
      what: "doubled quotes",
      text: 'a\n"x ""y"" z",1\nb',
      records: [
        [1, "a"],
        [2, '"x ""y"" z",1'],
        [3, "b"],
      ],
    },
    {
      what: "an open quote takes the rest",
      text: 'a\n"1\n2\n3',
      records: [
        [1, "a"],
        [2, '"1\n2\n3'],
      ],
    },
  ] as const)("$what", ({ text, records }) => {
    expect([...csvRecords(text)].map(({ line, text: record }) => [line, record])).toEqual(records);
  });
});

test.each([
  { record: 'a,"b",c', well: true },
  { record: 'a,"b ""c""",d', well: true },
  { record: '"",b', well: true },
  { record: 'a,"b', well: false },
  { record: 'a,"b"c', well: false },
  { record: 'a,"', well: false },
  { record: '5" pipe,b', well: true },
])("quotes of $record are in order: $well", ({ record, well }) => {
  expect(isWellQuoted(record, ",")).toBe(well);
});

test("any cells written as CSV read back, with the line of each record", () => {
  const cell = fc.oneof(
    fc.string({ maxLength: 6 }),
    fc.constantFrom("", ",", '"', '""', "\n", "\r\n", "a\nb", " x ", ";", "một"),
  );
  const ends = fc.constantFrom("\n", "\r\n");
  const delimiters = fc.constantFrom(",", ";", "\t");
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.array(cell, { minLength: 2, maxLength: 4 }), ends), { minLength: 1, maxLength: 8 }),
      delimiters,
      (rows, delimiter) => {
        let text = "";
        const expected: { readonly line: number; readonly values: readonly string[] }[] = [];
        for (const [cells, end] of rows) {
          expected.push({ line: text.split(/\r\n|\r|\n/).length, values: cells });
          text += cells.map((value) => `"${value.replaceAll('"', '""')}"`).join(delimiter) + end;
        }
        const read = [...csvRecords(text, delimiter)].map(({ line, text: record }) => ({
          line,
          values: splitRecord(record, delimiter).map(({ value }) => value),
        }));
        expect(read).toEqual(expected);
      },
    ),
    { numRuns: 300 },
  );
});

test("an open quote at the head of a long file is found in good time", () => {
  const text = `a,b\n"${"1,2\n".repeat(400_000)}`;
  const begun = performance.now();
  expect([...csvRecords(text)]).toHaveLength(2);
  expect(performance.now() - begun).toBeLessThan(2000);
});
