import { describe, expect, test } from 'vitest';
import { readConfig, WrongSettings } from '#bot/config.ts';

const mail = {
  VAKTIS_SMTP_URL: 'smtp://vaktis:hemligt%40ord@mail.kommunen.example',
  VAKTIS_MAIL_FROM: 'vaktis@kommunen.example',
};
const alert = {
  VAKTIS_ALERT_WEBHOOK: 'https://sms.kommunen.example/v?k=1',
  VAKTIS_ALERT_SECRET: 'sexton-tecken-minst',
};

function faultsOf(environment: NodeJS.ProcessEnv): string {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof WrongSettings) return error.faults.join('\n');
  }
  return '';
}

test('without them there is neither e-mail nor anybody called out', () => {
  expect(readConfig({})).toMatchObject({ mail: null, alert: null });
  expect(readConfig({ VAKTIS_SMTP_URL: '', VAKTIS_MAIL_FROM: '', VAKTIS_ALERT_WEBHOOK: '' })).toMatchObject({
    mail: null,
    alert: null,
  });
});

describe('e-mail', () => {
  test('reads the server, and takes the domain from the sender', () => {
    expect(readConfig(mail).mail).toEqual({
      server: {
        host: 'mail.kommunen.example',
        port: 587,
        secure: false,
        requireTls: true,
        auth: { user: 'vaktis', pass: 'hemligt@ord' },
      },
      from: 'vaktis@kommunen.example',
      domain: 'kommunen.example',
    });
  });

  test.each([
    ['smtps://mail.example', { port: 465, secure: true, requireTls: false, auth: null }],
    ['smtp://mail.example:25?tls=optional', { port: 25, secure: false, requireTls: false, auth: null }],
    ['smtp://127.0.0.1:2525', { host: '127.0.0.1', port: 2525, requireTls: false }],
    ['smtp://[::1]:2525', { host: '::1', requireTls: false }],
  ])('%s', (url, server) => {
    expect(readConfig({ ...mail, VAKTIS_SMTP_URL: url }).mail?.server).toMatchObject(server);
  });

  test.each([
    'mail.example',
    'http://mail.example',
    'smtp://',
    'smtp://mail.example/sub',
    'smtp://mail.example?rejectUnauthorized=false',
    'smtp://mail.example?tls=off',
    'smtp://user@mail.example',
    'smtp://user:%ZZhemligt@mail.example',
    'smtp://user:hemligt@mail.example?tls=optional',
  ])('%s is refused, without saying it', (url) => {
    const faults = faultsOf({ ...mail, VAKTIS_SMTP_URL: url });
    expect(faults).toMatch(/^VAKTIS_SMTP_URL: /);
    expect(faults).not.toContain('hemligt');
  });

  test('needs a sender, and the sender needs a server', () => {
    expect(faultsOf({ VAKTIS_SMTP_URL: 'smtp://mail.example' })).toMatch(/^VAKTIS_MAIL_FROM: /);
    expect(faultsOf({ VAKTIS_MAIL_FROM: 'vaktis@kommunen.example' })).toMatch(/^VAKTIS_SMTP_URL: /);
    expect(faultsOf({ ...mail, VAKTIS_MAIL_FROM: 'vaktis' })).toMatch(/^VAKTIS_MAIL_FROM: /);
    expect(faultsOf({ ...mail, VAKTIS_MAIL_DOMAIN: 'kommunen>\r\nX: 1' })).toMatch(/^VAKTIS_MAIL_DOMAIN: /);
  });
});

describe('calling out', () => {
  test('needs https and a secret of some length', () => {
    expect(readConfig(alert).alert).toEqual({
      url: alert.VAKTIS_ALERT_WEBHOOK,
      secret: alert.VAKTIS_ALERT_SECRET,
    });
    expect(faultsOf({ ...alert, VAKTIS_ALERT_SECRET: 'kort' })).toMatch(/^VAKTIS_ALERT_SECRET: /);
    expect(faultsOf({ ...alert, VAKTIS_ALERT_SECRET: '' })).toMatch(/^VAKTIS_ALERT_SECRET: /);
    expect(faultsOf({ ...alert, VAKTIS_ALERT_WEBHOOK: '' })).toMatch(/^VAKTIS_ALERT_WEBHOOK: /);
  });

  test.each(['http://127.0.0.1:9/x', 'http://localhost/x'])('%s is this machine', (url) => {
    expect(readConfig({ ...alert, VAKTIS_ALERT_WEBHOOK: url }).alert?.url).toBe(url);
  });

  test.each(['http://sms.example', 'ftp://sms.example', 'https://user:hemligt@sms.example', 'sms'])(
    '%s is refused, without saying it',
    (url) => {
      const faults = faultsOf({ ...alert, VAKTIS_ALERT_WEBHOOK: url });
      expect(faults).toMatch(/^VAKTIS_ALERT_WEBHOOK: /);
      expect(faults).not.toContain('hemligt');
    },
  );
});
