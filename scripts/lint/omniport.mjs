// Our own lint rules; .oxlintrc.json says where they hold.
import { noLiteralText } from './no-literal-text.mjs';

// Time, entropy and the environment come in as arguments (Clock, Random, Config).
// Only the places that build those may ask the machine.

const ambientProperties = {
  Date: { now: 'Clock' },
  performance: { now: 'Clock', timeOrigin: 'Clock' },
  Math: { random: 'Random' },
  crypto: { randomUUID: 'Random', getRandomValues: 'Random' },
  process: { env: 'Config', hrtime: 'Clock' },
};

const ambientImports = {
  crypto: {
    randomBytes: 'Random',
    randomFill: 'Random',
    randomFillSync: 'Random',
    randomInt: 'Random',
    randomUUID: 'Random',
    randomUUIDv7: 'Random',
    getRandomValues: 'Random',
  },
  process: { env: 'Config', hrtime: 'Clock' },
  perf_hooks: { performance: 'Clock' },
};

/** `Date` for `Date` and for `globalThis.Date`. */
function globalName(node) {
  if (node.type === 'Identifier') return node.name;
  if (node.type === 'MemberExpression' && node.object.name === 'globalThis') {
    return propertyName(node);
  }
  return undefined;
}

function propertyName({ computed, property }) {
  if (!computed) return property.name;
  return property.type === 'Literal' ? String(property.value) : undefined;
}

function keyName({ type, computed, key }) {
  if (type !== 'Property' || (computed && key.type !== 'Literal')) return undefined;
  return key.name ?? String(key.value);
}

const noAmbientInput = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const report = (node, what, instead) => {
      context.report({
        node,
        message: `${what} is not allowed here: take ${instead} as an argument.`,
      });
    };
    const reportProperty = (node, object, property) => {
      const name = object && globalName(object);
      if (name === undefined || property === undefined || !Object.hasOwn(ambientProperties, name)) {
        return;
      }
      const properties = ambientProperties[name];
      if (Object.hasOwn(properties, property)) {
        report(node, `\`${name}.${property}\``, properties[property]);
      }
    };

    return {
      MemberExpression(node) {
        reportProperty(node, node.object, propertyName(node));
      },
      VariableDeclarator({ id, init }) {
        if (id.type !== 'ObjectPattern') return;
        for (const property of id.properties) reportProperty(property, init, keyName(property));
      },
      NewExpression(node) {
        if (globalName(node.callee) === 'Date' && node.arguments.length === 0) {
          report(node, '`new Date()` without an argument', 'Clock');
        }
      },
      CallExpression(node) {
        if (globalName(node.callee) === 'Date') report(node, '`Date()`', 'Clock');
      },
      ImportDeclaration(node) {
        const module = node.source.value.replace(/^node:/, '');
        if (!Object.hasOwn(ambientImports, module)) return;
        for (const specifier of node.specifiers) {
          const imported = specifier.imported?.name;
          if (imported !== undefined && Object.hasOwn(ambientImports[module], imported)) {
            report(
              specifier,
              `\`${imported}\` of node:${module}`,
              ambientImports[module][imported],
            );
          } else if (imported === undefined) {
            report(specifier, `The whole of node:${module}`, 'what you need of it, or name it,');
          }
        }
      },
    };
  },
};

const plugin = {
  meta: { name: 'omniport' },
  rules: { 'no-ambient-input': noAmbientInput, 'no-literal-text': noLiteralText },
};
export default plugin;
