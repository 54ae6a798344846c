import type { Range } from 'vscode-languageserver-types';
import type { Model } from '../document/model';
import { endOf, memberOf, type Node, type ObjectNode, type Place } from '../document/node';
import { decode } from '../../json-string/decode';
import { canonicalValue } from '../schema/enum-label';
import { itemSchema, memberSchema, type Schema } from '../schema/schema';
import { isUnread } from '../schema/validate';

/** A plain value for show, and where it stands. */
export interface Shown {
  readonly text: string;
  readonly range: Range;
}

const nowhere: Place = { offset: 0, length: 0 };

/** Longer texts are cut: a picture has no use for them, and is sent with every keystroke. */
const longestText = 1000;

export function cut(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text;
}

/** Reads one object for show; anything else has no members. What is missing, null, of no use or not read completely is undefined or an empty list. */
export class PreviewReader<N extends Node | undefined = Node | undefined> {
  constructor(
    private readonly model: Model,
    readonly node: N,
    private readonly schema: Schema | undefined,
  ) {}

  get range(): Range {
    return this.model.rangeOf(this.node ?? nowhere);
  }

  /** A text without its quotes, a number exactly as written, `true` or `false`. */
  plain(name: string): Shown | undefined {
    const node = this.value(name);
    const text = node && this.textOf(node);
    return node && text !== undefined ? { text: cut(text), range: this.model.rangeOf(node) } : undefined;
  }

  /** As `plain`, without its place; not cut. */
  text(name: string): string | undefined {
    const node = this.value(name);
    return node && this.textOf(node);
  }

  /** Of the member's value. */
  rangeOf(name: string): Range | undefined {
    const node = this.value(name);
    return node && this.model.rangeOf(node);
  }

  /** Where something in the decoded text of a string is written. */
  placesIn(name: string): (at: Place) => Range {
    const { offset, length } = this.value(name) ?? nowhere;
    const { toSource } = decode(this.model.text.slice(offset, offset + length), offset);
    return (at) =>
      this.model.rangeOf({ offset: toSource(at.offset), length: toSource(endOf(at)) - toSource(at.offset) });
  }

  /** An enum member: the accepted value that is meant, or the text itself where that is not certain. */
  choice(name: string): Shown | undefined {
    const shown = this.plain(name);
    const schema = memberSchema(this.schema, name);
    return shown && { ...shown, text: (schema && canonicalValue(schema, shown.text)) ?? shown.text };
  }

  number(name: string): number | undefined {
    const node = this.value(name);
    return node?.kind === 'number' ? node.value : undefined;
  }

  /** A switch; `otherwise` where the file does not say. */
  isOn(name: string, otherwise: boolean): boolean {
    const node = this.value(name);
    return node?.kind === 'boolean' ? node.value : otherwise;
  }

  object(name: string): PreviewReader<ObjectNode> | undefined {
    const node = this.value(name);
    return node?.kind === 'object' ? new PreviewReader(this.model, node, memberSchema(this.schema, name)) : undefined;
  }

  /** The elements of a list, with a reader for each that is an object. */
  elements(name: string): { readonly item: Node; readonly reader: PreviewReader<ObjectNode> | undefined }[] {
    const node = this.value(name);
    if (node?.kind !== 'array') return [];
    const schema = itemSchema(memberSchema(this.schema, name));
    return node.items.map((item) => ({
      item,
      reader: item.kind === 'object' ? new PreviewReader(this.model, item, schema) : undefined,
    }));
  }

  /** The readers of the elements that are objects. */
  objects(name: string): PreviewReader<ObjectNode>[] {
    return this.elements(name).flatMap(({ reader }) => reader ?? []);
  }

  textOf(node: Node): string | undefined {
    if (isUnread(node)) return undefined;
    switch (node.kind) {
      case 'string':
        return node.value;
      case 'number':
        return this.model.text.slice(node.offset, node.offset + node.length);
      case 'boolean':
        return String(node.value);
      case 'array':
      case 'object':
      case 'null':
        return undefined;
    }
  }

  private value(name: string): Node | undefined {
    return this.node?.kind === 'object' ? memberOf(this.node, name)?.value : undefined;
  }
}
