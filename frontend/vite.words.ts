/** Lingui's macros for Vite: only files that use them are read by Babel, and no message is taken apart in a browser. */

import type { NodePath, PluginObj, types } from "@babel/core";
import { compileMessage } from "@lingui/message-utils/compileMessage";
import { lingui } from "@lingui/vite-plugin";
import babel from "@rolldown/plugin-babel";
import type { PluginOption } from "vite";

/** After the macros a message in English is a text beside its id; what takes it apart would weigh as much as a page. */
function compiledEnglish({ types: t }: { types: typeof types }): PluginObj {
  const compiled = (text: string) => t.valueToNode(compileMessage(text));
  return {
    visitor: {
      Program: {
        exit(program: NodePath<types.Program>) {
          program.traverse({
            ObjectExpression({ node }: NodePath<types.ObjectExpression>) {
              if (!node.leadingComments?.some((comment) => comment.value === "i18n")) return;
              for (const each of node.properties)
                if (
                  t.isObjectProperty(each) &&
                  t.isIdentifier(each.key, { name: "message" }) &&
                  t.isStringLiteral(each.value)
                )
                  each.value = compiled(each.value.value);
            },
          });
        },
      },
    },
  };
}

export function words(): PluginOption[] {
  return [
    lingui(),
    babel({
      include: /\/src\/console\/.*\.tsx?$/,
      plugins: [["@lingui/babel-plugin-lingui-macro", { stripMessageField: false }], compiledEnglish],
    }),
  ];
}
