/** The name, the logo and the colours of the institution. */
export const institutionLook = {
  title: 'Name and look',
  lead: 'What people recognise the institution by, on every page and in every mail.',

  name: 'Name',
  nameHint: 'As people call the institution, at most 80 characters.',
  contact: 'Contact for questions and complaints',
  contactHint:
    'An e-mail address or an https address. It stands at the foot of every page, where people decide about an app as well. Leave it empty to show none.',
  language: 'Language',
  languageHint:
    'Of pages and mails for people who chose none and whose browser asks for none that we have.',

  colours: 'Colours',
  accent: 'Colour on light ground',
  accentHint:
    'Of links and buttons, as six hexadecimal digits: #1f4e8c. It must be easy to read, so yellow will not do. Empty: the blue of the product.',
  accentDark: 'Colour on dark ground',
  accentDarkHint:
    'For people whose device is in dark mode. Leave it empty, and we make a lighter one of the same hue.',
  madeOfTheOther: 'made of the other one',
  nearest: 'Use the nearest one that can be read',

  logo: 'Logo',
  logoSummary: 'In the header of every page and of every mail, beside the name.',
  noLogo: 'No logo yet. Until there is one, people see these letters.',
  logoField: 'Picture',
  anotherLogoField: 'Another picture',
  logoHint:
    'A square picture (PNG, JPEG, WebP, GIF or AVIF) of at most 2 MB, best with a transparent ground. It is drawn anew at up to 512 × 512 pixels.',
  logoPreview: 'Show a preview of the logo',
  logoRemove: 'Remove the logo',
  logoTitle: 'the logo',
  logoGone: 'Another picture was looked at since, so nothing was saved. Choose the picture again.',
  newPicture: 'the new picture',
  present: 'the present picture',

  /** A piece of a page, to show colours on. */
  sample: {
    light: 'On light ground',
    dark: 'On dark ground',
    heading: 'Book Swap would like to read your data',
    text: 'This is how a page looks, with',
    link: 'a link',
    allow: 'Allow',
    deny: 'Deny',
    marked: 'Marked',
  },

  problems: {
    nameMissing: 'Give the institution a name. It needs at least one letter or digit.',
    nameTooLong: (longest: number): string => `Use at most ${longest} characters for the name.`,
    nameInvisible: (character: string): string =>
      `The name holds a character nobody can see (${character}). Type the name by hand instead of pasting it.`,
    contact: 'Give an e-mail address, or an address that starts with https://.',
    language: 'Choose one of the languages.',
    notAColour: 'Write the colour as six hexadecimal digits, such as #1f4e8c.',
    contrastOn: (ratio: string, ground: string): string => `${ratio} : 1 on ${ground}`,
    unreadable: (contrast: string, needed: string, nearest: string): string =>
      `People could not read this colour: its contrast is ${contrast}, and ${needed} : 1 is needed. The nearest one that can be read is ${nearest}.`,
  },
};
