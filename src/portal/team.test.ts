import { describe, expect, it } from 'vitest';
import type { Account } from '../domain/account.ts';
import type { ClientRole } from '../domain/client-role.ts';
import type { TeamChange } from '../domain/client-team-store.ts';
import type { ClientDossier, TeamAction } from '../domain/client.ts';
import { instant } from '../domain/clock.ts';
import type { Message } from '../domain/mailer.ts';
import { addTeamMember, changeMemberRole, removeTeamMember } from './team.ts';

const action: TeamChange = { number: 7, actor: 1, at: instant(0), today: '2026-01-01' };
const issuer = 'https://auth.example.edu';

function account(id: number, name: string, isActive = true): Account {
  return {
    environment: 'live',
    id,
    username: `2111400${id}`,
    isActive,
    language: null,
    profile: {
      records: {
        person: { full_name: name },
        student: { enrolment_number: `2111400${id}` },
        contact_information: {
          institute_webmail_address: `person${id}@institute.example`,
          primary_phone_number: `999999999${id}`,
        },
      },
      roles: [],
      customRoles: [],
    },
  };
}

const asha = account(1, 'Asha Rao');
const bela = { ...account(2, 'Bela Iyer'), language: 'hi' as const };
const gone = account(3, 'Gone Away', false);

function world(removal: 'removed' | 'last-owner' | 'not-a-member' = 'removed') {
  const people = [asha, bela, gone];
  const members = new Set([1]);
  const mails: Message[] = [];
  const roles: [number, ClientRole][] = [];
  const storage = {
    findClientOfTeamMember: async (number: number, accountId: number) =>
      number === 7 && accountId === 1
        ? ({
            client: { number: 7, name: 'Library' },
            team: [
              { accountId: 1, name: 'Asha Rao', username: '21114001' },
              { accountId: 2, name: 'Bela Iyer', username: '21114002' },
            ],
          } as unknown as ClientDossier)
        : undefined,
    // Sign-in identifiers include the phone number.
    findAccountBySignInIdentifier: async (identifiers: readonly string[]) => {
      const found = people.find(({ id }) =>
        identifiers.some((identifier) =>
          [`2111400${id}`, `person${id}@institute.example`, `999999999${id}`].includes(identifier),
        ),
      );
      return found && { account: found, passwordHash: null };
    },
    findAccount: async (id: number) => people.find((person) => person.id === id),
    addTeamMember: async (_action: TeamAction, id: number) => {
      if (members.has(id)) return 'already-member' as const;
      members.add(id);
      return 'added' as const;
    },
    removeTeamMember: async () => removal,
    changeMemberRole: async (_action: TeamChange, id: number, role: ClientRole) => {
      roles.push([id, role]);
      return 'changed' as const;
    },
  };
  return {
    mails,
    members,
    roles,
    deps: { storage, issuer, sendMail: (mail: Message) => void mails.push(mail) },
  };
}

const named = (typed: string, role = 'viewer') => ({
  typed,
  identifiers: [typed.trim().toLowerCase()],
  role,
});

