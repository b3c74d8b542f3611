import { format, resolveConfig } from 'prettier';

import {
  SETTING_GROUPS,
  settingDocumentation,
  SETTINGS,
  type SettingDocumentation,
} from '../../src/config/settings.ts';

const introduction = `<!-- Generated from src/config/settings.ts by \`npx vitest run test/docs -u\`. Do not edit. -->

# Configuration

Settings come from the environment, for the server and for \`npm run omniport\` alike. None is needed to try it out.
A setting that is not understood stops the start, and all that are wrong are named at once:

\`\`\`sh
npm run omniport -- config check   # what would hold, and every problem; starts nothing
\`\`\`

There is no secret to configure besides the mail server's password: sessions, codes, tokens and client secrets
are random, and stored only as hashes.
`;

const claims = `## Data points of your own

\`CLAIMS_FILE\` names a JSON file: a list of categories, each with its data points. They come after the built-in ones; a
category with the code of a built-in one extends it. A person's values come with \`omniport people import\`, in a column
named like the data point.

\`\`\`json
[
  {
    "code": "library",
    "label": "Library",
    "claims": [
      { "code": "library.card_number", "label": "Card number", "type": "string" },
      {
        "code": "library.dues",
        "label": "Dues",
        "type": "integer",
        "whenUnset": 0,
        "hint": "In rupees",
        "translations": { "hi": { "label": "बकाया", "hint": "रुपये में" } }
      }
    ]
  }
]
\`\`\`

An app reads the example as \`"library": {"cardNumber": "L-17", "dues": 0}\`.

| Member      | Meaning                                                                                        |
| ----------- | ---------------------------------------------------------------------------------------------- |
| \`code\`      | The category's code, a dot, and the field: lower-case letters, digits and \`_\`                  |
| \`label\`     | What a person reads on the consent screen                                                      |
| \`type\`      | \`string\`, \`integer\`, \`boolean\`, \`date\` (\`YYYY-MM-DD\`) or \`links\` (an object of addresses)       |
| \`whenUnset\` | What is served when the person has a record of the category but no value; \`null\` when left out |
| \`hint\`      | A few words for the developer who chooses data points                                          |
| \`translations\` | \`label\` and \`hint\` for people who read Hindi (\`hi\`); a category may have a translated \`label\` too |
`;

function row(name: string, { values, unset, description }: SettingDocumentation): string {
  return `| \`${name}\` | ${values} | ${unset} | ${description} |`;
}

function table(group: (typeof SETTING_GROUPS)[number]): string {
  const rows = Object.entries(SETTINGS).flatMap(([name, schema]) => {
    const documentation = settingDocumentation.get(schema);
    return documentation?.group === group ? [row(name, documentation)] : [];
  });
  return [
    `## ${group}`,
    '',
    '| Setting | Values | When not set | |',
    '|-|-|-|-|',
    ...rows,
    '',
  ].join('\n');
}

/** The text of docs/configuration.md, formatted like every file. */
export async function configurationPage(path: string): Promise<string> {
  const text = [introduction, ...SETTING_GROUPS.map(table), claims].join('\n');
  return format(text, { ...(await resolveConfig(path)), filepath: path });
}
