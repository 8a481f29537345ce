/** Texts that no catalogue can translate: they stand in JSX, or in what a screen reader says, without a macro. */

import ts from "typescript";

const LETTERS = /\p{L}{2,}/u;
/** What is code, and the same in every language. */
const CODE = new Set(["code", "Code", "kbd", "Kbd", "pre", "style"]);
const SAID = new Set([
  "aria-label",
  "aria-description",
  "alt",
  "description",
  "label",
  "placeholder",
  "says",
  "title",
  "what",
]);

const tagOf = (node) => (ts.isJsxElement(node) ? node.openingElement.tagName.getText() : "");

const kindOf = (name) => (name.endsWith(".tsx") ? ts.ScriptKind.TSX : ts.ScriptKind.TS);

/** A line for each bare text of the file. */
export function bareTexts(name, text) {
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true, kindOf(name));
  const found = [];
  const tell = (node, words) => {
    const { line } = file.getLineAndCharacterOfPosition(node.getStart());
    found.push(`src/console/${name}:${line + 1}: “${words.trim().replace(/\s+/g, " ")}” is not translated`);
  };
  const visit = (node, inTrans) => {
    const tag = tagOf(node);
    if (CODE.has(tag)) return;
    if (!inTrans && ts.isJsxText(node) && LETTERS.test(node.text)) tell(node, node.text);
    if (ts.isJsxAttribute(node) && SAID.has(node.name.getText())) {
      const words = node.initializer && ts.isStringLiteral(node.initializer) ? node.initializer.text : "";
      if (LETTERS.test(words)) tell(node, words);
    }
    ts.forEachChild(node, (child) => visit(child, inTrans || tag === "Trans"));
  };
  visit(file, false);
  return found;
}
