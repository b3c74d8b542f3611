// examples/snippets and examples/playground → src, so that the server has them without reading files.
import fs from 'node:fs';
import path from 'node:path';
import { projectRoot } from './runtime.mjs';

const SNIPPETS = [
  'curl.sh',
  'passport.mjs',
  'auth-js.mjs',
  'openid-client.mjs',
  'authlib.py',
  'django-allauth.py',
  'spring.yml',
  'flutter.dart',
];
const SAMPLES = ['authorize', 'post-form', 'read-data'].flatMap((name) =>
  ['sh', 'mjs', 'py', 'go', 'php'].map((language) => `${name}.${language}`),
);

make({
  from: 'examples/snippets',
  names: SNIPPETS,
  to: 'src/insight/snippets.ts',
  constant: 'SNIPPETS',
  comparedBy: 'test/flows/snippets.test.ts',
});
make({
  from: 'examples/playground',
  names: SAMPLES,
  to: 'src/playground/sample-sources.ts',
  constant: 'SAMPLE_SOURCES',
  comparedBy: 'test/flows/playground-samples.test.ts',
});

function make({ from, names, to, constant, comparedBy }) {
  const entries = names.map((name) => {
    const text = fs.readFileSync(path.join(projectRoot, from, name), 'utf8');
    return `  '${name}': ${literal(text)},\n`;
  });
  const header = `// Made by scripts/make-snippets.mjs from ${from}; ${comparedBy} compares.\n`;
  fs.writeFileSync(
    path.join(projectRoot, to),
    `${header}\nexport const ${constant} = {\n${entries.join('')}} as const;\n`,
  );
}

/** As a template: line by line, as in the file. */
function literal(text) {
  return `\`${text.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${')}\``;
}
