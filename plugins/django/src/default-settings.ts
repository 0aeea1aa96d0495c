import { constant, sequence, type Value } from "@muster/python";

const list = (): Value => sequence("list", []);

/** Django's documented defaults, for what shapes URLs and guards. */
const defaults: ReadonlyMap<string, () => Value> = new Map<string, () => Value>([
  ["DEBUG", () => constant(false)],
  ["LOGIN_URL", () => constant("/accounts/login/")],
  ["LOGIN_REDIRECT_URL", () => constant("/accounts/profile/")],
  ["LOGOUT_REDIRECT_URL", () => constant(null)],
  ["MIDDLEWARE", list],
  ["INSTALLED_APPS", list],
  ["AUTHENTICATION_BACKENDS", () => sequence("list", [constant("django.contrib.auth.backends.ModelBackend")])],
  ["AUTH_USER_MODEL", () => constant("auth.User")],
  ["STATIC_URL", () => constant(null)],
  ["MEDIA_URL", () => constant("")],
  ["MEDIA_ROOT", () => constant("")],
  ["STATIC_ROOT", () => constant(null)],
  ["APPEND_SLASH", () => constant(true)],
  ["USE_I18N", () => constant(true)],
  ["LANGUAGE_CODE", () => constant("en-us")],
  ["FORCE_SCRIPT_NAME", () => constant(null)],
  ["SESSION_COOKIE_NAME", () => constant("sessionid")],
  ["CSRF_COOKIE_NAME", () => constant("csrftoken")],
  ["ALLOWED_HOSTS", list],
]);

export function defaultSetting(name: string): Value | undefined {
  return defaults.get(name)?.();
}