describe('adding to the team', () => {
  it.each(['21114002', ' 21114002 '])(
    'finds a person by username (%s) and mails them and nobody else',
    async (typed) => {
      const { deps, mails, members } = world();
      expect(await addTeamMember(action, named(typed), deps)).toEqual({
        type: 'added',
        name: 'Bela Iyer',
      });
      expect([...members]).toEqual([1, 2]);
      expect(mails).toEqual([
        {
          to: 'person2@institute.example',
          name: 'Bela Iyer',
          language: 'hi',
          template: {
            type: 'team-member-added',
            app: 'Library',
            by: 'Asha Rao',
            role: 'viewer',
            appPage: 'https://auth.example.edu/developer/7',
          },
        },
      ]);
    },
  );

  it('does not turn a phone number into a name', async () => {
    const { deps, mails, members } = world();
    expect(await addTeamMember(action, named('9999999992'), deps)).toEqual({
      type: 'no-such-person',
    });
    expect([members.size, mails.length]).toEqual([1, 0]);
  });

  it('does not tell whether an e-mail address belongs to somebody', async () => {
    const { deps, mails, members } = world();
    for (const typed of ['person2@institute.example', 'nobody@institute.example']) {
      expect(await addTeamMember(action, named(typed), deps)).toEqual({ type: 'is-address' });
    }
    expect([members.size, mails.length]).toEqual([1, 0]);
  });

  it('takes nobody in as what is no role', async () => {
    const { deps, members } = world();
    expect(await addTeamMember(action, named('21114002', 'admin'), deps)).toEqual({
      type: 'no-such-role',
    });
    expect(members.size).toBe(1);
  });

  it('does not find people who left, nor nobody', async () => {
    const { deps } = world();
    expect(await addTeamMember(action, named('21114003'), deps)).toEqual({
      type: 'no-such-person',
    });
    expect(await addTeamMember(action, named(''), deps)).toEqual({ type: 'no-such-person' });
  });

  it('mails nobody when the person is in the team already', async () => {
    const { deps, mails } = world();
    expect(await addTeamMember(action, named('21114001'), deps)).toEqual({
      type: 'already-member',
      name: 'Asha Rao',
    });
    expect(mails).toEqual([]);
  });

  it('tells somebody outside the team nothing, not even who exists', async () => {
    const { deps, mails } = world();
    const outsider = { ...action, actor: 2 };
    expect(await addTeamMember(outsider, named('21114001'), deps)).toEqual({ type: 'not-found' });
    expect(mails).toEqual([]);
  });
});

describe('removing from the team', () => {
  it('mails the removed person and nobody else', async () => {
    const { deps, mails } = world();
    expect(await removeTeamMember(action, 2, deps)).toEqual({ type: 'removed', name: 'Bela Iyer' });
    expect(mails).toEqual([
      {
        to: 'person2@institute.example',
        name: 'Bela Iyer',
        language: 'hi',
        template: { type: 'team-member-removed', app: 'Library', by: 'Asha Rao' },
      },
    ]);
  });

  it('says that one left when one removed oneself', async () => {
    const { deps, mails } = world();
    await removeTeamMember(action, 1, deps);
    expect(mails[0]?.template).toEqual({ type: 'team-left', app: 'Library' });
  });

  it.each(['last-owner', 'not-a-member'] as const)('mails nobody when it is %s', async (answer) => {
    const { deps, mails } = world(answer);
    expect(await removeTeamMember(action, 2, deps)).toEqual({ type: answer });
    expect(mails).toEqual([]);
  });

  it('does not exist for somebody outside the team', async () => {
    const { deps } = world();
    expect(await removeTeamMember({ ...action, actor: 2 }, 1, deps)).toEqual({ type: 'not-found' });
  });
});

describe('another role', () => {
  it('is mailed to whom it is given, and to nobody who takes it', async () => {
    const { deps, mails, roles } = world();
    const change = { memberId: 2, role: 'owner' };
    expect(await changeMemberRole(action, change, deps)).toEqual({
      type: 'changed',
      name: 'Bela Iyer',
    });
    expect(mails.map(({ to, template }) => [to, template])).toEqual([
      [
        'person2@institute.example',
        {
          type: 'team-role-changed',
          app: 'Library',
          by: 'Asha Rao',
          role: 'owner',
          appPage: 'https://auth.example.edu/developer/7',
        },
      ],
    ]);
    await changeMemberRole(action, { memberId: 1, role: 'developer' }, deps);
    expect(mails).toHaveLength(1);
    expect(roles).toEqual([
      [2, 'owner'],
      [1, 'developer'],
    ]);
  });

  it('is one that there is', async () => {
    const { deps, roles } = world();
    const change = { memberId: 2, role: 'root' };
    expect(await changeMemberRole(action, change, deps)).toEqual({ type: 'no-such-role' });
    expect(roles).toEqual([]);
  });
});
