/**
 * Which of the old Vietnamese encodings some bytes are in: each is decoded, and the one whose words look most like
 * Vietnamese syllables wins. Only to name it in a message: text in these encodings is never taken over.
 */
import type { LegacyEncoding } from "../diagnostics/messages/workspace.ts";

/** The most likely encoding of bytes that are not UTF-8; `undefined` where they do not look like a written language. */
export function findLegacyEncoding(bytes: Uint8Array): Exclude<LegacyEncoding, "UTF-16"> | undefined {
  const candidates = [
    { encoding: "TCVN3", text: decodeTcvn3(bytes) },
    { encoding: "VNI", text: decodeVni(bytes) },
    { encoding: "Windows-1258", text: new TextDecoder("windows-1258").decode(bytes).normalize("NFC") },
  ] as const;
  let best: { readonly encoding: (typeof candidates)[number]["encoding"]; readonly share: number } | undefined;
  for (const { encoding, text } of candidates) {
    const share = vietnameseShare(text);
    if (share >= 0.6 && (best === undefined || share > best.share)) best = { encoding, share };
  }
  if (best !== undefined) return best.encoding;
  if (controlShare(bytes) > 0.01) return undefined;
  return isWestern(bytes) ? "Windows-1252" : "unknown";
}

/** TCVN 5712:1993 VN3 (ABC fonts): one byte a letter; bytes below 0xa0 are ASCII. */
const tcvn3 = new Map<number, string>([
  ...pairs(0xa1, "ĂÂÊÔƠƯĐăâêôơưđ"),
  ...pairs(0xb5, "àảãáạ"),
  ...pairs(0xbb, "ằẳẵắ"),
  ...pairs(0xc6, "ặầẩẫấậè"),
  ...pairs(0xce, "ẻẽéẹềểễếệìỉ"),
  ...pairs(0xdc, "ĩíịò"),
  ...pairs(0xe1, "ỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"),
]);

/** VNI: a vowel and a byte for its mark; a few letters have a byte of their own. */
const vniLetters = new Map<number, string>([
  [0xf1, "đ"],
  [0xd1, "Đ"],
  [0xf4, "ơ"],
  [0xd4, "Ơ"],
  [0xf6, "ư"],
  [0xd6, "Ư"],
  [0xed, "í"],
  [0xec, "ì"],
  [0xe6, "ỉ"],
  [0xf3, "ĩ"],
  [0xf2, "ị"],
  [0xee, "ỵ"],
  [0xcd, "Í"],
  [0xcc, "Ì"],
  [0xc6, "Ỉ"],
  [0xd3, "Ĩ"],
  [0xd2, "Ị"],
]);
const [grave, acute, hook, tilde, dot, circumflex, breve] = [
  "\u0300",
  "\u0301",
  "\u0309",
  "\u0303",
  "\u0323",
  "\u0302",
  "\u0306",
] as const;
const vniMarks = new Map<number, string>([
  [0xf9, acute],
  [0xf8, grave],
  [0xfb, hook],
  [0xf5, tilde],
  [0xef, dot],
  [0xe2, circumflex],
  [0xe1, circumflex + acute],
  [0xe0, circumflex + grave],
  [0xe5, circumflex + hook],
  [0xe3, circumflex + tilde],
  [0xe4, dot + circumflex],
  [0xea, breve],
  [0xe9, breve + acute],
  [0xe8, breve + grave],
  [0xfa, breve + hook],
  [0xfc, breve + tilde],
  [0xeb, dot + breve],
]);

function pairs(first: number, letters: string): readonly (readonly [number, string])[] {
  return Array.from(letters, (letter, index) => [first + index, letter] as const);
}

function decodeTcvn3(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : (tcvn3.get(byte) ?? "\ufffd"))).join(
    "",
  );
}

function decodeVni(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) {
    const isAfterVowel = /[aeouyôơưAEOUYÔƠƯ]$/.test(text);
    // Upper-case marks stand 0x20 below those of lower case.
    const mark = vniMarks.get(byte) ?? (byte >= 0xc0 ? vniMarks.get(byte + 0x20) : undefined);
    if (byte < 0x80) text += String.fromCharCode(byte);
    else if (mark !== undefined && isAfterVowel) text += mark;
    else text += vniLetters.get(byte) ?? "\ufffd";
  }
  return text.normalize("NFC");
}

const onset = "(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?";
const coda = "(?:ch|ng|nh|[cmnpt])?";
const nucleus =
  "(?:iêu|yêu|oai|oao|oay|oeo|uây|uôi|uya|uyê|uyu|ươi|ươu|uao|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|ôi|ơi|ua|uâ|uê|ui|uô|uơ|uy|ưa|ưi|ươ|ưu|yê|[aăâeêioôơuưy])";
const syllable = new RegExp(`^${onset}${nucleus}${coda}$`, "u");
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Share of the words with a letter beyond ASCII that are possible Vietnamese syllables. */
function vietnameseShare(text: string): number {
  const words = (text.match(/[\p{L}\p{M}\ufffd]+/gu) ?? []).filter((word) => /[^\u0000-\u007f]/.test(word));
  const signs = text.match(/[^\u0000-\u007f\p{L}\p{M}\s]/gu)?.length ?? 0;
  if (words.length === 0) return 0;
  return words.filter(isSyllable).length / (words.length + signs);
}

function isSyllable(word: string): boolean {
  // Capitals inside a word betray a wrong table; words all in capitals are read like the others.
  if (/\p{Ll}.*\p{Lu}/u.test(word)) return false;
  const apart = word.toLowerCase().normalize("NFD");
  const toneCount = apart.match(tones)?.length ?? 0;
  return toneCount <= 1 && syllable.test(apart.replace(tones, "").normalize("NFC"));
}

function controlShare(bytes: Uint8Array): number {
  const controls = bytes.filter((byte) => (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13) || byte === 0x7f);
  return controls.length / Math.max(1, bytes.length);
}

/** Few high bytes, and all of them letters or marks of Windows-1252. */
function isWestern(bytes: Uint8Array): boolean {
  const high = bytes.filter((byte) => byte >= 0x80);
  const letters = high.filter(
    (byte) => byte >= 0xc0 || [0x80, 0x85, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0xa0, 0xb0].includes(byte),
  );
  return high.length * 3 < bytes.length && letters.length >= high.length * 0.9;
}
