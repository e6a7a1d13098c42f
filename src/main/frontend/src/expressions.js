// Reads the conditions that the server's check accepts (flow.gate ExpressionParser) as a tree, and writes such a tree as text.
//
// A tree is { kind: 'joined', all, parts } | { kind: 'same', equal, left, right } | { kind: 'not', of } | { kind: 'empty', of }
// | { kind: 'name', name } | { kind: 'literal', text } | { kind: 'call', text }. Parts of a list are never lists of the same sort.

const TOKENS = /\s*(?:('[^']*'|"[^"]*")|(-?\d+)|([A-Za-z]\w*)|(==|!=|&&|\|\||!|\(|\)|\.))\s*/y;
const LITERALS = new Set(['true', 'false', 'null']);
const SIGNS = new Map([['and', '&&'], ['or', '||'], ['not', '!'], ['eq', '=='], ['ne', '!=']]);
const RESERVED = new Set([...SIGNS.keys(), 'empty']);

class Unreadable extends Error {}

const tokensOf = (text) => {
  const tokens = [];
  TOKENS.lastIndex = 0;
  while (TOKENS.lastIndex < text.length) {
    const found = TOKENS.exec(text);
    if (!found) {
      throw new Unreadable();
    }
    const [, quoted, number, name, sign] = found;
    tokens.push({ literal: quoted ?? number ?? (LITERALS.has(name) ? name : undefined), name, sign: sign ?? SIGNS.get(name) });
  }
  return tokens;
};

const joined = (all, parts) => (parts.length === 1 ? parts[0]
  : { kind: 'joined', all, parts: parts.flatMap((part) => (part.kind === 'joined' && part.all === all ? part.parts : [part])) });

class Reader {
  constructor(text) {
    this.tokens = tokensOf(text);
  }

  whole() {
    const tree = this.#any();
    this.#require(!this.tokens.length);
    return tree;
  }

  #any() {
    return joined(false, this.#list('||', () => this.#all()));
  }

  #all() {
    return joined(true, this.#list('&&', () => this.#comparison()));
  }

  #list(sign, next) {
    const parts = [next()];
    while (this.#took(sign)) {
      parts.push(next());
    }
    return parts;
  }

  #comparison() {
    const left = this.#operand();
    const equal = this.#took('==');
    return equal || this.#took('!=') ? { kind: 'same', equal, left, right: this.#operand() } : left;
  }

  #operand() {
    if (this.#took('!')) {
      return { kind: 'not', of: this.#operand() };
    }
    if (this.#took('(')) {
      const inner = this.#any();
      this.#require(this.#took(')'));
      return inner;
    }
    const { literal, name } = this.tokens.shift() ?? {};
    if (literal) {
      return { kind: 'literal', text: literal };
    }
    if (name === 'empty') {
      return { kind: 'empty', of: this.#name(this.tokens.shift()?.name) };
    }
    return this.#took('.') ? this.#call(name) : this.#name(name);
  }

  #call(block) {
    const method = this.#name(this.tokens.shift()?.name).name;
    this.#require(this.#took('('));
    const argument = this.#took(')') ? '' : this.#name(this.tokens.shift()?.name).name;
    this.#require(!argument || this.#took(')'));
    return { kind: 'call', text: `${block}.${method}(${argument})` };
  }

  #name(name) {
    this.#require(name && !RESERVED.has(name));
    return { kind: 'name', name };
  }

  #took(sign) {
    const next = this.tokens[0]?.sign === sign;
    if (next) {
      this.tokens.shift();
    }
    return next;
  }

  #require(condition) {
    if (!condition) {
      throw new Unreadable();
    }
  }
}

/** The tree of an expression such as ${legalOutcome == 'APPROVED'}; undefined if it is none that the check would take. */
export const parsed = (expression) => {
  const inner = /^[$#]\{(.*)}$/s.exec(expression.trim())?.[1];
  try {
    return inner === undefined ? undefined : new Reader(inner).whole();
  } catch (unreadable) {
    if (unreadable instanceof Unreadable) {
      return undefined;
    }
    throw unreadable;
  }
};

const operand = (tree) => (['joined', 'same'].includes(tree.kind) ? `(${printed(tree)})` : printed(tree));

const PRINTED = {
  joined: ({ all, parts }) => parts.map((part) => (part.kind === 'joined' ? operand(part) : printed(part))).join(all ? ' and ' : ' or '),
  same: ({ equal, left, right }) => `${operand(left)} ${equal ? '==' : '!='} ${operand(right)}`,
  not: ({ of }) => `not ${operand(of)}`,
  empty: ({ of }) => `empty ${of.name}`,
  name: ({ name }) => name,
  literal: ({ text }) => text,
  call: ({ text }) => text,
};

/** A tree as text, without the braces around it. */
export const printed = (tree) => PRINTED[tree.kind](tree);
