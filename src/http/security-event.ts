import type { Account } from '../domain/account.ts';
import type { Language } from '../domain/language.ts';
import { deviceName } from '../pages/account/device-name.ts';
import type { AppContext } from './environment.ts';
import { languageOf, pageTexts } from './language.ts';
import { clientAddress } from './request-context.ts';

/** Who did something now, where and with what, to tell the person of. */
export function eventOf(
  c: AppContext,
  account: Account,
): {
  readonly account: Account;
  readonly address: string;
  readonly userAgent: string;
  readonly device: string;
  readonly language: Language;
} {
  const userAgent = c.req.header('user-agent') ?? '';
  return {
    account,
    address: clientAddress(c),
    userAgent: userAgent.replaceAll(/[\p{Cc}\p{Cf}]/gu, '').slice(0, LONGEST_USER_AGENT),
    device: deviceName(userAgent, pageTexts(c).account),
    language: languageOf(c),
  };
}

const LONGEST_USER_AGENT = 300;
