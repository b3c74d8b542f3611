interface TermsSection {
  readonly title: string;
  readonly rules: readonly string[];
}

/** The terms of use for developers that come with the product. */
export const developerTerms = {
  title: 'Developer terms of use',
  lead: 'In short: be honest, ask for little, keep it safe, and do with people’s data what you told them, nothing else.',
  sections: (institution: string): readonly TermsSection[] => [
    {
      title: 'What this is about',
      rules: [
        `These terms apply to you and your team when you register an app that lets people sign in with their ${institution} account.`,
        '“Data” means whatever your app reads about a person through us, and whatever you work out from it.',
        'You agree for your whole team. Everybody you add to it is bound by these terms as well.',
      ],
    },
    {
      title: 'Be honest',
      rules: [
        'Describe truthfully what your app does, who runs it and what it needs each data point for. Keep the description up to date.',
        `Do not make your app look as if ${institution}, or somebody else, made it, unless they did.`,
        'Register an app for yourself or for a group you may speak for.',
      ],
    },
    {
      title: 'Ask for little, use it for that',
      rules: [
        'Ask only for data points your app cannot do without.',
        'Use data only for what your description says. If you want to use it for something else, say so there and ask people first.',
        'Do not sell data, do not show advertising based on it, and do not rank or profile people with it.',
        'Pass data on to others only if the person asked you to, if the law obliges you to, or if somebody works for you under the same duties, such as a hosting provider.',
      ],
    },
    {
      title: 'Keep it safe',
      rules: [
        'Keep the client secret and all tokens on your server, out of pages, apps, logs and repositories. If one gets out, revoke it at once.',
        'Send people to us to sign in. Never ask for their password, and never store it.',
        'Use HTTPS wherever your app is reached over a network.',
        'Give access to data to those in your team who need it, and to nobody else.',
        'If data was or may have been exposed, tell the maintainers within 24 hours of learning of it, and help to tell the people concerned.',
      ],
    },
    {
      title: 'Respect people’s choice',
      rules: [
        'Let people use everything of your app that works without the data they did not share.',
        'When somebody ends your access or asks you to, delete their data within 30 days, unless the law obliges you to keep it.',
        'Tell people, if they ask, what you have stored about them, and correct what is wrong.',
        'Delete data when you no longer need it for what your description says, and all of it when you shut your app down.',
      ],
    },
    {
      title: 'Be a fair neighbour',
      rules: [
        'Do not try to get around limits, the review or what people allowed, and do not disturb our service or other apps.',
        'Found a weakness in our service? Tell the maintainers first, give them time to mend it, and do not use it.',
        'Obey the law and the rules of the institution.',
      ],
    },
    {
      title: 'What the institution does',
      rules: [
        'Maintainers review each app, and again when it asks for other data points. They say why when they do not approve one.',
        'They may suspend an app that breaks these terms or endangers people. Where they can they talk to you first; where people are in danger they act at once. They tell you why by mail.',
        'The service is given as it is, free of charge. We do our best to keep it running, without a guarantee, and announce breaking changes as early as we can.',
        'Your name and those of your team are shown to people who sign in to your app.',
      ],
    },
    {
      title: 'Changes and the end',
      rules: [
        'If these terms change in a way that matters to you, we tell the teams by mail at least 30 days before. If you do not agree, delete your app before then.',
        'You can delete your app at any time. What these terms say about data you already have goes on.',
      ],
    },
  ],
};
