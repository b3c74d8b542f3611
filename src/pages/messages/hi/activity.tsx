import type { activity as english } from '../en/activity.tsx';

export const activity: typeof english = {
  pages: 'आपका खाता',
  overview: 'सारांश',
  activity: 'गतिविधि',
  notifications: 'सूचनाएँ',

  title: 'ऐप ने क्या पढ़ा',
  lead: 'हर बार जब आपने किसी ऐप को अनुमति दी, और हर वह घंटा जिसमें किसी ऐप ने आपका डेटा पढ़ा। यह एक साल तक रखा जाता है।',
  app: 'ऐप',
  everyApp: 'सभी ऐप',
  show: 'दिखाएँ',
  nothingTitle: 'अभी कुछ नहीं',
  nothing: 'जब कोई ऐप आपका डेटा पढ़ेगा, तो आप यहाँ देखेंगे कि उसने क्या और कब पढ़ा।',

  letIn: (app) => <>आपने {app} को अनुमति दी</>,
  readOnce: (app) => <>{app} ने आपका डेटा पढ़ा</>,
  readOften: (app, times) => (
    <>
      {app} ने आपका डेटा {times} बार पढ़ा
    </>
  ),
  between: (first, last) => (
    <>
      {first} से {last} तक
    </>
  ),
  mayRead: 'यह पढ़ सकता है',
  itRead: 'इसने पढ़ा',
  usernameOnly: 'यूज़रनेम और खाता संख्या',
  older: 'और पुराना',
  newest: 'सबसे नए पर वापस',
};
