// Texts that people read stand in the catalogue (src/pages/messages), in every language, and nowhere else.

/** Attributes and properties that are shown or read aloud. */
const visibleNames = new Set([
  'advice',
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'button',
  'caption',
  'context',
  'explanation',
  'hint',
  'label',
  'lead',
  'legend',
  'placeholder',
  'summary',
  'term',
  'title',
  'what',
]);

/** What stands in these is the same in every language. */
const technicalElements = new Set(['code', 'kbd', 'pre', 'samp', 'script', 'style']);

const letter = /\p{L}/u;

/** Which parts of an expression may be what it comes to. */
const results = {
  ConditionalExpression: ['consequent', 'alternate'],
  LogicalExpression: ['left', 'right'],
  BinaryExpression: ['left', 'right'],
  JSXExpressionContainer: ['expression'],
  ParenthesizedExpression: ['expression'],
  TSAsExpression: ['expression'],
  TSSatisfiesExpression: ['expression'],
};

/** The first literal with a letter that an expression can come to. */
function literalText(node) {
  switch (node?.type) {
    case 'Literal':
      return typeof node.value === 'string' && letter.test(node.value) ? node : undefined;
    case 'TemplateLiteral':
      return node.quasis.some(({ value }) => letter.test(value.cooked)) ? node : undefined;
    default: {
      const parts = results[node?.type] ?? [];
      return parts.map((part) => literalText(node[part])).find((found) => found !== undefined);
    }
  }
}

function isTechnical(node) {
  for (let above = node.parent; above; above = above.parent) {
    if (above.type === 'JSXElement' && technicalElements.has(above.openingElement.name.name)) {
      return true;
    }
  }
  return false;
}

function propertyName({ computed, key }) {
  if (computed) return undefined;
  return key.type === 'Literal' ? key.value : key.name;
}

export const noLiteralText = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const report = (node) => {
      context.report({
        node,
        message: 'People read this: put it into src/pages/messages, in every language.',
      });
    };
    const reportLiteral = (node) => {
      const literal = literalText(node);
      if (literal !== undefined) report(literal);
    };

    return {
      JSXText(node) {
        if (letter.test(node.value) && !isTechnical(node)) report(node);
      },
      JSXExpressionContainer(node) {
        if (node.parent.type !== 'JSXAttribute' && !isTechnical(node)) reportLiteral(node);
      },
      JSXAttribute({ name, value }) {
        if (visibleNames.has(name.name)) reportLiteral(value);
      },
      Property(node) {
        if (visibleNames.has(propertyName(node))) reportLiteral(node.value);
      },
    };
  },
};
