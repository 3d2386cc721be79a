/** What a site is made from, and what every page needs to know of it. */
import type { CheckedWorkspace } from "../check/checked.ts";
import type { ReportDocument } from "../compose/document.ts";
import type { Lexicon } from "../language/lexicon.ts";
import type { Derivation } from "../model/derivation.ts";
import type { Observation, ObservationKey } from "../model/observation.ts";
import type { ObservationSet } from "../model/observation-set.ts";
import type { LanguageFolder } from "./page-address.ts";
import { figureAddress, relativeLink } from "./page-address.ts";

/** Files that pages need and that are not written by them: fonts with their licences, by path in the site. */
export type SiteAssets = ReadonlyMap<string, string | Uint8Array>;

export interface SiteInput {
  readonly workspace: CheckedWorkspace;
  readonly documents: readonly ReportDocument[];
  readonly observations: ObservationSet;
  /** How a figure was made; `undefined` where the build has no lineage of it. */
  readonly derive: (key: ObservationKey) => Derivation | undefined;
  readonly assets: SiteAssets;
}

/** A page being written: its place, its language, and what figures it can lead to. */
export interface PageContext {
  readonly workspace: CheckedWorkspace;
  readonly observations: ObservationSet;
  readonly lexicon: Lexicon;
  readonly folder: LanguageFolder;
  /** Path of this page in the site. */
  readonly address: string;
  /** Observations that have a page of their own in this language. */
  readonly figures: { readonly has: (observation: string) => boolean };
  readonly observationOf: (id: string) => Observation | undefined;
}

/** The link from a page to a figure's derivation, where that figure has a page. */
export function figureLink(
  observation: string | undefined,
  { address, folder, figures }: PageContext,
): string | undefined {
  return observation === undefined || !figures.has(observation)
    ? undefined
    : relativeLink(address, figureAddress(folder, observation));
}

export function linkTo(path: string, { address }: Pick<PageContext, "address">): string {
  return relativeLink(address, path);
}
