/** What the last build of a workspace was made from, so that the next one knows whether anything has changed. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fingerprintOf, outsideFingerprint } from "../io/fingerprint.ts";
import type { Month } from "../model/period.ts";
import { monthText } from "../model/period.ts";
import { programmeIdentity } from "./programme.ts";

interface BuildRecord {
  readonly fingerprint: string;
  readonly outsideFingerprint: string;
  /** Source files beyond the workspace. */
  readonly outside: readonly string[];
  /** Reference month asked for on the command line; empty for the workspace's own. */
  readonly period: string;
}

const recordPath = (root: string): string => join(root, ".nhip", "build.json");

/** Whether the build in dist/ was made from these very files, for this reference month. */
export function isUpToDate(root: string, period: Month | undefined): boolean {
  const record = readRecord(root);
  if (record === undefined || record.period !== periodText(period)) return false;
  if (!existsSync(join(root, "dist")) || !existsSync(join(root, ".nhip", "lineage"))) return false;
  return (
    record.fingerprint === fingerprintNow(root, period) &&
    record.outsideFingerprint === outsideFingerprint(root, record.outside)
  );
}

/** The fingerprint of the workspace's own files: taken before a build reads them, so that a change during it is seen. */
export function fingerprintNow(root: string, period: Month | undefined): string {
  return fingerprintOf(root, programmeIdentity(), periodText(period));
}

/** Forgets the last build: from here until the next record, nothing counts as up to date. */
export function forgetRecord(root: string): void {
  rmSync(recordPath(root), { force: true });
}

/** The reference month of the build that stands, where one was asked for. */
export function recordedPeriod(root: string): string | undefined {
  const period = readRecord(root)?.period;
  return period === "" ? undefined : period;
}

export function writeRecord(
  root: string,
  {
    fingerprint,
    outside,
    period,
  }: { readonly fingerprint: string; readonly outside: readonly string[]; readonly period: Month | undefined },
): void {
  const record: BuildRecord = {
    fingerprint,
    outsideFingerprint: outsideFingerprint(root, outside),
    outside,
    period: periodText(period),
  };
  mkdirSync(join(root, ".nhip"), { recursive: true });
  writeFileSync(recordPath(root), `${JSON.stringify(record, null, 2)}\n`);
}

function periodText(period: Month | undefined): string {
  return period === undefined ? "" : monthText(period);
}

function readRecord(root: string): BuildRecord | undefined {
  if (!existsSync(recordPath(root))) return undefined;
  try {
    const record: unknown = JSON.parse(readFileSync(recordPath(root), "utf8"));
    if (typeof record !== "object" || record === null) return undefined;
    if (!("fingerprint" in record) || !("outside" in record) || !("period" in record)) return undefined;
    return record as BuildRecord;
  } catch {
    return undefined;
  }
}
