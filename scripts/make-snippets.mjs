// examples/snippets → src/insight/snippets.ts, so that the server has them without reading files.
import fs from 'node:fs';
import path from 'node:path';
import { projectRoot } from './runtime.mjs';

const directory = path.join(projectRoot, 'examples/snippets');
const NAMES = [
  'curl.sh',
  'passport.mjs',
  'auth-js.mjs',
  'openid-client.mjs',
  'authlib.py',
  'django-allauth.py',
  'spring.yml',
  'flutter.dart',
];

/** As a template: line by line, as in the file. */
const literal = (text) =>
  `\`${text.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${')}\``;

const entries = NAMES.map((name) => {
  const text = fs.readFileSync(path.join(directory, name), 'utf8');
  return `  '${name}': ${literal(text)},\n`;
});
const header =
  '// Made by scripts/make-snippets.mjs from examples/snippets; test/flows/snippets.test.ts compares.\n';
fs.writeFileSync(
  path.join(projectRoot, 'src/insight/snippets.ts'),
  `${header}\nexport const SNIPPETS = {\n${entries.join('')}} as const;\n`,
);
