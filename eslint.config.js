/** Lint: the compiler's strictest advice, and the rules of the house that a syntax tree can show (no clock, locale or chance inside; no classes but in io). */
import eslint from "@eslint/js";
import tseslint from "typescript-eslint";

const noClockLocaleOrChance = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: "Same files, same bytes: no clock here.",
  },
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: "Same files, same bytes: no clock here.",
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: "Same files, same bytes: no chance here.",
  },
  {
    selector:
      "MemberExpression[property.name=/^(localeCompare|toLocale(String|DateString|TimeString|UpperCase|LowerCase))$/]",
    message: "Same files, same bytes: no locale here; words and numerals come from src/language.",
  },
  {
    selector: "MemberExpression[object.name='Intl'][property.name!='Segmenter']",
    message: "Words and numerals come from src/language, not from the machine's locale.",
  },
];
const noClasses = [
  {
    selector: "ClassDeclaration, ClassExpression",
    message: "Functions and readonly data; a class only for what has a life, so only in src/io.",
  },
];

export default tseslint.config(
  { ignores: ["dist/", "**/dist/", "node_modules/", "examples/", "schemas/", "tests/cases/", "tests/**/fixtures/"] },
  eslint.configs.recommended,
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { project: ["tsconfig.test.json"], tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { requireDefaultForNonUnion: true }],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-import-type-side-effects": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      eqeqeq: "error",
      // Encodings, terminals and broken files are this programme's daily bread.
      "no-control-regex": "off",
      "@typescript-eslint/no-unused-vars": ["error", { ignoreRestSiblings: true }],
      // A diagnostic without parameters.
      "@typescript-eslint/no-generated-empty-object-type": "off",
      // The compiler does this, and knows the names of Node.
      "no-undef": "off",
    },
  },
  { files: ["src/**/*.ts"], rules: { "no-restricted-syntax": ["error", ...noClockLocaleOrChance, ...noClasses] } },
  { files: ["src/io/**/*.ts", "src/cli/**/*.ts", "src/serve/**/*.ts"], rules: { "no-restricted-syntax": "off" } },
  // A cast in a comment is not in the syntax tree: the compiler checks these.
  {
    files: ["scripts/*.mjs"],
    rules: { "@typescript-eslint/no-unsafe-assignment": "off", "@typescript-eslint/no-unsafe-member-access": "off" },
  },
  { files: ["*.config.{js,ts}", "*.cjs", ".*.cjs"], extends: [tseslint.configs.disableTypeChecked] },
);
