/**
 * Passwords of ten and more characters that lead every leaked list, in lower case and without digits or signs
 * at the end: guessers add those first. What repeats or counts up is recognised without a list.
 */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `abcd1234abcd administrator adminadmin adminpassword alexander asdfasdf asdfghjkl asdfghjklz asdfqwer
  babygirl baseball basketball bismillah butterfly casablanca changeme changemenow chocolate christian
  christmas computer consumer cricketindia default diamonds dragonball easypassword election elephant
  engineer engineering everything facebook fantastic football footballs freedom fuckyou fuckyoufuckyou
  ganpatibappa godisgood godislove goodmorning google gujarat hanuman harekrishna hellohello helloworld
  hindustan iamtheking iloveindia iloveme iloveyou iloveyoubaby iloveyouforever iloveyousomuch incredible
  india indian indiaindia internet jaihanuman jaimatadi jaishreeram jaishriram jessica jesuschrist
  justinbieber krishna letmein letmeinnow liverpool lovelove loveyouforever manchester manchesterunited
  mahadev mahakali mastermind master mercedes metallica michael microsoft midnight monkeymonkey
  motherfucker mummypapa mynameis mypassword namaste newpassword nothing omnamahshivaya omsairam
  openthedoor p@ssw0rd p@ssword p@55w0rd pa$$w0rd pa$$word pakistan pakistanzindabad pass@word passcode passpass
  passphrase passw0rd password passwordpassword passwort pineapple playstation pokemon princess
  q1w2e3r4t5 q1w2e3r4t5y6 qazwsxedc qazwsxedcrfv qqww1122 qweasdzxc qwe123qwe123 qweqweqwe qwerty
  qwerty123456qwerty qwertyqwerty qwertyuiop qwertyuiopasdf qwertz radhakrishna radheradhe radheshyam
  roorkee sachin sachintendulkar samsung samsunggalaxy saraswati scoobydoo secret secretpassword
  shivshankar sitaram skywalker snowball something sooraj spiderman starwars student sunflower sunshine
  superman superuser supersecret sweetheart swordfish thankyou thisisapassword thisismypassword
  tinkerbell trustno1 university unknown volleyball waheguru welcome welcomehome welcomeback
  whatever wonderful worldcup zaq12wsx zxcvbnm zxcvbnmasdfghjkl 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx 1qaz2wsx3edc
  1qaz2wsx3edc4rfv correcthorsebatterystaple`.split(/\s+/u),
);
