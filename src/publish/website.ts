/** Documents and observations → the files of the site: a page for each report and each figure it shows, in each language. */
import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import type { ReportDocument } from "../compose/document.ts";
import { lexiconOf } from "../language/lexicon-of.ts";
import type { Observation } from "../model/observation.ts";
import type { Language } from "../model/text.ts";
import { dataLinks } from "./edition-notes.ts";
import type { MadeFigure, ShownFigure } from "./figure-page.ts";
import { figureMain, figureTitle, madeFigure } from "./figure-page.ts";
import { findObservation } from "./find-observation.ts";
import { notFoundHtml } from "./not-found-page.ts";
import type { LanguageFolder } from "./page-address.ts";
import { figureAddress, reportAddress } from "./page-address.ts";
import { iconPath, pageHtml, scriptPath, styleSheetPath } from "./page-frame.ts";
import { pageScript } from "./page-script.ts";
import { printedFigures } from "./printed-figures.ts";
import { plain, reportMain } from "./report-page.ts";
import { siteIcon } from "./site-icon.ts";
import type { PageContext, SiteInput } from "./site.ts";
import { siteStyle } from "./site-style.ts";

/** The files of the site by path. The same input gives the same bytes. */
export function publishSite(input: SiteInput): ReadonlyMap<string, string | Uint8Array> {
  const site = siteOf(input);
  const files = new Map<string, string | Uint8Array>(input.assets);
  files.set(styleSheetPath, siteStyle());
  files.set(scriptPath, pageScript);
  files.set(iconPath, siteIcon);
  files.set("404.html", notFoundHtml(input.workspace));
  if (site.reports.length === 0) files.set("index.html", emptyPage(site));
  for (const report of site.reports) files.set(report.address, reportHtml(report, site));
  for (const edition of site.editions) {
    for (const [id, figure] of edition.figures)
      files.set(figureAddress(edition.folder, id), figureHtml(id, figure, edition, site));
  }
  return files;
}

interface Report {
  readonly document: ReportDocument;
  readonly edition: Edition;
  readonly address: string;
}

/** The pages of one language. */
interface Edition {
  readonly folder: LanguageFolder;
  readonly home: string;
  readonly reports: readonly ReportDocument[];
  readonly figures: ReadonlyMap<string, ShownFigure>;
}

interface Site {
  readonly input: SiteInput;
  readonly editions: readonly Edition[];
  readonly reports: readonly Report[];
  readonly observationOf: PageContext["observationOf"];
}

function siteOf(input: SiteInput): Site {
  const { workspace, documents, observations, derive } = input;
  const observationOf = (id: string): Observation | undefined => findObservation(id, observations);
  const figuresMade = new Map<string, MadeFigure | undefined>();
  // A tree is the same in every language and is made once.
  const made = (id: string, observation: Observation): MadeFigure | undefined => {
    if (!figuresMade.has(id)) {
      const derivation = derive(observation);
      figuresMade.set(id, derivation === undefined ? undefined : madeFigure(derivation));
    }
    return figuresMade.get(id);
  };
  const languages = workspace.declaration.languages.filter((language) =>
    documents.some((document) => document.language === language),
  );
  const editions = languages.map((language, at): Edition => {
    const folder: LanguageFolder = { language, folder: at === 0 ? "" : `${language}/` };
    const reports = documents.filter((document) => document.language === language);
    const figures = new Map<string, ShownFigure>();
    for (const [index, document] of reports.entries()) {
      const report = reportAddress(folder, document.id, index === 0);
      for (const [id, printed] of printedFigures(document)) {
        const observation = observationOf(id);
        if (observation !== undefined && !figures.has(id))
          figures.set(id, { observation, made: made(id, observation), printed, report });
      }
    }
    return { folder, home: reportAddress(folder, "", true), reports, figures };
  });
  const reports = editions.flatMap((edition) =>
    edition.reports.map((document, at): Report => ({
      document,
      edition,
      address: reportAddress(edition.folder, document.id, at === 0),
    })),
  );
  return { input, editions, reports, observationOf };
}

function contextOf(address: string, { folder, figures }: Edition, { input, observationOf }: Site): PageContext {
  return {
    workspace: input.workspace,
    observations: input.observations,
    lexicon: lexiconOf(folder.language),
    folder,
    address,
    figures,
    observationOf,
  };
}

function reportHtml({ document, edition, address }: Report, site: Site): string {
  const context = contextOf(address, edition, site);
  const others = site.reports.filter(
    ({ document: { id, language } }) => id === document.id && language !== document.language,
  );
  return pageHtml(
    {
      title: document.title,
      description: plain(document.lede),
      subtitle: `${context.lexicon.page.report} · ${document.periodName}`,
      home: edition.home,
      others: others.map((other) => ({ language: other.document.language, address: other.address })),
      notice: document.notice ?? noticeOf(site, edition.folder.language),
      main: reportMain(document, context),
    },
    context,
  );
}

function figureHtml(id: string, figure: ShownFigure, edition: Edition, site: Site): string {
  const context = contextOf(figureAddress(edition.folder, id), edition, site);
  const { lexicon } = context;
  const title = figureTitle(figure, context);
  return pageHtml(
    {
      title,
      description: figure.printed.length === 0 ? title : `${title}: ${figure.printed[0] ?? ""}`,
      subtitle: `${lexicon.page.figures} · ${lexicon.periodName(figure.observation.period, figure.observation.basis)}`,
      home: edition.home,
      others: site.editions
        .filter((other) => other !== edition && other.figures.has(id))
        .map((other) => ({ language: other.folder.language, address: figureAddress(other.folder, id) })),
      notice: noticeOf(site, edition.folder.language),
      main: figureMain(figure, context),
    },
    context,
  );
}

/** What is said on every page of where the rows come from: the workspace's own words, or that some are simulated. */
function noticeOf({ input: { workspace } }: Site, language: Language): string | undefined {
  const { notice } = workspace.declaration;
  if (notice !== undefined) return notice[language];
  const isSimulated = [...workspace.sources.values()].some(({ declaration }) => declaration.value.simulated === true);
  return isSimulated ? lexiconOf(language).page.simulatedNotice : undefined;
}

/** The front page of an edition that has data and no report yet. */
function emptyPage(site: Site): string {
  const { input } = site;
  const [language = "vi"] = input.workspace.declaration.languages;
  const edition: Edition = { folder: { language, folder: "" }, home: "index.html", reports: [], figures: new Map() };
  const context = contextOf("index.html", edition, site);
  const { page, periodName } = context.lexicon;
  const title = input.workspace.declaration.title[language];
  const main: readonly ElementContent[] = [
    h("header.opening", [h("h1", title), h("p.lede", page.noReport)]),
    h("div.plain", dataLinks(context)),
  ] satisfies readonly Element[];
  return pageHtml(
    {
      title,
      description: page.noReport,
      subtitle: periodName(input.workspace.last, "ytd"),
      home: "index.html",
      others: [],
      notice: noticeOf(site, language),
      main,
    },
    context,
  );
}
