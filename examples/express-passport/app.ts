// Sign in with Omniport in an Express app, by Passport's generic OAuth2 strategy.
import express from 'express';
import session from 'express-session';
import passport from 'passport';
import { Strategy, type VerifyCallback } from 'passport-oauth2';
import { randomBytes } from 'node:crypto';

const provider = process.env['PROVIDER'] ?? 'http://localhost:8000';
const port = Number(process.env['PORT'] ?? 3000);

interface Person {
  userId: number;
  username: string | null;
  person?: { fullName?: string };
}

const strategy = new Strategy(
  {
    authorizationURL: `${provider}/oauth/authorise/`,
    tokenURL: `${provider}/open_auth/token/`,
    clientID: process.env['CLIENT_ID'] ?? '',
    clientSecret: process.env['CLIENT_SECRET'] ?? '',
    callbackURL: `http://localhost:${port}/callback`,
    state: true, // Passport makes a random state and checks it.
  },
  (_accessToken: string, _refreshToken: string, profile: Person, done: VerifyCallback) => {
    done(null, profile);
  },
);
// Passport asks for the profile; here is where it lives.
strategy.userProfile = (accessToken, done): void => {
  void (async (): Promise<void> => {
    const response = await fetch(`${provider}/open_auth/get_user_data/`, {
      headers: { authorization: `Bearer ${accessToken}` },
    });
    if (!response.ok) throw new Error(`get_user_data answered ${response.status}`);
    done(null, await response.json());
  })().catch(done);
};
passport.use('omniport', strategy);
passport.serializeUser((user, done) => {
  done(null, user);
});
passport.deserializeUser((user: Express.User, done) => {
  done(null, user);
});

const app = express();
app.use(
  session({
    secret: randomBytes(32).toString('hex'),
    resave: false,
    saveUninitialized: false,
    cookie: { sameSite: 'lax' },
  }),
);
app.use(passport.initialize(), passport.session());
app.get('/', (request, response) => {
  if (request.user === undefined) response.send('<a href="/login">Sign in with Omniport</a>');
  else response.json(request.user);
});
app.get('/login', passport.authenticate('omniport'));
app.get(
  '/callback',
  passport.authenticate('omniport', { successRedirect: '/', failureRedirect: '/' }),
);

app.listen(port, () => {
  console.log(`Listening on http://localhost:${port}`);
});
