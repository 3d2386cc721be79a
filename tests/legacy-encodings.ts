/** Writes Vietnamese text in the encodings of old files, for tests: the tables are written from the letter's side, independently of the reader's. */

const tcvn3Letters: Readonly<Record<string, number>> = {
  Ă: 0xa1,
  Â: 0xa2,
  Ê: 0xa3,
  Ô: 0xa4,
  Ơ: 0xa5,
  Ư: 0xa6,
  Đ: 0xa7,
  ă: 0xa8,
  â: 0xa9,
  ê: 0xaa,
  ô: 0xab,
  ơ: 0xac,
  ư: 0xad,
  đ: 0xae,
  à: 0xb5,
  ả: 0xb6,
  ã: 0xb7,
  á: 0xb8,
  ạ: 0xb9,
  ằ: 0xbb,
  ẳ: 0xbc,
  ẵ: 0xbd,
  ắ: 0xbe,
  ặ: 0xc6,
  ầ: 0xc7,
  ẩ: 0xc8,
  ẫ: 0xc9,
  ấ: 0xca,
  ậ: 0xcb,
  è: 0xcc,
  ẻ: 0xce,
  ẽ: 0xcf,
  é: 0xd0,
  ẹ: 0xd1,
  ề: 0xd2,
  ể: 0xd3,
  ễ: 0xd4,
  ế: 0xd5,
  ệ: 0xd6,
  ì: 0xd7,
  ỉ: 0xd8,
  ĩ: 0xdc,
  í: 0xdd,
  ị: 0xde,
  ò: 0xdf,
  ỏ: 0xe1,
  õ: 0xe2,
  ó: 0xe3,
  ọ: 0xe4,
  ồ: 0xe5,
  ổ: 0xe6,
  ỗ: 0xe7,
  ố: 0xe8,
  ộ: 0xe9,
  ờ: 0xea,
  ở: 0xeb,
  ỡ: 0xec,
  ớ: 0xed,
  ợ: 0xee,
  ù: 0xef,
  ủ: 0xf1,
  ũ: 0xf2,
  ú: 0xf3,
  ụ: 0xf4,
  ừ: 0xf5,
  ử: 0xf6,
  ữ: 0xf7,
  ứ: 0xf8,
  ự: 0xf9,
  ỳ: 0xfa,
  ỷ: 0xfb,
  ỹ: 0xfc,
  ý: 0xfd,
  ỵ: 0xfe,
};

const toneBytes: Readonly<Record<string, { vni: number; vniCircumflex: number; vniBreve: number; windows: number }>> = {
  "\u0301": { vni: 0xf9, vniCircumflex: 0xe1, vniBreve: 0xe9, windows: 0xec },
  "\u0300": { vni: 0xf8, vniCircumflex: 0xe0, vniBreve: 0xe8, windows: 0xcc },
  "\u0309": { vni: 0xfb, vniCircumflex: 0xe5, vniBreve: 0xfa, windows: 0xd2 },
  "\u0303": { vni: 0xf5, vniCircumflex: 0xe3, vniBreve: 0xfc, windows: 0xde },
  "\u0323": { vni: 0xef, vniCircumflex: 0xe4, vniBreve: 0xeb, windows: 0xf2 },
};
const windowsLetters: Readonly<Record<string, number>> = {
  â: 0xe2,
  Â: 0xc2,
  ă: 0xe3,
  Ă: 0xc3,
  ê: 0xea,
  Ê: 0xca,
  ô: 0xf4,
  Ô: 0xd4,
  ơ: 0xf5,
  Ơ: 0xd5,
  ư: 0xfd,
  Ư: 0xdd,
  đ: 0xf0,
  Đ: 0xd0,
};
const vniLetters: Readonly<Record<string, number>> = {
  đ: 0xf1,
  Đ: 0xd1,
  ơ: 0xf4,
  Ơ: 0xd4,
  ư: 0xf6,
  Ư: 0xd6,
  í: 0xed,
  ì: 0xec,
  ỉ: 0xe6,
  ĩ: 0xf3,
  ị: 0xf2,
  ỵ: 0xee,
};

function ascii(letter: string): number {
  const code = letter.codePointAt(0) ?? 0;
  if (code > 0x7f) throw new Error(`the table has no "${letter}"`);
  return code;
}

export function toTcvn3(text: string): Uint8Array {
  return Uint8Array.from(Array.from(text.normalize("NFC"), (letter) => tcvn3Letters[letter] ?? ascii(letter)));
}

export function toWindows1258(text: string): Uint8Array {
  return Uint8Array.from(
    Array.from(text.normalize("NFC")).flatMap((letter) => {
      if (letter in windowsLetters) return [windowsLetters[letter] ?? 0];
      const { base, tone } = apart(letter);
      const first = windowsLetters[base] ?? ascii(base);
      return tone === undefined ? [first] : [first, toneBytes[tone]?.windows ?? 0];
    }),
  );
}

export function toVni(text: string): Uint8Array {
  return Uint8Array.from(
    Array.from(text.normalize("NFC")).flatMap((letter) => {
      if (letter in vniLetters) return [vniLetters[letter] ?? 0];
      const { base, tone } = apart(letter);
      const plain = base.normalize("NFD");
      const shift = base === base.toLowerCase() ? 0 : -0x20;
      if (plain.length === 2 && /[\u0302\u0306]/.test(plain)) {
        const isBreve = plain.endsWith("\u0306");
        const bytes = tone === undefined ? undefined : toneBytes[tone];
        const mark = isBreve ? (bytes?.vniBreve ?? 0xea) : (bytes?.vniCircumflex ?? 0xe2);
        return [ascii(plain.charAt(0)), mark + shift];
      }
      const first = vniLetters[base] ?? ascii(base);
      return tone === undefined ? [first] : [first, (toneBytes[tone]?.vni ?? 0) + shift];
    }),
  );
}

export function toUtf16(text: string, order: "little" | "big", mark: "marked" | "bare"): Uint8Array {
  const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  const all = mark === "marked" ? [0xfeff, ...units] : units;
  return Uint8Array.from(
    all.flatMap((unit) => (order === "little" ? [unit & 0xff, unit >> 8] : [unit >> 8, unit & 0xff])),
  );
}

function apart(letter: string): { base: string; tone: string | undefined } {
  const parts = letter.normalize("NFD");
  const tone = Array.from(parts).find((part) => part in toneBytes);
  return { base: parts.replace(tone ?? "", "").normalize("NFC"), tone };
}
