// What rules say to readers stands in RULES.md; a program that shows only messages need not carry it too.
import { readFile } from 'node:fs/promises';
import ts from 'typescript';

/** The places of the members with these names in a rule's description, values included. A name can be told by what it is of: `fix.title`. */
function placesOf(source, names) {
  const places = [];
  const nameOf = (node) => (node && ts.isPropertyAssignment(node) ? node.name.getText(source) : '');
  const visit = (node) => {
    const name = nameOf(node);
    const isText = names.has(name) || names.has(`${ownerOf(node.parent, nameOf)}.${name}`);
    if (isText) places.push([node.getStart(source), node.getEnd()]);
    else ts.forEachChild(node, visit);
  };
  ts.forEachChild(source, visit);
  return places;
}

/** What an object describes: `rule` where it has a code, else the name of the member that holds it. */
function ownerOf(object, nameOf) {
  const isRule =
    object && ts.isObjectLiteralExpression(object) && object.properties.some((each) => nameOf(each) === 'code');
  return isRule ? 'rule' : nameOf(object?.parent);
}

/** The text with these members blank; line breaks stay, so that source maps still fit. */
function strip(file, text, names) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  return placesOf(source, names).reduceRight((rest, [start, end]) => {
    const after = rest.slice(end).replace(/^\s*,/, (comma) => comma.replace(',', ' '));
    return rest.slice(0, start) + rest.slice(start, end).replace(/[^\n]/g, ' ') + after;
  }, text);
}

/**
 * esbuild plugin that leaves members of rule descriptions out of a bundle.
 * @param names such as `examples`, `why`, `fix.title`.
 */
export function stripRuleTexts(...names) {
  const wanted = new Set(names);
  return {
    name: 'strip-rule-texts',
    setup: ({ onLoad }) => {
      onLoad({ filter: /[\\/]server[\\/]src[\\/]core[\\/]rules[\\/][\w-]+\.ts$/ }, async ({ path }) => {
        const text = await readFile(path, 'utf8');
        const describes = text.includes('= defineRule') || path.endsWith('structure.ts');
        return { contents: describes ? strip(path, text, wanted) : text, loader: 'ts' };
      });
    },
  };
}
