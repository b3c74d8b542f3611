// npm install express express-session passport passport-oauth2
import { randomBytes } from 'node:crypto';
import express from 'express';
import session from 'express-session';
import passport from 'passport';
import { Strategy } from 'passport-oauth2';

const redirectUri = '{{redirectUri}}';
const strategy = new Strategy(
  {
    authorizationURL: '{{issuer}}/oauth/authorise/',
    tokenURL: '{{issuer}}/open_auth/token/',
    clientID: '{{clientId}}',
    clientSecret: process.env.CLIENT_SECRET,
    callbackURL: redirectUri,
    state: true, // Passport makes a random state and checks it.
  },
  (accessToken, refreshToken, profile, done) => done(null, profile),
);
strategy.userProfile = (accessToken, done) => {
  fetch('{{issuer}}/open_auth/get_user_data/', {
    headers: { authorization: `Bearer ${accessToken}` },
  })
    .then((response) => response.json())
    .then((person) => done(null, person), done);
};
passport.use('omniport', strategy);
passport.serializeUser((user, done) => done(null, user));
passport.deserializeUser((user, done) => done(null, user));

const app = express();
app.use(
  session({
    secret: process.env.SESSION_SECRET ?? randomBytes(32).toString('hex'),
    resave: false,
    saveUninitialized: false,
  }),
  passport.session(),
);
app.get('/', (request, response) => {
  if (request.user) response.json(request.user);
  else response.send('<a href="/login">Sign in with Omniport</a>');
});
app.get('/login', passport.authenticate('omniport'));
app.get(
  new URL(redirectUri).pathname,
  passport.authenticate('omniport', { successRedirect: '/', failureRedirect: '/' }),
);
const port = process.env.PORT ?? 3000;
app.listen(port, () => console.log(`Listening on ${port}`));
